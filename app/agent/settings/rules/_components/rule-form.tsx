import { FieldForm } from "@/components/forms/field-form";
import type { Context } from "@/lib/auth/context";
import type { StaffActor } from "@/lib/auth/actor";
import type { RuleFormValues } from "@/lib/automation/form-values";
import { listAssignees, listDepartments } from "@/lib/tickets/staff-queries";
import { saveRuleAction } from "../actions";
import { ruleFields, ruleFormWords } from "../_data/rule-fields";

const FIELD_OF = { RULE_UNKNOWN_ORGANIZATION: "organizations", UNKNOWN_DEPARTMENT: "departmentIds" };

/** A new rule, or the one that is edited. */
export async function RuleForm({ ctx, permalink, values, rule }: { ctx: Context<StaffActor>; permalink: string; values: RuleFormValues; rule: { id: string; version: number } | null }) {
  const [departments, staff] = await Promise.all([listDepartments(ctx), listAssignees(ctx)]);
  return <FieldForm action={saveRuleAction} permalink={permalink} hidden={{ ...(rule ? { ruleId: rule.id } : {}), version: String(rule?.version ?? 0) }} fields={ruleFields(values, { departments, staff })} fieldOf={FIELD_OF} words={ruleFormWords()} />;
}
