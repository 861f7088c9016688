import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireAdmin } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { HELD_PAGE } from "@/lib/http/front-gate";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { findMaintenanceSettings } from "@/lib/notices/queries";
import type { MaintenanceSettings } from "@/lib/notices/types";
import { SignedOutForms } from "../../_components/signed-out-forms";
import type { Query } from "../../_data/list-address";
import { DoneNotice } from "../synonyms/_components/done-notice";
import { EndMaintenance, MaintenanceForm } from "./_components/maintenance-forms";
import { setAction } from "./actions";

const ADDRESS = "/agent/settings/maintenance";
const TONES = { off: "neutral", planned: "accent", on: "warn" } as const;

export function generateMetadata(): Metadata {
  return { title: getTranslator("notices")("maintenanceSettings.title") };
}

/** Whether the desk is closed to its customers, what they are told, and who closed it when. */
export default async function MaintenanceSettingsPage({ searchParams }: { searchParams: Promise<Query> }) {
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={ADDRESS} forms={[{ action: setAction, names: ["message", "startsAt", "expectedUntil"] }]} />;
  const ctx = contextOf(await requireAdmin());
  const [settings, { done }] = await Promise.all([findMaintenanceSettings(ctx), searchParams]);
  if (!settings) notFound();
  const t = getTranslator("notices");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader title={t("maintenanceSettings.title")} lead={t("maintenanceSettings.lead")} />
        {done === settings.state && <DoneNotice text={t(`maintenanceSettings.done.${done}`)} />}
        <Now settings={settings} now={ctx.now} />
        <Panel title={t(`maintenanceSettings.form.heading.${settings.state}`)}>
          <MaintenanceForm key={settings.version} permalink={ADDRESS} settings={settings} now={ctx.now} />
        </Panel>
        <History settings={settings} now={ctx.now} />
      </div>
    </div>
  );
}

function Now({ settings, now }: { settings: MaintenanceSettings; now: Temporal.Instant }) {
  const t = getTranslator("notices");
  const { state, startsAt, expectedUntil } = settings;
  return (
    <Panel title={t("maintenanceSettings.title")} actions={<Badge tone={TONES[state]}>{t(`maintenanceSettings.state.${state}`)}</Badge>}>
      <div className="space-y-3">
        <p>{t(`maintenanceSettings.stateText.${state}`, { from: startsAt ? formatDateTime(startsAt, { now }) : "" })}</p>
        {expectedUntil && <p className="text-muted">{t("maintenanceSettings.untilText", { until: formatDateTime(expectedUntil, { now }) })}</p>}
        {state !== "off" && (
          <div className="flex flex-wrap gap-3">
            <EndMaintenance key={settings.version} permalink={ADDRESS} settings={settings} />
            {state === "on" && (
              <ButtonLink href={HELD_PAGE} isPlain target="_blank">
                {t("maintenanceSettings.see")}
              </ButtonLink>
            )}
          </div>
        )}
      </div>
    </Panel>
  );
}

function History({ settings: { history }, now }: { settings: MaintenanceSettings; now: Temporal.Instant }) {
  const t = getTranslator("notices");
  const when = (at: Temporal.Instant) => formatDateTime(at, { now });
  const what = ({ isOn, startsAt, at, by }: MaintenanceSettings["history"][number]) => {
    if (!isOn) return t("maintenanceSettings.history.off", { name: by });
    const isPlanned = startsAt !== null && Temporal.Instant.compare(startsAt, at) > 0;
    return isPlanned ? t("maintenanceSettings.history.planned", { name: by, from: when(startsAt) }) : t("maintenanceSettings.history.on", { name: by });
  };
  return (
    <Panel title={t("maintenanceSettings.history.heading")} isFlush={history.length > 0}>
      {history.length === 0 ? (
        <p className="text-muted">{t("maintenanceSettings.history.never")}</p>
      ) : (
        <ul className="divide-y">
          {history.map((each) => (
            <li key={each.id} className="px-4 py-3 text-sm sm:px-5">
              <p>{what(each)}</p>
              <p className="text-muted">{[when(each.at), each.expectedUntil && t("maintenanceSettings.history.until", { until: when(each.expectedUntil) })].filter(Boolean).join(" · ")}</p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
