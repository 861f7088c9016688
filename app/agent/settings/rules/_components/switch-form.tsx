import { FieldForm } from "@/components/forms/field-form";
import type { RuleView } from "@/lib/automation/queries";
import { getTranslator } from "@/lib/i18n/translator";
import { switchRuleAction } from "../actions";
import { smallWords } from "../_data/rule-fields";

/** One button: has the rule act from now on, or stops it. */
export function SwitchForm({ rule, to, permalink }: { rule: RuleView; to: "on" | "off"; permalink: string }) {
  const t = getTranslator("automation");
  const words = to === "on" ? smallWords(t("switch.on"), t("switch.switchingOn"), t("switch.failed")) : smallWords(t("switch.off"), t("switch.switchingOff"), t("switch.failed"));
  return (
    <div className="space-y-3">
      {to === "on" && <p className="text-sm text-muted">{t("switch.onHint")}</p>}
      <FieldForm action={switchRuleAction} permalink={permalink} idPrefix="switch-" hidden={{ ruleId: rule.id, version: String(rule.version), to }} fields={[]} button={to === "on" ? "primary" : "secondary"} words={words} />
    </div>
  );
}
