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
      void tell("/api/portal/opened-duplicates", { candidateTicketId: ticketId, submissionKey, subject: subject.trim().slice(0, SUBJECT_MAX), body: body.trim().slice(0, BODY_SENT) });
    },
    onOpenArticle({ id, kind }: { id: string; kind: "article" | "faq" }) {
      void tell("/api/portal/opened-articles", { submissionKey, kind, id });
    },
    onDifferent(ticketId: string, isDifferent: boolean) {
      setMarked((ids) => new Set(isDifferent ? [...ids, ticketId] : [...ids].filter((id) => id !== ticketId)));
    },
  };
}

async function tell(address: string, body: object): Promise<void> {
  try {
    await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      keepalive: true, // the new tab may take the foreground
    });
  } catch {
    // Without a connection nothing opens either; of a ticket the server will ask for the review again.
  }
}
