import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canGovernAutomation } from "@/lib/automation/policy";
import { lockRules } from "@/lib/automation/record";
import type { MoveRuleInput, RuleVersionInput, SwitchRuleInput } from "@/lib/automation/schema";
import { steppedBy } from "@/lib/order";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

type Answer = Result<{ ruleId: string }, "FORBIDDEN" | "RULE_GONE" | "RULE_CHANGED_UNSEEN">;

/**
 * Has a rule act on what happens from now on, in the name of whoever switches it on, or stops it. Only the version that one saw, and could
 * try, is switched on; stopping never waits for that.
 */
export function switchRule({ db, actor, now }: Context<StaffActor>, { ruleId, version, to }: SwitchRuleInput): Promise<Answer> {
  return db.$transaction(async (tx): Promise<Answer> => {
    if (!canGovernAutomation(actor)) return refuse("FORBIDDEN");
    await lockRules(tx);
    const rule = await tx.automationRule.findFirst({ where: { id: ruleId, removedAt: null }, select: { version: true, isOn: true } });
    if (!rule) return refuse("RULE_GONE");
    if (rule.isOn === (to === "on")) return ok({ ruleId });
    if (to === "on" && rule.version !== version) return refuse("RULE_CHANGED_UNSEEN", { version: String(rule.version) });
    const on = { isOn: true, switchedOnAt: toDate(now), switchedOnById: actor.userId, stoppedAt: null };
    await tx.automationRule.update({ where: { id: ruleId }, data: { ...(to === "on" ? on : { isOn: false }), version: { increment: 1 } } });
    return ok({ ruleId });
  });
}

/** One place up or down in the order in which rules are asked; at the end of the list it stays. */
export function moveRule({ db, actor }: Context<StaffActor>, { ruleId, direction }: MoveRuleInput): Promise<Result<{ ruleId: string }, "FORBIDDEN" | "RULE_GONE">> {
  return db.$transaction(async (tx): Promise<Result<{ ruleId: string }, "FORBIDDEN" | "RULE_GONE">> => {
    if (!canGovernAutomation(actor)) return refuse("FORBIDDEN");
    await lockRules(tx);
    const all = await tx.automationRule.findMany({ where: { removedAt: null }, orderBy: [{ position: "asc" }, { id: "asc" }], select: { id: true } });
    const before = all.map(({ id }) => id);
    if (!before.includes(ruleId)) return refuse("RULE_GONE");
    for (const [index, id] of steppedBy(before, ruleId, direction).entries()) await tx.automationRule.update({ where: { id }, data: { position: index + 1 } });
    return ok({ ruleId });
  });
}

/** Takes a rule out of the list for good. What it did stays where it did it. */
export function removeRule({ db, actor, now }: Context<StaffActor>, { ruleId, version }: RuleVersionInput): Promise<Answer> {
  return db.$transaction(async (tx): Promise<Answer> => {
    if (!canGovernAutomation(actor)) return refuse("FORBIDDEN");
    await lockRules(tx);
    const rule = await tx.automationRule.findFirst({ where: { id: ruleId, removedAt: null }, select: { version: true } });
    if (!rule) return refuse("RULE_GONE");
    if (rule.version !== version) return refuse("RULE_CHANGED_UNSEEN", { version: String(rule.version) });
    await tx.automationRule.update({ where: { id: ruleId }, data: { isOn: false, removedAt: toDate(now), version: { increment: 1 } } });
    return ok({ ruleId });
  });
}
