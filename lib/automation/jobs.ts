import "server-only";
import { z } from "zod";
import type { SystemActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { applyRule } from "@/lib/automation/commands/apply-rule";
import { countingCause, eventCause, sideOf, triggerOf } from "@/lib/automation/causes";
import { COUNTING_TRIGGERS } from "@/lib/automation/rule";
import { readRoutines } from "@/lib/automation/settings";
import { begunBusinessDaysBefore, listWaits } from "@/lib/automation/waiting";
import { defineJob } from "@/lib/jobs/definitions";
import { getSlaInForce } from "@/lib/sla/queries";
import { applyMove } from "@/lib/tickets/commands/change-status";
import { isTrigger, RUN_RULES } from "@/lib/tickets/events";
import { lockVisibleTicket, recordTicketEvent, updateTicket } from "@/lib/tickets/record";
import { toDate, toInstant } from "@/lib/time/instants";

/** Asks the rules about an event, in their order; one that fails does not hold back the next, and the job is tried again for it. */
export const runRulesJob = defineJob({
  name: RUN_RULES,
  payload: z.strictObject({ eventId: z.string().regex(/^\d{1,18}$/).transform(BigInt) }),
  async run(ctx, { eventId }) {
    const event = await ctx.db.ticketEvent.findUnique({ where: { id: eventId }, select: { ticketId: true, type: true, at: true, actor: { select: { role: true } }, run: { select: { chain: true } } } });
    if (!event || !isTrigger(event.type)) return;
    const trigger = triggerOf(event.type, sideOf(event.actor));
    if (!trigger) return;
    const rules = await ctx.db.automationRule.findMany({ where: { isOn: true, trigger }, orderBy: [{ position: "asc" }, { id: "asc" }], select: { id: true } });
    await applyEach(rules.map(({ id }) => () => applyRule(ctx, { ruleId: id, ticketId: event.ticketId, cause: eventCause(eventId), chain: event.run?.chain ?? [], occurredAt: toInstant(event.at) })));
  },
});

/** Asks the rules that count business days, about waits that reached theirs after the rule was switched on. */
export const runCountingRulesJob = defineJob({
  name: "automation.run-counting-rules",
  payload: z.object({}),
  cron: "*/5 * * * *",
  async run(ctx) {
    const rules = await ctx.db.automationRule.findMany({ where: { isOn: true, trigger: { in: [...COUNTING_TRIGGERS] } }, orderBy: [{ position: "asc" }, { id: "asc" }], select: { id: true, trigger: true, triggerDays: true, switchedOnAt: true } });
    if (rules.length === 0) return;
    const { calendar } = await getSlaInForce(ctx);
    for (const { id, trigger, triggerDays, switchedOnAt } of rules) {
      if (triggerDays === null || switchedOnAt === null || (trigger !== "waiting" && trigger !== "solved_since")) continue;
      const until = begunBusinessDaysBefore(calendar, ctx.now, triggerDays);
      const after = begunBusinessDaysBefore(calendar, toInstant(switchedOnAt), triggerDays);
      const done = await ctx.db.automationRun.findMany({ where: { ruleId: id, cause: { startsWith: `${trigger}:` } }, select: { ticketId: true, cause: true } });
      const isDone = new Set(done.map(({ ticketId, cause }) => `${ticketId} ${cause}`));
      const waits = (await listWaits(ctx.db, trigger, { after, until })).filter(({ ticketId, since }) => !isDone.has(`${ticketId} ${countingCause(trigger, since)}`));
      // It happened when the days were full, which the window has held against when the rule was switched on.
      await applyEach(waits.map(({ ticketId, since }) => () => applyRule(ctx, { ruleId: id, ticketId, cause: countingCause(trigger, since), chain: [], occurredAt: ctx.now })));
    }
  },
});

async function applyEach(applications: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const apply of applications) {
    try {
      await apply();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** A reminder that nobody could send for longer than this is no reminder any more: the desk was down, or the routine was off. */
const LATE_DAYS = 3;

/** Reminds customers whose turn it is: a first and a second time a wait, after business days. */
export const remindCustomersJob = defineJob({
  name: "automation.remind-customers",
  payload: z.object({}),
  cron: "*/15 * * * *",
  async run(ctx) {
    const { firstReminderDays, secondReminderDays } = await readRoutines(ctx.db);
    const { calendar } = await getSlaInForce(ctx);
    for (const [index, days] of [firstReminderDays, secondReminderDays].entries()) {
      if (days === 0) continue;
      const until = begunBusinessDaysBefore(calendar, ctx.now, days);
      const after = begunBusinessDaysBefore(calendar, ctx.now.subtract({ hours: LATE_DAYS * 24 }), days);
      for (const { ticketId, since } of await listWaits(ctx.db, "waiting", { after, until })) await remind(ctx, { ticketId, since, number: index + 1 });
    }
  },
});

async function remind({ db, actor, now }: Context<SystemActor>, { ticketId, since, number }: { ticketId: string; since: Date; number: number }): Promise<void> {
  await db.$transaction(async (tx) => {
    const ticket = await lockVisibleTicket(tx, actor, ticketId);
    if (ticket?.status !== "pending") return;
    const reminded = await tx.ticketEvent.findMany({ where: { ticketId, type: "ticket.reminded", at: { gte: since } }, select: { data: true } });
    if (reminded.some(({ data }) => z.object({ number: z.literal(String(number)) }).safeParse(data).success)) return;
    await recordTicketEvent(tx, { ticketId, type: "ticket.reminded", data: { number: String(number) }, actor, at: now });
    await updateTicket(tx, ticket, {}, now);
  });
}

const BATCH = 200;

/** A solved ticket that nobody reopens closes by itself. */
export const closeSolvedJob = defineJob({
  name: "tickets.close-solved",
  payload: z.object({}),
  cron: "*/15 * * * *",
  async run({ db, actor, now }) {
    const { closeAfterDays } = await readRoutines(db);
    const until = toDate(now.subtract({ hours: closeAfterDays * 24 }));
    const due = await db.ticket.findMany({ where: { status: "solved", solvedAt: { lt: until } }, orderBy: { solvedAt: "asc" }, take: BATCH, select: { id: true } });
    for (const { id } of due) {
      await db.$transaction(async (tx) => {
        const ticket = await lockVisibleTicket(tx, actor, id);
        // Somebody may have reopened it since the list was read.
        if (ticket?.status === "solved") await applyMove(tx, { ticket, move: "close", actor, now });
      });
    }
  },
});
