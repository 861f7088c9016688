import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { shownName, shownNameSelect } from "@/lib/auth/shown-name";
import { canGovernAutomation } from "@/lib/automation/policy";
import { ruleColumns, toRule } from "@/lib/automation/record";
import { outcomeSchema, type ActionOutcome, type RuleAction, type RuleConditions, type RuleTrigger } from "@/lib/automation/rule";
import type { Prisma } from "@/lib/db/generated/client";
import { toDate } from "@/lib/time/instants";

/** With names where the rule has ids. */
export type RuleView = {
  id: string;
  name: string;
  trigger: RuleTrigger;
  triggerDays: number | null;
  conditions: RuleConditions;
  actions: RuleAction[];
  maxPerHour: number;
  state: "on" | "off" | "stopped";
  stoppedAt: string | null;
  version: number;
  updatedAt: string;
  updatedByName: string;
  /** Of departments, organizations and people that it names. */
  names: Record<string, string>;
  /** How often it acted in the last week. */
  recentRuns: number;
};

const RECENT_DAYS = 7;

const visibleRules = (actor: Actor): Prisma.AutomationRuleWhereInput => (canGovernAutomation(actor) ? { removedAt: null } : { id: { in: [] } });

/** In the order in which they are asked; to whoever may not write them there are none. */
export async function listRules(ctx: Context<Actor>): Promise<RuleView[]> {
  return readRules(ctx, visibleRules(ctx.actor));
}

export async function findRule(ctx: Context<Actor>, ruleId: string): Promise<RuleView | null> {
  return (await readRules(ctx, { AND: [visibleRules(ctx.actor), { id: ruleId }] }))[0] ?? null;
}

async function readRules({ db, now }: Context<Actor>, where: Prisma.AutomationRuleWhereInput): Promise<RuleView[]> {
  const since = toDate(now.subtract({ hours: 24 * RECENT_DAYS }));
  const rows = await db.automationRule.findMany({
    where,
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { ...ruleColumns, updatedBy: { select: shownNameSelect }, _count: { select: { runs: { where: { at: { gte: since } } } } } },
  });
  const rules = rows.map(({ updatedBy, _count, ...row }) => ({ ...toRule(row), updatedByName: shownName(updatedBy), recentRuns: _count.runs }));
  const ids = {
    department: rules.flatMap(({ conditions }) => conditions.departmentIds),
    organization: rules.flatMap(({ conditions }) => conditions.organizationIds),
    user: rules.flatMap(({ actions }) => actions.flatMap((action) => (action.kind === "assign" || action.kind === "tell" ? [action.to] : []))),
  };
  const byId = { id: true, name: true } as const;
  const [departments, organizations, people] = await Promise.all([
    db.department.findMany({ where: { id: { in: ids.department } }, select: byId }),
    db.organization.findMany({ where: { id: { in: ids.organization } }, select: byId }),
    db.user.findMany({ where: { id: { in: ids.user } }, select: { id: true, ...shownNameSelect } }),
  ]);
  const names = Object.fromEntries([...departments, ...organizations, ...people.map(({ id, ...each }) => ({ id, name: shownName(each) }))].map(({ id, name }) => [id, name]));
  return rules.map(({ id, name, trigger, triggerDays, conditions, actions, maxPerHour, isOn, stoppedAt, version, updatedAt, updatedByName, recentRuns }) => ({
    id, name, trigger, triggerDays, conditions, actions, maxPerHour, version, updatedByName, recentRuns, names,
    state: isOn ? "on" : stoppedAt ? "stopped" : "off",
    stoppedAt: stoppedAt?.toISOString() ?? null,
    updatedAt: updatedAt.toISOString(),
  }));
}

export type RunView = { id: string; at: string; ticket: { reference: string; subject: string }; outcomes: ActionOutcome[] };

const RUNS_SHOWN = 50;

/** What a rule did last, newest first. */
export async function listRuns({ db, actor }: Context<Actor>, ruleId: string): Promise<RunView[]> {
  const rows = await db.automationRun.findMany({ where: { rule: { AND: [visibleRules(actor), { id: ruleId }] } }, orderBy: [{ at: "desc" }, { id: "asc" }], take: RUNS_SHOWN, select: { id: true, at: true, outcomes: true, ticket: { select: { reference: true, subject: true } } } });
  return rows.map(({ at, outcomes, ...row }) => ({ ...row, at: at.toISOString(), outcomes: outcomeSchema.array().parse(outcomes) }));
}
