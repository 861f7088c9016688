import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { zoneText } from "@/components/appointments/appointment-words";
import { SelectField } from "@/components/forms/select";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { dayText } from "@/lib/appointments/availability";
import { findAvailability, type AvailabilityView } from "@/lib/appointments/availability-queries";
import { requireStaff } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { withQuery, type Query } from "../_data/list-address";
import { editWeekAction } from "./actions";
import { Absences } from "./_components/absences";
import { WeekForm } from "./_components/week-form";

type Props = { searchParams: Promise<Query> };

const ADDRESS = "/agent/availability";
const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"] as const;

export function generateMetadata(): Metadata {
  return { title: getTranslator("appointments")("availability.title") };
}

/** When one can be booked: a week, and what is not of it. Administrators see to everybody's. */
export default async function AvailabilityPage({ searchParams }: Props) {
  const ctx = contextOf(await requireStaff());
  const query = await searchParams;
  const wanted = typeof query.agent === "string" && UUID.test(query.agent) ? query.agent : ctx.actor.userId;
  const view = await findAvailability(ctx, wanted);
  if (!view) notFound();
  const t = getTranslator("appointments");
  const isOwn = view.agent.id === ctx.actor.userId;
  const permalink = withQuery(ADDRESS, { agent: view.agent.id });
  return (
    <div className="w-full lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-3xl space-y-6 p-4 sm:p-6">
        <PageHeader title={isOwn ? t("desk.availability") : t("availability.titleOf", { name: view.agent.name })} lead={t("availability.lead", { zone: zoneText(view.timeZone) })} />
        <Done done={query.done} booked={query.booked} />
        {view.agents.length > 1 && <Whose view={view} />}
        <Panel title={isOwn ? t("availability.week") : t("availability.weekOf")}>
          <p className="max-w-prose pb-4 text-sm text-muted">{t("availability.weekHint")}</p>
          <WeekForm
            key={`${view.agent.id} ${JSON.stringify(view.week)}`}
            action={editWeekAction}
            permalink={permalink}
            agentId={view.agent.id}
            days={WEEKDAYS.map((day) => ({ name: `day${day}`, label: t(`availability.day.${day}`), value: dayText(view.week, Number(day)) }))}
            words={{ submit: t("availability.save"), submitting: t("availability.saving"), invalid: t("availability.invalid"), offline: t("form.offline") }}
          />
        </Panel>
        <Panel title={t("availability.absences")}>
          <Absences view={view} permalink={permalink} now={ctx.now} />
        </Panel>
      </div>
    </div>
  );
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function Whose({ view: { agents, agent } }: { view: AvailabilityView }) {
  const t = getTranslator("appointments");
  return (
    <form action={ADDRESS} className="flex flex-wrap items-end gap-3">
      <div className="min-w-56">
        <SelectField name="agent" label={t("availability.whose")} options={agents.map(({ id, name, hasWeek }) => ({ value: id, label: hasWeek ? name : t("availability.hasNone", { name }) }))} defaultValue={agent.id} />
      </div>
      <Button type="submit">{t("availability.show")}</Button>
    </form>
  );
}

function Done({ done, booked }: { done: unknown; booked: unknown }) {
  const t = getTranslator("appointments");
  const count = typeof booked === "string" && /^\d{1,4}$/.test(booked) ? Number(booked) : 0;
  if (done === "added" && count > 0) return <Notice tone="warn" live="polite">{t("availability.addedBooked", { count })}</Notice>;
  const known = (["saved", "added", "removed"] as const).find((each) => each === done);
  return known ? <Notice tone="success" live="polite">{t(`availability.${known}`)}</Notice> : null;
}
