import { getTranslator } from "@/lib/i18n/translator";
import { refusalMessage } from "@/lib/i18n/refusals";
import type { ActionOutcome, RuleAction } from "@/lib/automation/rule";
import type { RuleView } from "@/lib/automation/queries";

type Named = Pick<RuleView, "names">;

/** "Cuando … y … entonces …" */
export function ruleSentence(rule: RuleView): string {
  const t = getTranslator("automation");
  const conditions = conditionWords(rule);
  const actions = rule.actions.map((action) => actionWords(action, rule));
  return [
    t("sentence.when", { trigger: t(`trigger.${rule.trigger}`, { days: rule.triggerDays ?? 1 }) }),
    ...(conditions.length > 0 ? [t("sentence.and", { conditions: listed(conditions) })] : []),
    `${t("sentence.then", { actions: listed(actions) })}.`,
  ].join(" ");
}

function conditionWords({ conditions, names }: RuleView): string[] {
  const t = getTranslator("automation");
  const tickets = getTranslator("tickets");
  const kinds = getTranslator("customers");
  const oneOf = (list: readonly string[]) => list.join(" / ");
  return [
    ...(conditions.departmentIds.length > 0 ? [t("condition.departments", { names: oneOf(conditions.departmentIds.map((id) => names[id] ?? "")) })] : []),
    ...(conditions.organizationIds.length > 0 ? [t("condition.organizations", { names: oneOf(conditions.organizationIds.map((id) => names[id] ?? "")) })] : []),
    ...(conditions.priorities.length > 0 ? [t("condition.priorities", { names: oneOf(conditions.priorities.map((each) => lower(tickets(`priority.${each}`)))) })] : []),
    ...(conditions.statuses.length > 0 ? [t("condition.statuses", { names: oneOf(conditions.statuses.map((each) => lower(tickets(`status.${each}`)))) })] : []),
    ...(conditions.productKinds.length > 0 ? [t("condition.productKinds", { names: oneOf(conditions.productKinds.map((each) => lower(kinds(`kind.${each}`)))) })] : []),
    ...(conditions.contract === "any" ? [] : [t(`condition.contract_${conditions.contract}`)]),
    ...(conditions.words.length > 0 ? [t("condition.words", { names: oneOf(conditions.words.map((word) => `«${word}»`)) })] : []),
  ];
}

function actionWords(action: RuleAction, { names }: Named): string {
  const t = getTranslator("automation");
  switch (action.kind) {
    case "note":
    case "message":
      return t(`action.${action.kind}`);
    case "priority":
      return action.to === "raise" ? t("action.priority_raise") : t("action.priority", { to: lower(getTranslator("tickets")(`priority.${action.to}`)) });
    case "assign":
    case "tell":
      return t(`action.${action.kind}`, { to: names[action.to] ?? "" });
    case "status":
      return t(`action.status_${action.move}`);
    default:
      return action satisfies never;
  }
}

/** What became of an action, or would have. */
export function outcomeWords({ action, result, code }: ActionOutcome, named: Named, tense: "did" | "would"): string {
  const t = getTranslator("automation");
  const words = capital(actionWords(action, named));
  if (result === "done") return words;
  if (result === "needless") return t("action.needless", { action: words });
  return t(tense === "did" ? "action.refused" : "action.wouldRefuse", { action: words, why: code ? refusalMessage(code) : "" });
}

function listed(parts: readonly string[]): string {
  return new Intl.ListFormat("es-MX", { type: "conjunction" }).format(parts);
}

function lower(text: string): string {
  return text.toLocaleLowerCase("es");
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("es") + text.slice(1);
}
