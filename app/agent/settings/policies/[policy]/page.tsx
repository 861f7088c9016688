import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PolicyText } from "@/app/(public)/_components/policy-text";
import { FieldForm } from "@/components/forms/field-form";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { requireStaff } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { deskDay } from "@/lib/policies/desk-day";
import { findPolicyDesk } from "@/lib/policies/desk-queries";
import { canEditPolicies } from "@/lib/policies/policy";
import type { PolicyDeskView } from "@/lib/policies/types";
import { getSlaInForce } from "@/lib/sla/queries";
import type { Query } from "../../../_data/list-address";
import { SignedOutForms } from "../../../_components/signed-out-forms";
import { DoneNotice } from "../../synonyms/_components/done-notice";
import { discardAction, previewAction, publishAction, saveAction, settingsAction } from "../actions";
import { DraftForm } from "../_components/draft-form";
import { VersionList } from "../_components/version-list";
import { DONE, hrefOfPolicy, hrefOfVersion, POLICIES } from "../_data/addresses";
import { draftFormWords, fieldFormWords } from "../_data/words";

type Props = { params: Promise<{ policy: string }>; searchParams: Promise<Query> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("policies")("desk.title") };
}

/** A document: its draft, its versions, and what is asked of customers. Agents read. */
export default async function PolicyDeskPage({ params, searchParams }: Props) {
  const { policy: id } = await params;
  if ((await isFormPost()) && !(await findPerson())) {
    return <SignedOutForms address={hrefOfPolicy(id)} forms={[{ action: saveAction, names: ["title", "summary", "body"] }, { action: publishAction, names: ["changeNote"] }]} />;
  }
  const ctx = contextOf(await requireStaff());
  const view = z.uuid().safeParse(id).success ? await findPolicyDesk(ctx, id) : null;
  if (!view) notFound();
  const { done: asked } = await searchParams;
  const done = DONE.find((each) => each === asked);
  const t = getTranslator("policies");
  const isEditor = canEditPolicies(ctx.actor);
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-wide space-y-5">
        <PageHeader
          title={view.title}
          breadcrumbs={{ label: getTranslator("ui")("breadcrumbs"), items: [{ label: t("desk.title"), href: POLICIES }] }}
          actions={view.inForceSince && !view.isArchived ? <ButtonLink href={`/policies/${view.slug}`}>{t("desk.public")}</ButtonLink> : undefined}
        />
        {done && <DoneNotice text={t(`desk.done.${done}`)} />}
        {isEditor && <Draft ctx={ctx} view={view} />}
        {isEditor && view.draft && <Publish view={view} draft={view.draft} today={deskDay(ctx.now)} />}
        <VersionList policyId={view.id} versions={view.versions} />
        {isEditor && <Settings view={view} />}
      </div>
    </div>
  );
}

async function Draft({ ctx, view }: { ctx: Context<StaffActor>; view: PolicyDeskView }) {
  const t = getTranslator("policies");
  const text = view.draft ?? view.newest ?? { title: "", summary: "", body: "" };
  return (
    <Panel title={t("desk.edit")} actions={view.draft ? <ButtonLink size="sm" href={hrefOfVersion(view.id, view.draft.number)}>{t("desk.preview")}</ButtonLink> : undefined}>
      <p className="pb-4 text-sm text-muted">{t("desk.editLead")}</p>
      <DraftForm
        key={`${view.draft?.number ?? "none"} ${view.draft?.revision ?? 0}`}
        action={saveAction}
        preview={previewAction}
        initialView={text.body === "" ? null : <PolicyText body={text.body} sla={await getSlaInForce(ctx)} now={ctx.now} />}
        permalink={hrefOfPolicy(view.id)}
        draft={{ policyId: view.id, revision: view.draft?.revision ?? 0 }}
        text={text}
        words={draftFormWords()}
      />
    </Panel>
  );
}

function Publish({ view, draft, today }: { view: PolicyDeskView; draft: { revision: number }; today: string }) {
  const t = getTranslator("policies");
  const common = { permalink: hrefOfPolicy(view.id), hidden: { policyId: view.id, revision: String(draft.revision) } };
  return (
    <Panel title={t("desk.publish")}>
      <p className="pb-4 text-sm text-muted">{t("desk.publishLead")}</p>
      <FieldForm
        {...common}
        key={`publish ${draft.revision}`}
        action={publishAction}
        idPrefix="publish-"
        fields={[
          { kind: "date", name: "effectiveOn", label: t("publish.effectiveOn"), hint: t("publish.effectiveOnHint"), value: today },
          { kind: "textarea", name: "changeNote", label: t("publish.changeNote"), hint: t("publish.changeNoteHint"), isOptional: view.versions.length === 0 },
          { kind: "checkbox", name: "isMaterial", label: t("publish.isMaterial"), hint: t("publish.isMaterialHint") },
        ]}
        fieldOf={{ POLICY_DAY_PAST: "effectiveOn", POLICY_DAY_TAKEN: "effectiveOn", POLICY_NOTE_MISSING: "changeNote" }}
        words={fieldFormWords("publish")}
      />
      <Disclosure summary={t("desk.discard")} className="mt-5 text-sm">
        <p className="pb-3 text-muted">{t("desk.discardLead")}</p>
        <FieldForm {...common} action={discardAction} idPrefix="discard-" fields={[]} button="danger" isInline words={fieldFormWords("discard")} />
      </Disclosure>
    </Panel>
  );
}

function Settings({ view }: { view: PolicyDeskView }) {
  const t = getTranslator("policies");
  return (
    <Panel title={t("desk.settings")}>
      <FieldForm
        key={`${view.requiresAcceptance} ${view.isArchived}`}
        action={settingsAction}
        permalink={hrefOfPolicy(view.id)}
        idPrefix="settings-"
        hidden={{ policyId: view.id }}
        fields={[
          { kind: "checkbox", name: "requiresAcceptance", label: t("settings.requiresAcceptance"), hint: t("settings.requiresAcceptanceHint"), value: view.requiresAcceptance ? "on" : "" },
          { kind: "checkbox", name: "isArchived", label: t("settings.isArchived"), hint: t("settings.isArchivedHint"), value: view.isArchived ? "on" : "" },
        ]}
        words={fieldFormWords("settings")}
      />
    </Panel>
  );
}
