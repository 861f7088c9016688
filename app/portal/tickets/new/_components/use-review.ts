"use client";

import { useState } from "react";
import { SUBJECT_MAX } from "@/lib/tickets/types";

/** A request that outlives its page may carry 64 kB; so much of the text tells the server what the ticket was suggested for. */
const BODY_SENT = 8_000;

/**
 * What the person did with each suggested ticket. Opening one is told to the server at once: it counts as having looked at it, which the
 * server asks for before it takes a probable duplicate. @param different ids ticked before, as the form gives them back
 */
export function useReview({ submissionKey, different, draftOf }: { submissionKey: string; different: string | undefined; draftOf: () => { subject: string; body: string } }) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set(different?.split(" ").filter(Boolean)));

  return {
    opened,
    different: marked,
    onOpen(ticketId: string) {
      setOpened((ids) => new Set([...ids, ticketId]));
      const { subject, body } = draftOf();
      void recordOpened({ candidateTicketId: ticketId, submissionKey, subject: subject.trim().slice(0, SUBJECT_MAX), body: body.trim().slice(0, BODY_SENT) });
    },
    onDifferent(ticketId: string, isDifferent: boolean) {
      setMarked((ids) => new Set(isDifferent ? [...ids, ticketId] : [...ids].filter((id) => id !== ticketId)));
    },
  };
}

async function recordOpened(body: { candidateTicketId: string; submissionKey: string; subject: string; body: string }): Promise<void> {
  try {
    await fetch("/api/portal/opened-duplicates", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      keepalive: true, // the new tab may take the foreground
    });
  } catch {
    // Without a connection the ticket does not open either; the server will ask for the review again.
  }
}
