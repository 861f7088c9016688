import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireAdmin } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { findKbSettings } from "@/lib/kb/settings/queries";
import { MOST_MONTHS, MOST_SHOWN } from "@/lib/kb/settings/types";
import { KnowledgeSettingsForm, type KnowledgeSettingsWords } from "./_components/knowledge-settings-form";
import { saveAction } from "./actions";

const ADDRESS = "/agent/settings/knowledge";

export function generateMetadata(): Metadata {
  return { title: getTranslator("kbCategories")("settings.title") };
}

/** How long the lists of the knowledge base are, and when articles ask to be looked at again. */
export default async function KnowledgeSettingsPage() {
  const t = getTranslator("kbCategories");
  const form = { action: saveAction, permalink: ADDRESS, words: settingsWords() };
  if ((await isFormPost()) && !(await findPerson())) {
    return (
      <div className="mx-auto w-full max-w-narrow space-y-5 p-4 sm:p-6">
        <h1 className="text-lg font-semibold">{t("settings.title")}</h1>
        <KnowledgeSettingsForm {...form} version={null} values={{ mostReadShown: "", newestShown: "", firstList: "all", reviewMonths: "" }} />
      </div>
    );
  }
  const ctx = contextOf(await requireAdmin());
  const settings = await findKbSettings(ctx);
  if (!settings) return null;
  const { mostReadShown, newestShown, isRecentFirst, reviewMonths, version, updatedAt, updatedByName } = settings;
  const values = { mostReadShown: String(mostReadShown), newestShown: String(newestShown), firstList: isRecentFirst ? "recent" : "all", reviewMonths: String(reviewMonths ?? "") };
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader title={t("settings.title")} lead={t("settings.lead")} />
        <Panel title={t("settings.lists")}>
          <KnowledgeSettingsForm {...form} version={version} values={values} />
          {updatedAt && updatedByName && (
            <p className="pt-4 text-sm text-muted">
              {t("settings.editedBy", { name: updatedByName })} <Moment at={updatedAt} now={ctx.now} />
            </p>
          )}
        </Panel>
      </div>
    </div>
  );
}

function settingsWords(): KnowledgeSettingsWords {
  const t = getTranslator("kbCategories");
  return {
    mostReadShown: t("settings.mostReadShown"),
    mostReadShownHint: t("settings.shownHint", { max: MOST_SHOWN }),
    newestShown: t("settings.newestShown"),
    newestShownHint: t("settings.shownHint", { max: MOST_SHOWN }),
    firstList: t("settings.firstList"),
    firstLists: (["all", "recent"] as const).map((value) => ({ value, label: t(`settings.first.${value}`) })),
    reviewMonths: t("settings.reviewMonths"),
    reviewMonthsHint: t("settings.reviewMonthsHint", { max: MOST_MONTHS }),
    optional: getTranslator("ui")("optional"),
    submit: t("change.submit"),
    submitting: t("change.submitting"),
    saved: t("settings.saved"),
    invalid: t("form.invalid"),
    offline: t("form.offline"),
    signIn: t("form.signIn"),
    conflict: t("conflict.title"),
    conflictHint: t("conflict.hint"),
  };
}
