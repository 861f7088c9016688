import { Notice } from "@/components/ui/notice";
import { getTranslator } from "@/lib/i18n/translator";
import type { CustomerTicketView } from "@/lib/tickets/types";

const KNOWN = ["replied", "added", "reopened", "closed"] as const;

/** That the last act was done, while the ticket is as it left it: a kept address must not claim what is no longer so. */
export function DoneNotice({ done, ticket }: { done: unknown; ticket: CustomerTicketView }) {
  const t = getTranslator("portal");
  const known = KNOWN.find((each) => each === done);
  if (!known || (known === "closed") !== (ticket.status === "closed")) return null;
  return (
    <Notice tone="success" live="polite">
      {t(`done.${known}`)}
    </Notice>
  );
}
