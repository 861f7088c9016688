import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { FILE_TYPES } from "@/lib/attachments/file-types";
import { FILES_MAX, MEGABYTES_MAX } from "@/lib/attachments/limits";
import { getAttachmentSettings } from "@/lib/attachments/queries";
import { requireAdmin } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { editAction } from "./actions";
import { SettingsForm, type SettingsWords } from "./_components/settings-form";

const ADDRESS = "/agent/settings/files";

export function generateMetadata(): Metadata {
  return { title: getTranslator("attachments")("title") };
}

/** What may be attached: how large, how many, which kinds. */
export default async function FilesSettingsPage() {
  const t = getTranslator("attachments");
  const choices = FILE_TYPES.map((value) => ({ value, label: t(`type.${value}`) }));
  const form = { action: editAction, permalink: ADDRESS, choices, words: settingsWords() };
  if ((await isFormPost()) && !(await findPerson())) {
    return (
      <div className="mx-auto w-full max-w-narrow space-y-5 p-4 sm:p-6">
        <h1 className="text-lg font-semibold">{t("title")}</h1>
        <SettingsForm {...form} values={null} />
      </div>
    );
  }
  const ctx = contextOf(await requireAdmin());
  const settings = await getAttachmentSettings(ctx);
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-page space-y-5">
        <PageHeader title={t("title")} lead={t("lead")} />
        <Panel title={t("limits")} className="max-w-3xl">
          <SettingsForm {...form} values={settings} />
          <p className="pt-4 text-sm text-muted">
            {settings.updatedAt === null ? t("never") : settings.updatedByName ? t("editedBy", { name: settings.updatedByName }) : t("edited")}{" "}
            {settings.updatedAt !== null && <Moment at={settings.updatedAt} now={ctx.now} />}
          </p>
        </Panel>
      </div>
    </div>
  );
}

function settingsWords(): SettingsWords {
  const t = getTranslator("attachments");
  return {
    maxFileMegabytes: t("maxFileMegabytes"),
    maxFileMegabytesHint: t("maxFileMegabytesHint", { max: MEGABYTES_MAX }),
    maxFiles: t("maxFiles"),
    maxFilesHint: t("maxFilesHint", { max: FILES_MAX }),
    types: t("types"),
    typesHint: t("typesHint"),
    submit: t("submit"),
    submitting: t("submitting"),
    saved: t("saved"),
    invalid: t("invalid"),
    offline: t("offline"),
    signIn: t("signIn"),
  };
}
