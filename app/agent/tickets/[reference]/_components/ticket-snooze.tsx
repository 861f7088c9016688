import { Moment } from "@/components/tickets/moment";
import { Disclosure } from "@/components/ui/disclosure";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { canSnooze, nextMorning } from "@/lib/tickets/snooze";
import type { StaffTicketView } from "@/lib/tickets/types";
import { FieldForm } from "../../../_components/field-form";
import { snoozeAction, wakeAction } from "../actions";
import { workWords } from "../_data/words";

/** "Posponer hasta…": out of the queues until then, or until the customer writes. */
export function TicketSnooze({ ticket, now }: { ticket: StaffTicketView; now: Temporal.Instant }) {
  if (!canSnooze(ticket.status)) return null;
  const t = getTranslator("agent");
  const { errorTitle, offline, refusal } = workWords();
  const form = { permalink: `/agent/tickets/${ticket.reference}`, hidden: { ticketId: ticket.id }, variant: "secondary" as const };
  const words = { invalid: errorTitle, offline, refusal };
  if (ticket.snooze) {
    return (
      <div className="space-y-2 text-sm">
        <p>
          {t("work.snoozedUntil", { until: formatDateTime(Temporal.Instant.from(ticket.snooze.until), { now }), name: ticket.snooze.byName })} <span className="text-muted">(<Moment at={ticket.snooze.until} now={now} isRelativeFirst />)</span>
        </p>
        <FieldForm {...form} formId="wake" action={wakeAction} fields={[]} words={{ ...words, submit: t("work.wake"), pending: t("work.waking"), done: t("work.woken") }} />
      </div>
    );
  }
  return (
    <Disclosure summary={t("work.snoozeSummary")} className="text-sm">
      <FieldForm
        {...form}
        formId="snooze"
        action={snoozeAction}
        fields={[{ kind: "datetime-local", name: "until", label: t("work.snoozeUntil"), hint: t("work.snoozeHint"), value: nextMorning(now) }]}
        words={{ ...words, submit: t("work.snooze"), pending: t("work.snoozing"), done: t("work.snoozed") }}
      />
    </Disclosure>
  );
}
