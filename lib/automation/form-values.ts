import type { RuleAction, RuleConditions, RuleTrigger } from "@/lib/automation/rule";

export type RuleFormValues = {
  name: string;
  trigger: string;
  triggerDays: string;
  departmentIds: string[];
  priorities: string[];
  statuses: string[];
  productKinds: string[];
  organizations: string[];
  contract: string;
  words: string[];
  note: string;
  priority: string;
  assignTo: string;
  tell: string;
  message: string;
  move: string;
  maxPerHour: string;
};

type Saved = { name: string; trigger: RuleTrigger; triggerDays: number | null; conditions: RuleConditions; actions: readonly RuleAction[]; maxPerHour: number };

/** A rule as its form shows it: the way back of saveRuleSchema. */
export function formValuesOf({ name, trigger, triggerDays, conditions, actions, maxPerHour }: Saved, organizationNames: readonly string[]): RuleFormValues {
  const { departmentIds, priorities, statuses, productKinds, contract, words } = conditions;
  const values = { note: "", priority: "", assignTo: "", tell: "", message: "", move: "" };
  for (const action of actions) {
    switch (action.kind) {
      case "note":
      case "message":
        values[action.kind] = action.text;
        break;
      case "priority":
        values.priority = action.to;
        break;
      case "assign":
        values.assignTo = action.to;
        break;
      case "tell":
        values.tell = action.to;
        break;
      case "status":
        values.move = action.move;
        break;
      default:
        action satisfies never;
    }
  }
  return { name, trigger, triggerDays: triggerDays === null ? "" : String(triggerDays), departmentIds, priorities, statuses, productKinds, organizations: [...organizationNames], contract, words, ...values, maxPerHour: String(maxPerHour) };
}
