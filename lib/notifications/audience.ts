import type { NotificationTopic } from "@/lib/notifications/topics";
import type { ToldEventType } from "@/lib/tickets/events";

/** What is known of a ticket when something happened to it. */
export type TicketFacts = {
  requesterId: string;
  assigneeId: string | null;
  /** Of the desk: who wants to hear of its department. */
  followerIds: readonly string[];
  /** Who answers for a promise that nobody watches. */
  adminIds: readonly string[];
  /** Who was assigned by this event; null otherwise. */
  assignedId: string | null;
  /** Who wrote or sent the quote that it is about. */
  quoteOwnerIds: readonly string[];
  appointmentAgentId: string | null;
  /** Of the desk: whom a rule wanted to know of it, or who had put it off until now; null otherwise. */
  concernedId: string | null;
  /** The same person answered at the same instant: the answer says it. */
  isWithReply: boolean;
};

export type Told = { userId: string; topic: NotificationTopic };

/** Who is told of what happened, and under which topic: never whoever did it, and nobody twice. */
export function whoIsTold({ type, actorId, isByStaff }: { type: ToldEventType; actorId: string | null; isByStaff: boolean }, facts: TicketFacts): Told[] {
  const told = candidates(type, { isByStaff, isBySystem: actorId === null }, facts).filter(({ userId }) => userId !== actorId);
  return [...new Map(told.toReversed().map((each) => [each.userId, each])).values()].reverse();
}

function candidates(type: ToldEventType, { isByStaff, isBySystem }: { isByStaff: boolean; isBySystem: boolean }, facts: TicketFacts): Told[] {
  const requester = (topic: NotificationTopic): Told[] => [{ userId: facts.requesterId, topic }];
  const agents = (ids: readonly (string | null)[], topic: NotificationTopic): Told[] => ids.flatMap((userId) => (userId === null ? [] : [{ userId, topic }]));
  /** Whoever has it, or those who look after its department. */
  const desk = (topic: NotificationTopic) => agents(facts.assigneeId === null ? facts.followerIds : [facts.assigneeId], topic);
  switch (type) {
    case "ticket.opened":
    case "ticket.department-changed":
      return agents(facts.followerIds, "departments");
    case "ticket.replied":
      return [...requester("answers"), ...(isByStaff || isBySystem ? [] : desk("replies"))];
    case "ticket.noted":
      return agents([facts.assigneeId], "notes");
    case "ticket.assigned":
      return agents([facts.assignedId], "assigned");
    case "ticket.awaiting-requester":
    case "ticket.put-on-hold":
    case "ticket.solved":
    case "ticket.reopened":
    case "ticket.closed":
    case "ticket.merged":
      return facts.isWithReply ? [] : [...requester("states"), ...(isByStaff ? [] : agents([facts.assigneeId], "replies"))];
    case "sla.warned":
    case "sla.breached":
      // A promise must not break because nobody had asked to watch over it.
      return facts.assigneeId === null && facts.followerIds.length === 0 ? agents(facts.adminIds, "sla") : desk("sla");
    case "ticket.snooze-ended":
      return agents(facts.concernedId === null ? [] : [facts.assigneeId, facts.concernedId], "snoozes");
    case "ticket.escalated":
      return agents([facts.concernedId], "escalations");
    case "ticket.reminded":
      return requester("reminders");
    case "satisfaction.asked":
      return requester("satisfaction");
    case "satisfaction.given":
      return agents([facts.assigneeId], "satisfaction");
    case "quote.sent":
    case "quote.withdrawn":
      return requester("quotes");
    case "quote.authorised":
    case "quote.declined":
    case "quote.expired":
      return [...agents([facts.assigneeId, ...facts.quoteOwnerIds], "quotes"), ...requester("quotes")];
    case "appointment.proposed":
    case "appointment.confirmed":
    case "appointment.moved":
    case "appointment.cancelled":
    case "appointment.missed":
      return [...agents([facts.appointmentAgentId], "appointments"), ...requester("appointments")];
    case "work.closed":
    case "charge.created":
    case "charge.invoiced":
    case "charge.cancelled":
      return requester("charges");
    default:
      return type satisfies never;
  }
}
