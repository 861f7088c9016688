import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SignedOutForms } from "@/app/agent/_components/signed-out-forms";
import { chatFormWords } from "@/app/agent/chat/_data/chat-words";
import { editChatAction, removeCannedAction, saveCannedAction } from "@/app/agent/settings/chat/actions";
import { PressForm } from "@/components/appointments/press-form";
import { FieldForm } from "@/components/forms/field-form";
import { PageHeader } from "@/components/layout/page-header";
import { Disclosure } from "@/components/ui/disclosure";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireAdmin } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { findChatSettings, listCanned } from "@/lib/chat/queries";
import { SILENCE_MINUTES, type CannedView } from "@/lib/chat/types";
import { getTranslator } from "@/lib/i18n/translator";

const ADDRESS = "/agent/settings/chat";

export function generateMetadata(): Metadata {
  return { title: getTranslator("chat")("settings.title") };
}

/** When a silence ends a conversation, and the answers that everybody uses. */
export default async function ChatSettingsPage() {
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={ADDRESS} forms={[{ action: editChatAction, names: ["silenceMinutes"] }, { action: saveCannedAction, names: ["title", "body"] }]} />;
  const ctx = contextOf(await requireAdmin());
  const [settings, canned] = await Promise.all([findChatSettings(ctx), listCanned(ctx)]);
  if (!settings) notFound();
  const t = getTranslator("chat");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader title={t("settings.title")} lead={t("settings.lead")} />
        <Panel>
          <FieldForm
            action={editChatAction}
            permalink={ADDRESS}
            fields={[{ kind: "number", name: "silenceMinutes", label: t("settings.silence"), hint: t("settings.silenceHint", SILENCE_MINUTES), value: String(settings.silenceMinutes) }]}
            words={{ ...chatFormWords(t("settings.save"), t("settings.saving"), t("settings.saved")), invalid: t("settings.invalid") }}
          />
        </Panel>
        <Panel title={t("settings.canned")}>
          <p className="text-sm text-muted">{canned.length === 0 ? t("settings.none") : t("settings.cannedHint")}</p>
          {canned.map((answer) => (
            <Disclosure key={answer.id} summary={answer.title}>
              <div className="space-y-4">
                <CannedForm answer={answer} />
                <PressForm action={removeCannedAction} permalink={ADDRESS} hidden={{ id: answer.id }} words={{ submit: t("settings.remove"), submitting: t("settings.removing"), notDone: t("settings.invalid"), offline: t("settings.offline") }} />
              </div>
            </Disclosure>
          ))}
          <Disclosure summary={t("settings.add")}>
            <CannedForm answer={null} />
          </Disclosure>
        </Panel>
      </div>
    </div>
  );
}

function CannedForm({ answer }: { answer: CannedView | null }) {
  const t = getTranslator("chat");
  const words = answer ? chatFormWords(t("settings.save"), t("settings.saving"), t("settings.saved")) : chatFormWords(t("settings.add"), t("settings.adding"), t("settings.added"));
  return (
    <FieldForm
      action={saveCannedAction}
      permalink={ADDRESS}
      idPrefix={`canned-${answer?.id ?? "new"}-`}
      hidden={{ id: answer?.id ?? "" }}
      isInline
      isClearedWhenDone={answer === null}
      fields={[
        { kind: "text", name: "title", label: t("settings.cannedTitle"), value: answer?.title ?? "" },
        { kind: "textarea", name: "body", label: t("settings.cannedBody"), value: answer?.body ?? "" },
      ]}
      words={{ ...words, invalid: t("settings.invalid") }}
    />
  );
}
