import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { explainDue } from "@/lib/sla/explain";
import { foldClock, type SlaClockEvent } from "@/lib/sla/clock";
import { CLOCKS, getCalendar } from "@/lib/sla/queries";
import { slaStateAt } from "@/lib/sla/target-state";
import { toInstant } from "@/lib/time/instants";
import type { DueStepView, PromiseView } from "@/lib/tickets/types";

export const targetSelect = {
  kind: true,
  minutes: true,
  clock: true,
  calendarVersionId: true,
  startedAt: true,
  events: { orderBy: { id: "asc" }, select: { type: true, at: true } },
} as const satisfies Prisma.TicketSlaTargetSelect;

type TargetRow = Prisma.TicketSlaTargetGetPayload<{ select: typeof targetSelect }>;

/** How a promise stands at `now`, with the steps that lead to its date. */
export async function toPromiseView({ db, now }: { db: Db | Tx; now: Temporal.Instant }, row: TargetRow): Promise<PromiseView> {
  const calendar = await getCalendar({ db }, row.calendarVersionId);
  const clock = CLOCKS[row.clock];
  const events = row.events.map((event): SlaClockEvent => ({ type: event.type, at: toInstant(event.at) }));
  const state = slaStateAt({ calendar, clock, minutes: row.minutes, events }, now);
  const { startedAt, pauses } = foldClock(events);
  const { steps } = explainDue(calendar, { start: startedAt, minutes: row.minutes, pauses }, clock);
  return {
    kind: row.kind,
    state: state.state,
    startedAt: startedAt.toString(),
    dueAt: state.dueAt?.toString() ?? null,
    fulfilledAt: state.fulfilledAt?.toString() ?? null,
    minutes: row.minutes,
    clock,
    remainingMinutes: state.remainingMinutes,
    isBreached: state.isBreached,
    isDueSoon: state.isDueSoon,
    timeZone: calendar.definition.timeZone,
    // JSON writes instants as ISO strings.
    steps: JSON.parse(JSON.stringify(steps)) as DueStepView[],
  };
}

/** The promise that a person cares about now: the one that runs or waits and is due first, else the last one. Answers before solutions. */
export function currentPromise(promises: PromiseView[]): PromiseView | null {
  const answers = promises.filter((each) => each.kind !== "resolution");
  const live = answers.filter((each) => each.state === "running" || each.state === "paused");
  return live[0] ?? answers.at(-1) ?? null;
}
