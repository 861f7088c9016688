import { FieldForm } from "@/components/forms/field-form";
import type { Context } from "@/lib/auth/context";
import type { StaffActor } from "@/lib/auth/actor";
import type { RuleFormValues } from "@/lib/automation/form-values";
import type { RuleView } from "@/lib/automation/queries";
import { listAssignees, listDepartments } from "@/lib/tickets/staff-queries";
import { saveRuleAction } from "../actions";
import { ruleFields, ruleFormWords } from "../_data/rule-fields";

const FIELD_OF = { RULE_UNKNOWN_ORGANIZATION: "organizations", UNKNOWN_DEPARTMENT: "departmentIds" };

/** A new rule, or the one that is edited. */
export async function RuleForm({ ctx, permalink, values, rule }: { ctx: Context<StaffActor>; permalink: string; values: RuleFormValues; rule: Pick<RuleView, "id" | "version" | "names"> | null }) {
  const [departments, staff] = await Promise.all([listDepartments(ctx), listAssignees(ctx)]);
  // Who left stays in sight where the rule names them: saved, it wants somebody else.
  const gone = [...new Set([values.assignTo, values.tell])].flatMap((id) => (id !== "" && rule?.names[id] !== undefined && !staff.some((each) => each.id === id) ? [{ id, name: rule.names[id] }] : []));
  return <FieldForm action={saveRuleAction} permalink={permalink} hidden={{ ...(rule ? { ruleId: rule.id } : {}), version: String(rule?.version ?? 0) }} fields={ruleFields(values, { departments, staff: [...staff, ...gone] })} fieldOf={FIELD_OF} words={ruleFormWords()} />;
}
