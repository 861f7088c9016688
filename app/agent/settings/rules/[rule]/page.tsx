import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { FieldForm } from "@/components/forms/field-form";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { ButtonLink } from "@/components/ui/button";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireAdmin } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { formValuesOf } from "@/lib/automation/form-values";
import { findRule, listRuns, type RuleView, type RunView } from "@/lib/automation/queries";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { SignedOutForms } from "../../../_components/signed-out-forms";
import { removeRuleAction, saveRuleAction } from "../actions";
import { RuleForm } from "../_components/rule-form";
import { RuleState } from "../_components/rule-state";
import { SwitchForm } from "../_components/switch-form";
import { hrefOfRule, hrefOfTrial, RULES } from "../_data/addresses";
import { smallWords, TYPED_NAMES } from "../_data/rule-fields";
import { outcomeWords, ruleSentence } from "../_data/rule-words";

type Props = { params: Promise<{ rule: string }> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("automation")("title") };
}

/** One rule: whether it acts, what it says, and what it did. */
export default async function RulePage({ params }: Props) {
  const { rule: id } = await params;
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={hrefOfRule(id)} forms={[{ action: saveRuleAction, names: TYPED_NAMES }]} />;
  const ctx = contextOf(await requireAdmin());
  const rule = z.uuid().safeParse(id).success ? await findRule(ctx, id) : null;
  if (!rule) notFound();
  const runs = await listRuns(ctx, rule.id);
  const t = getTranslator("automation");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader breadcrumbs={{ label: t("title"), items: [{ label: t("title"), href: RULES }, { label: rule.name }] }} title={rule.name} lead={ruleSentence(rule)} />
        {rule.stoppedAt !== null && rule.state === "stopped" && (
          <Notice tone="danger" title={t("stopped.title")}>
            {t("stopped.lead", { max: rule.maxPerHour, at: formatDateTime(Temporal.Instant.from(rule.stoppedAt), { now: ctx.now }) })}
          </Notice>
        )}
        <Panel title={t("switch.title")} actions={<RuleState state={rule.state} />}>
          <SwitchPart rule={rule} />
        </Panel>
        <Panel title={t("form.editTitle")}>
          <RuleForm key={rule.version} ctx={ctx} permalink={hrefOfRule(rule.id)} values={formValuesOf(rule, rule.conditions.organizationIds.map((each) => rule.names[each] ?? ""))} rule={rule} />
          <p className="pt-4 text-sm text-muted">
            {t("list.edited", { name: rule.updatedByName })} <Moment at={rule.updatedAt} now={ctx.now} />
          </p>
        </Panel>
        <Panel title={t("runs.title")} isFlush>
          <Runs rule={rule} runs={runs} now={ctx.now} />
        </Panel>
        <Disclosure summary={t("remove.summary")} className="text-sm">
          <div className="space-y-3">
            <p className="text-muted">{t("remove.lead")}</p>
            <FieldForm action={removeRuleAction} permalink={hrefOfRule(rule.id)} idPrefix="remove-" hidden={{ ruleId: rule.id, version: String(rule.version) }} fields={[]} button="danger" isInline words={smallWords(t("remove.submit"), t("remove.submitting"), t("switch.failed"))} />
          </div>
        </Disclosure>
      </div>
    </div>
  );
}

function SwitchPart({ rule }: { rule: RuleView }) {
  const t = getTranslator("automation");
  if (rule.state === "on") return <SwitchForm rule={rule} to="off" permalink={hrefOfRule(rule.id)} />;
  return (
    <div className="space-y-3">
      <p className="text-sm text-muted">{t("switch.tryFirst")}</p>
      <ButtonLink href={hrefOfTrial(rule.id)}>{t("switch.try")}</ButtonLink>
    </div>
  );
}

function Runs({ rule, runs, now }: { rule: RuleView; runs: RunView[]; now: Temporal.Instant }) {
  const t = getTranslator("automation");
  if (runs.length === 0) return <p className="px-4 py-3 text-sm text-muted sm:px-5">{t("runs.empty")}</p>;
  return (
    <ul aria-label={t("runs.label")} className="divide-y">
      {runs.map((run) => (
        <li key={run.id} className="space-y-1 px-4 py-3 text-sm sm:px-5">
          <p className="wrap-anywhere">
            <Link href={`/agent/tickets/${run.ticket.reference}`} prefetch={false} className="link inline-flex min-h-6 items-center">
              {run.ticket.reference}
            </Link>{" "}
            {run.ticket.subject} <span className="text-muted">· <Moment at={run.at} now={now} /></span>
          </p>
          <ul className="list-disc pl-5 text-muted">
            {run.outcomes.map((outcome, index) => (
              <li key={index}>{outcomeWords(outcome, rule, "did")}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
