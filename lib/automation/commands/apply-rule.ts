import "server-only";
import { forRun, type SystemActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { fillText, mayFollow } from "@/lib/automation/causes";
import { isNeedless, matchesRule, planAction, planActions, priorityAfter } from "@/lib/automation/matching";
import { readRuleFacts, ruleColumns, toRule, type Rule } from "@/lib/automation/record";
import type { ActionOutcome, RuleAction } from "@/lib/automation/rule";
import { refuseAttending } from "@/lib/billing/gate";
import { readPaidWork } from "@/lib/billing/paid-work";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { log } from "@/lib/log";
import { isAssignable, writeAssignee } from "@/lib/tickets/commands/assign-ticket";
import { applyMove } from "@/lib/tickets/commands/change-status";
import { writePriority } from "@/lib/tickets/priority";
import { lockVisibleTicket, recordTicketEvent, type LockedTicket } from "@/lib/tickets/record";
import { writeRuleMessage, writeRuleNote } from "@/lib/tickets/written-by-rule";
import { toDate, toInstant } from "@/lib/time/instants";

export type Cause = {
  ruleId: string;
  ticketId: string;
  /** Its name: a rule acts once on each. */
  cause: string;
  /** The rules whose acts led here. */
  chain: readonly string[];
  /** When it happened: a rule acts on nothing from before it was switched on. */
  occurredAt: Temporal.Instant;
};

/**
 * Asks a rule about a ticket, and does what it says in one transaction with the log of it. Does nothing where the rule is off by now, does
 * not match, has acted on this cause or led to it. At its cap it stops, until an administrator switches it on again.
 */
export function applyRule({ db, actor, now }: Context<SystemActor>, { ruleId, ticketId, cause, chain, occurredAt }: Cause): Promise<"applied" | "skipped" | "stopped"> {
  if (!mayFollow(ruleId, chain)) return Promise.resolve("skipped");
  return db.$transaction(async (tx) => {
    const ticket = await lockVisibleTicket(tx, actor, ticketId);
    if (!ticket) return "skipped";
    await tx.$queryRaw`SELECT id FROM automation_rule WHERE id = ${ruleId}::uuid FOR UPDATE`;
    const row = await tx.automationRule.findFirst({ where: { id: ruleId, isOn: true }, select: ruleColumns });
    if (!row?.switchedOnAt || toDate(occurredAt) < row.switchedOnAt) return "skipped";
    const rule = toRule(row);
    const facts = (await readRuleFacts(tx, [ticketId])).get(ticketId);
    if (!facts || !matchesRule(rule.conditions, facts) || isNeedless(planActions(rule.actions, facts))) return "skipped";
    if (await tx.automationRun.findUnique({ where: { ruleId_ticketId_cause: { ruleId, ticketId, cause } }, select: { id: true } })) return "skipped";
    if (await isAtCap(tx, rule, now)) {
      await tx.automationRule.update({ where: { id: ruleId }, data: { isOn: false, stoppedAt: toDate(now), version: { increment: 1 } } });
      log.warn({ ruleId, maxPerHour: rule.maxPerHour }, "automation: a rule stopped at its cap");
      return "stopped";
    }
    const run = await tx.automationRun.create({ data: { ruleId, ruleVersion: rule.version, ticketId, cause, chain: [...chain, ruleId], at: toDate(now) }, select: { id: true } });
    const outcomes = await act(tx, { rule, ticket, actor: forRun(actor, run.id), now });
    await tx.automationRun.update({ where: { id: run.id }, data: { outcomes: outcomes as Prisma.InputJsonArray } });
    return "applied";
  });
}

const CAP_HOURS = 1;

async function isAtCap(tx: Tx, { id, maxPerHour, switchedOnAt }: Rule, now: Temporal.Instant): Promise<boolean> {
  const hourAgo = now.subtract({ hours: CAP_HOURS });
  // Switched on again, it begins to count anew.
  const since = switchedOnAt && Temporal.Instant.compare(toInstant(switchedOnAt), hourAgo) > 0 ? switchedOnAt : toDate(hourAgo);
  return (await tx.automationRun.count({ where: { ruleId: id, at: { gte: since } } })) >= maxPerHour;
}

type Acting = { rule: Rule; ticket: LockedTicket; actor: SystemActor; now: Temporal.Instant };

async function act(tx: Tx, acting: Acting): Promise<ActionOutcome[]> {
  const { rule, actor, now } = acting;
  await recordTicketEvent(tx, { ticketId: acting.ticket.id, type: "ticket.rule-applied", data: { rule: rule.id }, actor, at: now });
  const outcomes: ActionOutcome[] = [];
  for (const action of rule.actions) {
    // Each action finds what the one before it left.
    const ticket = await lockVisibleTicket(tx, actor, acting.ticket.id);
    const facts = (await readRuleFacts(tx, [acting.ticket.id])).get(acting.ticket.id);
    if (!ticket || !facts) throw new Error("A locked ticket went away.");
    const planned = planAction(action, facts);
    const code = planned.result === "done" ? await carryOut(tx, action, { ...acting, ticket }) : null;
    outcomes.push(code === null ? planned : { action, result: "refused", code });
  }
  return outcomes;
}

/** @returns the code of a refusal that only the rows could tell; null when it was done */
async function carryOut(tx: Tx, action: RuleAction, { rule, ticket, actor, now }: Acting): Promise<string | null> {
  switch (action.kind) {
    case "note":
    case "message": {
      const authorId = rule.switchedOnById;
      if (authorId === null) throw new Error(`Rule ${rule.id} is on, and nobody switched it on.`);
      const body = await fillFor(tx, ticket.id, action.text);
      await (action.kind === "note" ? writeRuleNote : writeRuleMessage)(tx, { ticket, authorId, body, actor, now });
      return null;
    }
    case "priority":
      await writePriority(tx, { ticket, priority: priorityAfter(action.to, ticket.priority), actor, at: now });
      return null;
    case "assign":
      if (!(await isAssignable(tx, action.to))) return "UNKNOWN_ASSIGNEE";
      await writeAssignee(tx, { ticket, to: action.to, actor, now });
      return null;
    case "tell":
      if (!(await isAssignable(tx, action.to))) return "UNKNOWN_ASSIGNEE";
      await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.escalated", data: { to: action.to }, actor, at: now });
      return null;
    case "status": {
      // As for a person: what is paid is not marked as attended before it was authorised.
      const gate = action.move === "solve" ? refuseAttending(await readPaidWork(tx, ticket.id)) : null;
      if (gate) return gate;
      const moved = await applyMove(tx, { ticket, move: action.move, actor, now });
      return moved.ok ? null : moved.code;
    }
    default:
      return action satisfies never;
  }
}

async function fillFor(tx: Tx, ticketId: string, text: string): Promise<string> {
  const { reference, subject, requester } = await tx.ticket.findUniqueOrThrow({ where: { id: ticketId }, select: { reference: true, subject: true, requester: { select: { name: true } } } });
  return fillText(text, { nombre: requester.name, referencia: reference, asunto: subject });
}
