import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { smallFormWords } from "@/app/_notifications/words";
import { FieldForm } from "@/components/forms/field-form";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { Disclosure } from "@/components/ui/disclosure";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireAdmin } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { sampleMail } from "@/lib/notifications/sample";
import { isTemplateName, neededVariablesOf, variablesOf } from "@/lib/notifications/template-text";
import { listTemplates, listTemplateVersions, type TemplateVersionView, type TemplateView } from "@/lib/notifications/templates";
import { SignedOutForms } from "../../../_components/signed-out-forms";
import { saveTemplateAction, testMailAction } from "../actions";
import { templateTitle } from "../_data/template-words";

type Params = { params: Promise<{ template: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { template } = await params;
  return { title: isTemplateName(template) ? templateTitle(template) : getTranslator("mail")("templates.title") };
}

/** One text: what it says, how it looks with made-up facts, and how it was before. */
export default async function TemplatePage({ params }: Params) {
  const { template: name } = await params;
  const address = `/agent/settings/mail/${name}`;
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={address} forms={[{ action: saveTemplateAction, names: ["subject", "body"] }]} />;
  const ctx = contextOf(await requireAdmin());
  if (!isTemplateName(name)) notFound();
  const [templates, versions] = await Promise.all([listTemplates(ctx), listTemplateVersions(ctx, { template: name })]);
  const template = templates.find((each) => each.template === name);
  if (!template) notFound();
  const t = getTranslator("mail");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader breadcrumbs={{ label: t("templates.title"), items: [{ label: t("templates.back"), href: "/agent/settings/mail" }, { label: templateTitle(name) }] }} title={templateTitle(name)} />
        <Panel>
          <TemplateForm template={template} address={address} />
          <p className="pt-4 text-sm text-muted">
            {template.savedAt && template.savedByName ? (
              <>
                {t("templates.edited", { name: template.savedByName })} <Moment at={template.savedAt} now={ctx.now} />
              </>
            ) : (
              t("templates.never")
            )}
          </p>
        </Panel>
        <Preview template={template} address={address} email={ctx.actor.email} />
        {versions.length > 0 && <Versions versions={versions} now={ctx.now} />}
      </div>
    </div>
  );
}

function TemplateForm({ template, address }: { template: TemplateView; address: string }) {
  const t = getTranslator("mail");
  const inBraces = (names: readonly string[]) => names.map((name) => `{${name}}`).join(", ");
  return (
    <FieldForm
      action={saveTemplateAction}
      permalink={address}
      hidden={{ template: template.template, version: String(template.version) }}
      fields={[
        { kind: "text", name: "subject", label: t("templates.subject"), value: template.subject },
        { kind: "textarea", name: "body", label: t("templates.body"), hint: t("templates.variables", { names: inBraces(variablesOf(template.template)), needed: inBraces(neededVariablesOf(template.template)) }), value: template.body, rows: 12 },
      ]}
      fieldOf={{ TEMPLATE_UNKNOWN_VARIABLE: "body", TEMPLATE_VARIABLE_IN_SUBJECT: "subject", TEMPLATE_VARIABLE_MISSING: "body" }}
      words={{ submit: t("templates.save"), submitting: t("templates.saving"), invalid: t("templates.invalid"), offline: t("templates.offline"), signIn: getTranslator("notifications")("list.signIn"), optional: getTranslator("ui")("optional"), saved: t("templates.saved"), theirs: { title: t("templates.theirs"), yes: "", no: "", empty: "" } }}
    />
  );
}

function Preview({ template, address, email }: { template: TemplateView; address: string; email: string }) {
  const t = getTranslator("mail");
  const mail = sampleMail(template.template, template);
  return (
    <Panel title={t("templates.preview")}>
      <p className="pb-3 text-sm text-muted">{t("templates.previewLead")}</p>
      <div className="space-y-3 rounded-md bg-sunken p-3 text-sm">
        <p className="font-semibold break-words">{mail.subject}</p>
        <p className="break-words whitespace-pre-line">{mail.text}</p>
      </div>
      <div className="space-y-2 pt-4">
        <p className="text-sm text-muted">{t("templates.testHint", { email })}</p>
        <FieldForm action={testMailAction} permalink={address} idPrefix="test-" hidden={{ template: template.template }} fields={[]} button="secondary" isInline words={smallFormWords(t("templates.test"), t("templates.testing"), t("templates.tested"))} />
      </div>
    </Panel>
  );
}

function Versions({ versions, now }: { versions: TemplateVersionView[]; now: Temporal.Instant }) {
  const t = getTranslator("mail");
  return (
    <Panel title={t("templates.versions")}>
      <ul className="space-y-2 text-sm">
        {versions.map(({ number, subject, body, savedAt, savedByName }) => (
          <li key={number}>
            <Disclosure
              summary={
                <>
                  {t("templates.version", { number })} · {savedByName} · <Moment at={savedAt} now={now} />
                </>
              }
            >
              <p className="font-semibold break-words">{subject}</p>
              <p className="break-words whitespace-pre-line">{body}</p>
            </Disclosure>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
