import "server-only";
import { actionSchema, conditionsSchema, type RuleAction, type RuleConditions, type RuleTrigger } from "@/lib/automation/rule";
import type { RuleFacts } from "@/lib/automation/matching";
import type { Db, Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

export const ruleColumns = { id: true, name: true, position: true, trigger: true, triggerDays: true, conditions: true, actions: true, maxPerHour: true, isOn: true, switchedOnAt: true, switchedOnById: true, stoppedAt: true, version: true, updatedAt: true } as const satisfies Prisma.AutomationRuleSelect;

type Row = Prisma.AutomationRuleGetPayload<{ select: typeof ruleColumns }>;

export type Rule = Omit<Row, "conditions" | "actions" | "trigger"> & { trigger: RuleTrigger; conditions: RuleConditions; actions: RuleAction[] };

export function toRule(row: Row): Rule {
  return { ...row, conditions: conditionsSchema.parse(row.conditions), actions: actionSchema.array().parse(row.actions) };
}

const factColumns = {
  id: true,
  departmentId: true,
  priority: true,
  status: true,
  organizationId: true,
  contractId: true,
  assigneeId: true,
  subject: true,
  body: true,
  product: { select: { kind: true } },
  quotes: { where: { state: "authorised", closing: null }, take: 1, select: { id: true } },
} as const satisfies Prisma.TicketSelect;

/** What rules look at, of these tickets as they are now. */
export async function readRuleFacts(db: Db | Tx, ticketIds: readonly string[]): Promise<Map<string, RuleFacts>> {
  const rows = await db.ticket.findMany({ where: { id: { in: [...ticketIds] } }, select: factColumns });
  return new Map(rows.map(({ id, product, quotes, ...facts }) => [id, { ...facts, productKind: product?.kind ?? null, canBeHigh: facts.contractId !== null || quotes.length > 0 }]));
}

/** One writer of the order at a time. */
export async function lockRules(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('mesa.automation-rules'))`;
}
