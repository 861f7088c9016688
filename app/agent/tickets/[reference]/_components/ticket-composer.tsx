import { getTranslator } from "@/lib/i18n/translator";
import type { DraftData } from "@/lib/tickets/schema";
import type { StaffTicketView } from "@/lib/tickets/types";
import type { ComposeKind } from "../../../_components/desk-dom";
import { noteAction, replyAction } from "../actions";
import { composeWords } from "../_data/words";
import { Composer } from "./composer";

/** The composer with what it takes from the server: fresh keys, kept drafts, words. */
export function TicketComposer({ ticket, initial, hrefOf, drafts }: {
  ticket: StaffTicketView;
  initial: ComposeKind;
  /** The address of this page with the one or the other form in sight. */
  hrefOf: (kind: ComposeKind) => string;
  drafts: Record<ComposeKind, DraftData | null>;
}) {
  const t = getTranslator("agent");
  const threadVersion = `${ticket.updatedAt}|${ticket.thread.length}`;
  return (
    <Composer
      label={t("compose.tabs")}
      initial={initial}
      tabs={{
        reply: {
          label: t("compose.reply"),
          form: {
            address: hrefOf("reply"),
            kind: "reply",
            action: replyAction,
            ticketId: ticket.id,
            submissionKey: crypto.randomUUID(),
            draft: textOf(drafts.reply),
            isOpen: ticket.can.reply,
            threadVersion,
            next: {
              label: t("compose.next"),
              options: [
                { value: "open", label: t("compose.nextOpen") },
                { value: "pending", label: t("compose.nextPending") },
                { value: "solved", label: t("compose.nextSolved") },
              ],
            },
            words: composeWords({ kind: "reply", requesterName: ticket.requester.name }),
          },
        },
        note: {
          label: t("compose.note"),
          form: {
            address: hrefOf("note"),
            kind: "note",
            action: noteAction,
            ticketId: ticket.id,
            submissionKey: crypto.randomUUID(),
            draft: textOf(drafts.note),
            isOpen: true,
            threadVersion,
            next: null,
            words: composeWords({ kind: "note", requesterName: ticket.requester.name }),
          },
        },
      }}
    />
  );
}

function textOf(draft: DraftData | null): { body: string; next: string } | null {
  return draft?.body ? { body: draft.body, next: draft.next ?? "open" } : null;
}
