import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { sideOf } from "@/lib/automation/causes";
import { matchesRule, isNeedless, planActions } from "@/lib/automation/matching";
import { canGovernAutomation } from "@/lib/automation/policy";
import { readRuleFacts, ruleColumns, toRule } from "@/lib/automation/record";
import { occasionsOf, type Extra, type PastEvent } from "@/lib/automation/replay";
import type { ActionOutcome } from "@/lib/automation/rule";
import { businessDaysAfter } from "@/lib/automation/waiting";
import { dueAtWithPauses, type BusinessCalendar } from "@/lib/sla/business-time";
import { foldClock } from "@/lib/sla/clock";
import { CLOCKS, getCalendar, getSlaInForce } from "@/lib/sla/queries";
import { WARNED_SHARE } from "@/lib/sla/targets";
import { visibleTickets } from "@/lib/tickets/visibility";
import { toInstant } from "@/lib/time/instants";

export type Trial = { looked: number; matches: { ticket: { reference: string; subject: string }; at: string; planned: ActionOutcome[] }[]; /** More than are shown. */ isMore: boolean };

export const TRIED_TICKETS = 200;
const SHOWN = 50;

/** What a rule would have done with the newest tickets: each moment at which it would have been asked, as the ticket was then. Writes nothing. */
export async function tryRule({ db, actor, now }: Context<Actor>, ruleId: string): Promise<Trial | null> {
  const row = canGovernAutomation(actor) ? await db.automationRule.findFirst({ where: { id: ruleId, removedAt: null }, select: ruleColumns }) : null;
  if (!row) return null;
  const rule = toRule(row);
  const tickets = await db.ticket.findMany({
    where: visibleTickets(actor),
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: TRIED_TICKETS,
    select: {
      id: true,
      reference: true,
      subject: true,
      events: { orderBy: { id: "asc" }, select: { type: true, data: true, at: true, actor: { select: { role: true } } } },
      slaTargets: { where: rule.trigger === "sla_warned" ? {} : { id: { in: [] } }, select: { minutes: true, clock: true, calendarVersionId: true, events: { orderBy: { id: "asc" }, select: { type: true, at: true } } } },
    },
  });
  const facts = await readRuleFacts(db, tickets.map(({ id }) => id));
  const { calendar } = await getSlaInForce({ db });
  const matches: Trial["matches"] = [];
  for (const { id, reference, subject, events, slaTargets } of tickets) {
    const today = facts.get(id);
    if (!today) continue;
    const extras = await Promise.all(slaTargets.map(async (target) => warnedAt(target, await getCalendar({ db }, target.calendarVersionId))));
    const occasions = occasionsOf({ trigger: rule.trigger, today, events: events.map(toPast), extras: extras.flatMap((extra) => extra ?? []), now, dueAfter: (since) => businessDaysAfter(calendar, since, rule.triggerDays ?? 1) });
    for (const occasion of occasions) {
      const planned = planActions(rule.actions, occasion.facts);
      if (matchesRule(rule.conditions, occasion.facts) && !isNeedless(planned)) matches.push({ ticket: { reference, subject }, at: occasion.at.toString(), planned });
    }
  }
  matches.sort((one, other) => (one.at < other.at ? 1 : -1));
  return { looked: tickets.length, matches: matches.slice(0, SHOWN), isMore: matches.length > SHOWN };
}

const eventData = z.record(z.string(), z.unknown());

function toPast({ type, data, at, actor }: { type: string; data: unknown; at: Date; actor: { role: string } | null }): PastEvent {
  return { type, data: eventData.parse(data), at: toInstant(at), by: sideOf(actor) };
}

/** When three quarters of a promise had gone by, if it had not ended before: trails from before these warnings say nothing of it. */
function warnedAt({ minutes, clock, events }: { minutes: number; clock: keyof typeof CLOCKS; events: { type: "activated" | "paused" | "resumed" | "fulfilled" | "breached" | "cancelled"; at: Date }[] }, calendar: BusinessCalendar): Extra | null {
  const folded = foldClock(events.map(({ type, at }) => ({ type, at: toInstant(at) })));
  const at = dueAtWithPauses(calendar, { start: folded.startedAt, minutes: minutes * WARNED_SHARE, pauses: folded.pauses }, CLOCKS[clock]);
  const end = folded.fulfilledAt ?? folded.cancelledAt;
  return at === null || (end !== null && Temporal.Instant.compare(at, end) > 0) ? null : { trigger: "sla_warned", at };
}
