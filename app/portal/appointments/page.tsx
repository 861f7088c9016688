import { CalendarClock } from "lucide-react";
import type { Metadata } from "next";
import { AppointmentFacts, CalendarLink } from "@/components/appointments/appointment-facts";
import { zoneText } from "@/components/appointments/appointment-words";
import { Reminders } from "@/components/appointments/reminders";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { TabLinks } from "@/components/ui/tab-links";
import { contextOf } from "@/lib/actions/context";
import { listCustomerAppointments, listReminders, type CustomerAppointmentFilter } from "@/lib/appointments/queries";
import { requireCustomer } from "@/lib/auth/gate";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const ADDRESS = "/portal/appointments";

export function generateMetadata(): Metadata {
  return { title: getTranslator("appointments")("title") };
}

/** A customer's calls and sessions, of all tickets that they see. */
export default async function AppointmentsPage({ searchParams }: Props) {
  const ctx = contextOf(await requireCustomer());
  const query = await searchParams;
  const filter: CustomerAppointmentFilter = query.filter === "past" ? "past" : "ahead";
  const cursor = typeof query.cursor === "string" ? query.cursor : undefined;
  const [{ items, nextCursor }, reminders] = await Promise.all([listCustomerAppointments(ctx, { filter, cursor }), listReminders(ctx)]);
  const t = getTranslator("appointments");
  const base = filter === "past" ? `${ADDRESS}?filter=past` : `${ADDRESS}?filter=ahead`;
  return (
    <div className="max-w-narrow space-y-6">
      <PageHeader title={t("title")} lead={t("listLead", { zone: zoneText(items[0]?.timeZone ?? DESK_TIME_ZONE) })} />
      <Reminders appointments={reminders} viewer="customer" now={ctx.now} />
      <TabLinks
        label={t("past.tabs")}
        items={[
          { href: ADDRESS, label: t("past.ahead"), isCurrent: filter === "ahead" },
          { href: `${ADDRESS}?filter=past`, label: t("past.past"), isCurrent: filter === "past" },
        ]}
      />
      {items.length === 0 ? (
        <EmptyState icon={<CalendarClock aria-hidden="true" />} title={filter === "past" ? t("past.nonePast") : t("past.noneAhead")} actions={<ButtonLink href="/portal/tickets">{t("past.tickets")}</ButtonLink>}>
          {filter === "ahead" && t("past.noneAheadHint")}
        </EmptyState>
      ) : (
        <ul className="divide-y rounded-lg border bg-surface">
          {items.map((appointment) => (
            <li key={appointment.id} className="p-4 sm:px-5">
              <AppointmentFacts appointment={appointment} viewer="customer" now={ctx.now} isLinked titleLevel={2}>
                {filter === "ahead" && <CalendarLink id={appointment.id} state={appointment.state} />}
              </AppointmentFacts>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        label={t("past.pages")}
        previous={cursor ? { href: base, label: t("past.first") } : null}
        next={nextCursor ? { href: `${base}&cursor=${nextCursor}`, label: t("past.more") } : null}
      />
    </div>
  );
}
