import type { AttachmentsProps } from "@/components/attachments/attachment-props";
import { courtesyWords } from "@/components/conduct/courtesy-words";
import { guardWords } from "@/components/secrets/guard-words";
import { getTranslator } from "@/lib/i18n/translator";
import { hasDraftContent, type KeptDraft } from "@/lib/drafts/choice";
import type { SealedEntry } from "@/lib/secrets/types";
import type { StaffTicketView } from "@/lib/tickets/types";
import type { ComposeKind } from "../../../_components/desk-dom";
import { noteAction, replyAction } from "../actions";
import { insertWords } from "../../../_data/insert-words";
import { composeWords } from "../_data/words";
import { Composer } from "./composer";

/** The composer with what it takes from the server: fresh keys, kept drafts, words. */
export function TicketComposer({ ticket, initial, hrefOf, owner, drafts, files, held }: {
  ticket: StaffTicketView;
  initial: ComposeKind;
  /** The address of this page with the one or the other form in sight. */
  hrefOf: (kind: ComposeKind) => string;
  /** Who writes. */
  owner: string;
  drafts: Record<ComposeKind, KeptDraft | null>;
  files: AttachmentsProps;
  /** What was sealed in the draft of the reply. */
  held: SealedEntry[];
}) {
  const t = getTranslator("agent");
  const seedOf = (kind: ComposeKind) => ({ home: { address: "/api/agent/drafts", owner, slot: `${kind}:${ticket.id}` }, kept: drafts[kind] });
  const labelOf = (kind: ComposeKind, label: string) => (hasDraftContent(drafts[kind]?.data) ? t("compose.withDraft", { label }) : label);
  const threadVersion = `${ticket.updatedAt}|${ticket.thread.length}`;
  return (
    <Composer
      label={t("compose.tabs")}
      initial={initial}
      tabs={{
        reply: {
          label: labelOf("reply", t("compose.reply")),
          form: {
            address: hrefOf("reply"),
            kind: "reply",
            action: replyAction,
            ticketId: ticket.id,
            submissionKey: drafts.reply?.data.submissionKey || crypto.randomUUID(),
            seed: seedOf("reply"),
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
            files,
            secrets: { held, words: guardWords() },
            courtesy: courtesyWords(),
            articles: { query: ticket.subject, words: insertWords() },
            words: composeWords({ kind: "reply", requesterName: ticket.requester.name }),
          },
        },
        note: {
          label: labelOf("note", t("compose.note")),
          form: {
            address: hrefOf("note"),
            kind: "note",
            action: noteAction,
            ticketId: ticket.id,
            submissionKey: drafts.note?.data.submissionKey || crypto.randomUUID(),
            seed: seedOf("note"),
            isOpen: true,
            threadVersion,
            next: null,
            files,
            secrets: null,
            courtesy: null,
            words: composeWords({ kind: "note", requesterName: ticket.requester.name }),
          },
        },
      }}
    />
  );
}
