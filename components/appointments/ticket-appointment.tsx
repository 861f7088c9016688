import { ButtonLink } from "@/components/ui/button";
import { getTranslator } from "@/lib/i18n/translator";
import type { AppointmentView, Side } from "@/lib/appointments/types";
import { AppointmentFacts, CalendarLink } from "./appointment-facts";

/** On the ticket of both sides: the next appointment in words, and the way to all that can be done. Null shows nothing. */
export function TicketAppointment({ summary, reference, viewer, now }: { summary: { next: AppointmentView | null; count: number } | null; reference: string; viewer: Side; now: Temporal.Instant }) {
  const t = getTranslator("appointments");
  if (!summary) return null;
  const { next, count } = summary;
  const address = `/${viewer === "customer" ? "portal" : "agent"}/tickets/${reference}/appointments`;
  const label = next ? t("next.all") : viewer === "customer" ? t("next.open") : t("next.openDesk");
  return (
    <section aria-labelledby="appointment-title" className="space-y-3">
      <h2 id="appointment-title" className="text-base font-semibold">
        {t("next.title")}
      </h2>
      {next ? (
        <AppointmentFacts appointment={next} viewer={viewer} now={now}>
          <CalendarLink id={next.id} state={next.state} />
        </AppointmentFacts>
      ) : (
        <p className="text-sm text-muted">{count === 0 ? t("page.none") : t("next.none")}</p>
      )}
      <ButtonLink size="sm" isBlock href={address}>
        {label}
      </ButtonLink>
    </section>
  );
}
