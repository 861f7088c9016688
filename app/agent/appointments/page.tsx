import { CalendarClock } from "lucide-react";
import type { Metadata } from "next";
import { AppointmentFacts } from "@/components/appointments/appointment-facts";
import { zoneText } from "@/components/appointments/appointment-words";
import { Reminders } from "@/components/appointments/reminders";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { TabLinks } from "@/components/ui/tab-links";
import { contextOf } from "@/lib/actions/context";
import { findDeskDay, listAwaiting, listDeskAppointments, listReminders } from "@/lib/appointments/queries";
import type { AppointmentView } from "@/lib/appointments/types";
import { requireStaff } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { withQuery, type Query } from "../_data/list-address";
import { byDay, dayWords, readWeekQuery, type WeekQuery } from "./_data/week";

type Props = { searchParams: Promise<Query> };

const ADDRESS = "/agent/appointments";

export function generateMetadata(): Metadata {
  return { title: getTranslator("appointments")("title") };
}

/** Seven days of calls and sessions, by day: one's own, or everybody's. */
export default async function DeskAppointmentsPage({ searchParams }: Props) {
  const ctx = contextOf(await requireStaff());
  const { today, timeZone } = await findDeskDay(ctx);
  const query = readWeekQuery(await searchParams, today);
  const [appointments, reminders, awaiting] = await Promise.all([listDeskAppointments(ctx, { from: query.from, ...(query.isMine ? { agentId: ctx.actor.userId } : {}) }), listReminders(ctx), listAwaiting(ctx)]);
  const t = getTranslator("appointments");
  const isNow = query.from.equals(today);
  return (
    <div className="w-full lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-3xl space-y-6 p-4 sm:p-6">
        <PageHeader
          title={t("title")}
          lead={t("desk.lead", { zone: zoneText(timeZone) })}
          actions={
            <ButtonLink href="/agent/availability" size="sm">
              {t("desk.availability")}
            </ButtonLink>
          }
        />
        <Reminders appointments={reminders} viewer="desk" now={ctx.now} />
        {awaiting.length > 0 && <Day title={t("awaiting.desk")} hint={t("awaiting.deskHint")} appointments={awaiting} now={ctx.now} />}
        <TabLinks
          label={t("desk.whose")}
          items={[
            { href: addressOf({ ...query, isMine: true }, isNow), label: t("desk.mine"), isCurrent: query.isMine },
            { href: addressOf({ ...query, isMine: false }, isNow), label: t("desk.everybody"), isCurrent: !query.isMine },
          ]}
        />
        {appointments.length === 0 && (
          <EmptyState icon={<CalendarClock aria-hidden="true" />} title={t("desk.none")}>
            {t("desk.noneHint")}
          </EmptyState>
        )}
        {byDay(appointments).map(([day, each]) => (
          <Day key={day} title={dayWords(day, { today, now: ctx.now, timeZone })} appointments={each} now={ctx.now} />
        ))}
        <Pagination
          label={t("desk.week")}
          previous={{ href: addressOf({ ...query, from: query.from.subtract({ days: 7 }) }, false), label: t("desk.previous") }}
          next={{ href: addressOf({ ...query, from: query.from.add({ days: 7 }) }, false), label: t("desk.next") }}
        />
      </div>
    </div>
  );
}

function Day({ title, hint, appointments, now }: { title: string; hint?: string; appointments: AppointmentView[]; now: Temporal.Instant }) {
  return (
    <section className="space-y-2">
      <h2 className="text-base font-semibold">{title}</h2>
      {hint && <p className="max-w-prose text-sm text-muted">{hint}</p>}
      <ul className="divide-y rounded-lg border bg-surface">
        {appointments.map((appointment) => (
          <li key={appointment.id} className="p-4 sm:px-5">
            <AppointmentFacts appointment={appointment} viewer="desk" now={now} isLinked />
          </li>
        ))}
      </ul>
    </section>
  );
}

function addressOf({ from, isMine }: WeekQuery, isNow: boolean): string {
  return withQuery(ADDRESS, { from: isNow ? null : from.toString(), whose: isMine ? null : "all" });
}
