import { FieldForm } from "@/components/forms/field-form";
import { PageHeader } from "@/components/layout/page-header";
import { PreferencesForm, type TickGroup } from "@/components/notifications/preferences-form";
import { Panel } from "@/components/ui/panel";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { getTranslator } from "@/lib/i18n/translator";
import { getPreferences, type PreferencesView } from "@/lib/notifications/queries";
import { fieldsOf } from "@/lib/notifications/schema";
import { muteAction, savePreferencesAction } from "./actions";
import { PushBrowsers } from "./push-browsers";
import { smallFormWords } from "./words";

/** What one wants to hear of, and how; of either area. @param address of the list of notifications */
export async function Preferences({ ctx, address }: { ctx: Context<PersonActor>; address: string }) {
  const preferences = await getPreferences(ctx);
  const t = getTranslator("notifications");
  const permalink = `${address}/preferences`;
  return (
    <div className="space-y-5">
      <PageHeader breadcrumbs={{ label: t("preferences.title"), items: [{ label: t("preferences.back"), href: address }, { label: t("preferences.title") }] }} title={t("preferences.title")} lead={t("preferences.lead")} />
      <p className="max-w-prose text-sm text-muted">{t("preferences.mailNote", { email: ctx.actor.email })}</p>
      <PreferencesForm
        action={savePreferencesAction}
        permalink={permalink}
        topics={preferences.topics.map(topicGroup)}
        more={staffGroups(preferences)}
        words={{ topics: t("preferences.panel"), invalid: t("preferences.invalid"), offline: t("list.offline"), signIn: t("list.signIn"), submit: t("preferences.save"), submitting: t("preferences.saving"), saved: t("preferences.saved") }}
      />
      <PushBrowsers ctx={ctx} permalink={permalink} />
      <Muted ctx={ctx} muted={preferences.muted} permalink={permalink} />
    </div>
  );
}

function topicGroup({ topic, channels, isFixed }: PreferencesView["topics"][number]): TickGroup {
  const t = getTranslator("notifications");
  const names = fieldsOf(topic);
  const about = { key: topic, title: t(`topic.${topic}`), hint: t(`topicHint.${topic}`) };
  if (isFixed) return { ...about, ticks: [], note: t("preferences.fixed") };
  return {
    ...about,
    ticks: [
      { name: names.inPortal, label: t("preferences.inPortal"), isTicked: channels.inPortal },
      { name: names.byMail, label: t("preferences.byMail"), isTicked: channels.byMail },
      { name: names.byPush, label: t("preferences.byPush"), isTicked: channels.byPush },
    ],
  };
}

function staffGroups({ staff }: PreferencesView): TickGroup[] {
  if (!staff) return [];
  const t = getTranslator("notifications");
  return [
    { key: "quiet", title: t("preferences.quiet"), hint: t("preferences.quietHint"), ticks: [{ name: "keepsQuietHours", label: t("preferences.quietLabel"), isTicked: staff.keepsQuietHours }] },
    { key: "departments-followed", title: t("preferences.departments"), hint: t("preferences.departmentsHint"), ticks: staff.departments.map(({ id, name, isFollowed }) => ({ name: "departments", value: id, label: name, isTicked: isFollowed })) },
  ];
}

function Muted({ ctx, muted, permalink }: { ctx: Context<PersonActor>; muted: PreferencesView["muted"]; permalink: string }) {
  const t = getTranslator("notifications");
  const none = ctx.actor.kind === "customer" ? t("preferences.mutedNone") : t("preferences.mutedNoneStaff");
  return (
    <Panel title={t("preferences.muted")}>
      {muted.length === 0 ? (
        <p className="text-sm text-muted">{none}</p>
      ) : (
        <ul className="divide-y text-sm">
          {muted.map(({ ticketId, reference, subject }) => (
            <li key={ticketId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2">
              <span className="min-w-0 break-words">
                <span className="tabular-nums">{reference}</span> · {subject}
              </span>
              <FieldForm action={muteAction} permalink={permalink} idPrefix={`${ticketId}-`} hidden={{ ticketId, isMuted: "false" }} fields={[]} button="secondary" buttonLabel={t("preferences.unmuteLong", { reference })} isInline words={smallFormWords(t("preferences.unmute"), t("preferences.unmuting"))} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
