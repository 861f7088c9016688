import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { formValuesOf } from "@/lib/automation/form-values";
import { canGovernAutomation } from "@/lib/automation/policy";
import { lockRules, ruleColumns, toRule, type Rule } from "@/lib/automation/record";
import { countsDays, type RuleConditions } from "@/lib/automation/rule";
import { actionsOf, type SaveRuleInput } from "@/lib/automation/schema";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { ok, refuse, type Result } from "@/lib/result";
import { isAssignable } from "@/lib/tickets/commands/assign-ticket";
import { toDate } from "@/lib/time/instants";

type Refusals = "FORBIDDEN" | "RULE_GONE" | "RULE_CHANGED" | "RULES_AT_MOST" | "UNKNOWN_DEPARTMENT" | "UNKNOWN_ASSIGNEE" | "RULE_UNKNOWN_ORGANIZATION";
type Answer = Result<{ ruleId: string }, Refusals>;

const RULES_MAX = 100;

/**
 * Writes a rule, a new one at the end of the order and off. An edited one is off as well until it is switched on again: what was tried is
 * not what it says now. Over the version that the editor saw, and over no other.
 */
export function saveRule({ db, actor, now }: Context<StaffActor>, input: SaveRuleInput): Promise<Answer> {
  return db.$transaction(async (tx): Promise<Answer> => {
    if (!canGovernAutomation(actor)) return refuse("FORBIDDEN");
    await lockRules(tx);
    const found = input.ruleId ? await tx.automationRule.findFirst({ where: { id: input.ruleId, removedAt: null }, select: ruleColumns }) : null;
    if (input.ruleId && !found) return refuse("RULE_GONE");
    if (found && found.version !== input.version) return refuse("RULE_CHANGED", await changedDetails(tx, toRule(found)));
    const conditions = await readConditions(tx, input);
    if (!conditions.ok) return conditions;
    for (const staffId of [input.assignTo, input.tell]) if (staffId && !(await isAssignable(tx, staffId))) return refuse("UNKNOWN_ASSIGNEE");

    const data = {
      name: input.name,
      trigger: input.trigger,
      triggerDays: countsDays(input.trigger) ? input.triggerDays! : null,
      conditions: conditions.data satisfies Prisma.InputJsonObject,
      actions: actionsOf(input) as Prisma.InputJsonArray,
      maxPerHour: input.maxPerHour,
      updatedAt: toDate(now),
      updatedById: actor.userId,
    };
    if (found) {
      await tx.automationRule.update({ where: { id: found.id }, data: { ...data, isOn: false, stoppedAt: null, version: { increment: 1 } } });
      return ok({ ruleId: found.id });
    }
    const { _count: count, _max: max } = await tx.automationRule.aggregate({ where: { removedAt: null }, _count: true, _max: { position: true } });
    if (count >= RULES_MAX) return refuse("RULES_AT_MOST", { max: RULES_MAX });
    const { id } = await tx.automationRule.create({ data: { ...data, position: (max.position ?? 0) + 1, createdAt: toDate(now) }, select: { id: true } });
    return ok({ ruleId: id });
  });
}

async function readConditions(tx: Tx, input: SaveRuleInput): Promise<Result<RuleConditions, "UNKNOWN_DEPARTMENT" | "RULE_UNKNOWN_ORGANIZATION">> {
  const { departmentIds, priorities, statuses, productKinds, contract, words } = input;
  if ((await tx.department.count({ where: { id: { in: departmentIds } } })) !== new Set(departmentIds).size) return refuse("UNKNOWN_DEPARTMENT");
  const known = await tx.organization.findMany({ where: { OR: input.organizations.map((name) => ({ name: { equals: name, mode: "insensitive" as const } })) }, select: { id: true, name: true } });
  const unknown = input.organizations.filter((name) => !known.some((each) => each.name.toLowerCase() === name.toLowerCase()));
  if (unknown.length > 0) return refuse("RULE_UNKNOWN_ORGANIZATION", { names: unknown.slice(0, 5).join(", ") });
  return ok({ departmentIds, priorities, statuses, productKinds, organizationIds: known.map(({ id }) => id), contract, words });
}

/** What somebody else saved meanwhile, as the form would show it; sent again with this version it is replaced. */
async function changedDetails(tx: Tx, rule: Rule) {
  const organizations = await tx.organization.findMany({ where: { id: { in: rule.conditions.organizationIds } }, orderBy: { name: "asc" }, select: { name: true } });
  return { version: String(rule.version), theirs: formValuesOf(rule, organizations.map(({ name }) => name)) };
}
