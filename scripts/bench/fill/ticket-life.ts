import type { BusinessCalendar } from "@/lib/sla/business-time";
import { addBusinessMinutes } from "@/lib/sla/business-time";
import type { TicketPriority, TicketStatus } from "@/lib/tickets/types";
import type { Row } from "./insert";
import type { Random } from "./random";

const MINUTE = 60_000;
const DAY = 86_400_000;
const RESPONSE_MINUTES: Record<TicketPriority, number> = { low: 72 * 60, medium: 48 * 60, high: 24 * 60 };

/** Who wrote when: the opening is not among them. */
export type Turn = { by: "desk" | "customer"; at: number };

/** How long ago a ticket of each state was opened, in days, and how its thread goes on. */
const LIVES: Record<TicketStatus, { share: number; ageDays: [number, number]; turns: [number, number]; last: "desk" | "customer" | "any" }> = {
  new: { share: 0.04, ageDays: [0, 3], turns: [0, 0], last: "any" },
  open: { share: 0.08, ageDays: [0, 21], turns: [1, 7], last: "any" },
  pending: { share: 0.05, ageDays: [1, 21], turns: [1, 5], last: "desk" },
  on_hold: { share: 0.03, ageDays: [2, 40], turns: [1, 5], last: "desk" },
  solved: { share: 0.05, ageDays: [1, 30], turns: [1, 7], last: "desk" },
  closed: { share: 0.75, ageDays: [30, 1_095], turns: [1, 7], last: "desk" },
};

export const LIVE_SHARE = LIVES.new.share + LIVES.open.share + LIVES.pending.share + LIVES.on_hold.share;

export type Life = { status: TicketStatus; openedAt: number; turns: Turn[]; endedAt: number | null };

export function liveThrough(random: Random, now: number): Life {
  const status = statusFor(random.next());
  const { ageDays, turns: many, last } = LIVES[status];
  const openedAt = now - Math.floor((ageDays[0] + random.next() * (ageDays[1] - ageDays[0])) * DAY) - MINUTE;
  // What is over went on for days; what is live went on until lately.
  const until = status === "closed" ? openedAt + random.between(1, 12) * DAY : now - Math.floor(random.next() * Math.min(now - openedAt, 2 * DAY));
  const turns = turnsBetween(random, { openedAt, until, count: random.between(...many), last });
  const lastAt = turns.at(-1)?.at ?? openedAt;
  return { status, openedAt, turns, endedAt: status === "solved" || status === "closed" ? lastAt : null };
}

function statusFor(draw: number): TicketStatus {
  let sum = 0;
  for (const [status, { share }] of Object.entries(LIVES)) {
    sum += share;
    if (draw < sum) return status as TicketStatus;
  }
  return "closed";
}

function turnsBetween(random: Random, { openedAt, until, count, last }: { openedAt: number; until: number; count: number; last: "desk" | "customer" | "any" }): Turn[] {
  const instants = Array.from({ length: count }, () => openedAt + Math.floor(random.next() * (until - openedAt))).sort((a, b) => a - b);
  return instants.map((at, index): Turn => {
    const isLast = index === count - 1;
    if (isLast && last !== "any") return { by: last, at };
    return { by: index % 2 === 0 ? "desk" : "customer", at };
  });
}

export type Promises = { targets: Row[]; clockEvents: Row[]; nextDueAt: Date | null };

/** The promises of answering that such a thread leaves, as the product stores them. */
export function promisesOf(random: Random, { ticketId, calendarVersionId, calendar, priority, life, now }: {
  ticketId: string;
  calendarVersionId: string;
  calendar: BusinessCalendar;
  priority: TicketPriority;
  life: Life;
  now: number;
}): Promises {
  const targets: Row[] = [];
  const clockEvents: Row[] = [];
  let nextDueAt: Date | null = null;
  let waitingSince: number | null = life.openedAt;
  let kind = "first_response";

  const close = (fulfilledAt: number | null) => {
    if (waitingSince === null) return;
    const start = Temporal.Instant.fromEpochMilliseconds(waitingSince);
    const due = addBusinessMinutes(calendar, start, RESPONSE_MINUTES[priority], "business-hours").epochMilliseconds;
    const id = random.uuid();
    const isBreached = due < (fulfilledAt ?? now);
    targets.push({
      id,
      ticket_id: ticketId,
      kind,
      minutes: RESPONSE_MINUTES[priority],
      clock: "business-hours",
      calendar_version_id: calendarVersionId,
      started_at: new Date(waitingSince),
      due_at: new Date(due),
      fulfilled_at: fulfilledAt === null ? null : new Date(fulfilledAt),
      breached_at: isBreached ? new Date(due) : null,
    });
    clockEvents.push({ target_id: id, type: "activated", at: new Date(waitingSince) });
    if (isBreached) clockEvents.push({ target_id: id, type: "breached", at: new Date(due) });
    if (fulfilledAt === null) nextDueAt = new Date(due);
    else clockEvents.push({ target_id: id, type: "fulfilled", at: new Date(fulfilledAt) });
    waitingSince = null;
    kind = "next_response";
  };

  for (const turn of life.turns) {
    if (turn.by === "desk") close(turn.at);
    else waitingSince ??= turn.at;
  }
  close(life.endedAt);
  return { targets, clockEvents, nextDueAt };
}
