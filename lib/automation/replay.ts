import { countsDays, type RuleTrigger } from "@/lib/automation/rule";
import { triggerOf, type Side } from "@/lib/automation/causes";
import type { RuleFacts } from "@/lib/automation/matching";
import { isTrigger } from "@/lib/tickets/events";
import { isLive } from "@/lib/tickets/transitions";
import type { TicketPriority, TicketStatus } from "@/lib/tickets/types";

/** An event of a ticket's trail, oldest first. `data` is its own. */
export type PastEvent = { type: string; data: Record<string, unknown>; by: Side; at: Temporal.Instant };

/** A moment at which a rule would have been asked, and how the ticket was then. */
export type Occasion = { at: Temporal.Instant; facts: RuleFacts };

/** Moments that stand in no event: three quarters of a promise, as they would be noted today. */
export type Extra = { trigger: RuleTrigger; at: Temporal.Instant };

/**
 * When a trigger would have gone off in the life of a ticket, and how the ticket was at each. Priority, department and who had it are read
 * back from the trail; what the trail does not keep (subject, product, póliza) is taken as it is today.
 * @param dueAfter the instant so many business days after another, for the triggers that count them
 */
export function occasionsOf({ trigger, today, events, extras = [], now, dueAfter }: {
  trigger: RuleTrigger;
  today: RuleFacts;
  events: readonly PastEvent[];
  extras?: readonly Extra[];
  now: Temporal.Instant;
  dueAfter: (since: Temporal.Instant) => Temporal.Instant;
}): Occasion[] {
  const states = statesAfter(today, events);
  if (countsDays(trigger)) return countedOccasions(trigger, { events, states, now, dueAfter });
  // A warning that stands in the trail is among the extras as well.
  const noted = extras.some((extra) => extra.trigger === trigger) ? [] : events.flatMap((event, index): Occasion[] => (isTrigger(event.type) && triggerOf(event.type, event.by) === trigger ? [{ at: event.at, facts: states[index]! }] : []));
  const between = extras.filter((extra) => extra.trigger === trigger && Temporal.Instant.compare(extra.at, now) <= 0).map(({ at }) => ({ at, facts: stateAt(at, events, states) ?? states[0] ?? today }));
  return [...noted, ...between].sort((one, other) => Temporal.Instant.compare(one.at, other.at));
}

/** How the ticket was after each event: back from today what is known of both sides of a change, forward what an event alone says. */
function statesAfter(today: RuleFacts, events: readonly PastEvent[]): RuleFacts[] {
  const backwards: RuleFacts[] = [];
  let facts = today;
  for (const event of events.toReversed()) {
    backwards.push(facts);
    facts = before(event, facts);
  }
  const states = backwards.reverse();
  let status: TicketStatus = "new";
  return states.map((state, index) => {
    status = statusAfter(events[index]!, status);
    // The last of them is what is known for certain.
    return index === states.length - 1 ? state : { ...state, status };
  });
}

function before({ type, data }: PastEvent, facts: RuleFacts): RuleFacts {
  const from = typeof data.from === "string" ? data.from : null;
  switch (type) {
    case "ticket.priority-changed":
      return from === "low" || from === "medium" || from === "high" ? { ...facts, priority: from satisfies TicketPriority } : facts;
    case "ticket.department-changed":
      return from ? { ...facts, departmentId: from } : facts;
    case "ticket.assigned":
      return { ...facts, assigneeId: from };
    default:
      return facts;
  }
}

function statusAfter({ type, by }: PastEvent, status: TicketStatus): TicketStatus {
  switch (type) {
    case "ticket.replied":
      if (by === "staff") return isLive(status) ? "open" : status;
      return by === "customer" && status !== "new" && status !== "closed" ? "open" : status;
    case "ticket.awaiting-requester":
    case "quote.sent":
      return "pending";
    case "ticket.put-on-hold":
      return "on_hold";
    case "ticket.taken-up":
    case "ticket.reopened":
      return "open";
    case "ticket.solved":
      return "solved";
    case "ticket.closed":
    case "ticket.merged":
      return "closed";
    default:
      return status;
  }
}

function stateAt(at: Temporal.Instant, events: readonly PastEvent[], states: readonly RuleFacts[]): RuleFacts | null {
  const index = events.findLastIndex((event) => Temporal.Instant.compare(event.at, at) <= 0);
  return index === -1 ? null : states[index]!;
}

/** What begins a customer's turn. */
export const TURN_BEGINS: readonly string[] = ["ticket.awaiting-requester", "quote.sent"];
const BEGINNINGS: Partial<Record<RuleTrigger, readonly string[]>> = { waiting: TURN_BEGINS, solved_since: ["ticket.solved"] };

/** Waits that lasted so many business days before anything else moved the ticket. */
function countedOccasions(trigger: RuleTrigger, { events, states, now, dueAfter }: { events: readonly PastEvent[]; states: readonly RuleFacts[]; now: Temporal.Instant; dueAfter: (since: Temporal.Instant) => Temporal.Instant }): Occasion[] {
  const status: TicketStatus = trigger === "waiting" ? "pending" : "solved";
  return events.flatMap((event, index): Occasion[] => {
    if (!BEGINNINGS[trigger]?.includes(event.type)) return [];
    const later = events.slice(index + 1);
    const ended = later.findIndex((each, offset) => states[index + 1 + offset]!.status !== status || BEGINNINGS[trigger]!.includes(each.type));
    const until = ended === -1 ? now : later[ended]!.at;
    const at = dueAfter(event.at);
    return Temporal.Instant.compare(at, until) <= 0 ? [{ at, facts: stateAt(at, events, states) ?? states[index]! }] : [];
  });
}
