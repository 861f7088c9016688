import { Workflow } from "lucide-react";
import Link from "next/link";
import { FieldForm } from "@/components/forms/field-form";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { RuleView } from "@/lib/automation/queries";
import { getTranslator } from "@/lib/i18n/translator";
import { moveRuleAction } from "../actions";
import { hrefOfRule, hrefOfTrial, RULES } from "../_data/addresses";
import { smallWords } from "../_data/rule-fields";
import { ruleSentence } from "../_data/rule-words";
import { RuleState } from "./rule-state";

/** The rules in the order in which they are asked, each with buttons that move it. */
export function RuleList({ rules }: { rules: RuleView[] }) {
  const t = getTranslator("automation");
  if (rules.length === 0) {
    return (
      <EmptyState icon={<Workflow aria-hidden="true" />} title={t("list.empty")}>
        {t("list.emptyLead")}
      </EmptyState>
    );
  }
  return (
    <ol aria-label={t("list.label")} className="divide-y rounded-lg border bg-surface">
      {rules.map((rule, index) => (
        <li key={rule.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
          <div className="min-w-0 grow basis-72 space-y-1">
            <p className="flex flex-wrap items-center gap-2">
              <Link href={hrefOfRule(rule.id)} prefetch={false} className="link inline-flex min-h-6 items-center font-semibold wrap-anywhere">
                {rule.name}
              </Link>
              <RuleState state={rule.state} />
            </p>
            <p className="text-sm wrap-anywhere">{ruleSentence(rule)}</p>
            <p className="text-sm text-muted">{t("list.runs", { count: rule.recentRuns })}</p>
          </div>
          <div className="flex flex-wrap items-start gap-2">
            {index > 0 && <Mover rule={rule} direction="up" />}
            {index < rules.length - 1 && <Mover rule={rule} direction="down" />}
            <ButtonLink size="sm" href={hrefOfTrial(rule.id)} aria-label={t("list.tryLong", { name: rule.name })}>
              {t("list.try")}
            </ButtonLink>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Mover({ rule, direction }: { rule: RuleView; direction: "up" | "down" }) {
  const t = getTranslator("automation");
  return <FieldForm action={moveRuleAction} permalink={RULES} idPrefix={`${direction}-${rule.id}-`} hidden={{ ruleId: rule.id, direction }} fields={[]} button="secondary" buttonLabel={t(`list.${direction}Long`, { name: rule.name })} isInline words={smallWords(t(`list.${direction}`), t("list.moving"))} />;
}
