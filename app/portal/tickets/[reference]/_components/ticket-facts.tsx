import { Moment } from "@/components/tickets/moment";
import { DescriptionList } from "@/components/ui/description-list";
import { getTranslator } from "@/lib/i18n/translator";
import type { CustomerTicketView } from "@/lib/tickets/types";

export function TicketFacts({ ticket, now }: { ticket: CustomerTicketView; now: Temporal.Instant }) {
  const t = getTranslator("portal");
  return (
    <DescriptionList
      items={[
        { term: t("facts.department"), value: ticket.department.name },
        { term: t("facts.product"), value: ticket.product?.name },
        { term: t("facts.requester"), value: ticket.requester.name },
        { term: t("facts.organization"), value: ticket.organizationName ?? undefined },
        { term: t("facts.opened"), value: <Moment at={ticket.createdAt} now={now} /> },
        { term: t("facts.updated"), value: <Moment at={ticket.updatedAt} now={now} /> },
      ]}
    />
  );
}
