"use client";

import { useEffect } from "react";
import { hasNavigated } from "../../../_components/desk-dom";

/** What happens in the browser when a ticket comes into sight: it counts as read, and the focus goes to it when the list led here. */
export function TicketOpened({ ticketId, titleId, version }: { ticketId: string; titleId: string; version: string }) {
  useEffect(() => {
    if (hasNavigated() && isFocusLost()) document.getElementById(titleId)?.focus({ preventScroll: true });
  }, [ticketId, titleId]);

  useEffect(() => {
    void markRead(ticketId);
  }, [ticketId, version]);

  return null;
}

/** The row that was pressed went away with the page before. */
function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

async function markRead(ticketId: string): Promise<void> {
  try {
    await fetch("/api/agent/read", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ticketId }),
      keepalive: true,
    });
  } catch {
    // It stays unread, and will be marked at the next look.
  }
}
