import "server-only";
import { canDecideSignUps } from "@/lib/accounts/policy";
import type { PersonActor } from "@/lib/auth/actor";
import { visibleContracts } from "@/lib/billing/visibility";
import { visibleConversations } from "@/lib/chat/visibility";
import { visibleCases } from "@/lib/conduct/visibility";
import type { Prisma } from "@/lib/db/generated/client";
import { topicsOf } from "@/lib/notifications/topics";
import { CUSTOMER_EVENTS } from "@/lib/tickets/events";
import { visibleTickets } from "@/lib/tickets/visibility";

/** What customers are told of a ticket: what its thread shows them. */
const FOR_CUSTOMERS = [...CUSTOMER_EVENTS, "ticket.replied"];

/**
 * One's own notifications, of those what one may see now: of a ticket that went to somebody else, a contract of a former organization, or
 * the desk's own business nothing is said to a customer, whenever it was told.
 */
export function visibleNotifications(actor: PersonActor): Prisma.NotificationWhereInput {
  const side = actor.kind;
  const ofTicket: Prisma.NotificationWhereInput = side === "customer"
    ? { ticketEvent: { type: { in: FOR_CUSTOMERS }, ticket: visibleTickets(actor) } }
    : { ticketEventId: { not: null } };
  const ofConduct: Prisma.NotificationWhereInput = { conductEvent: { OR: [{ aboutId: actor.userId }, { case: visibleCases(actor) }] } };
  const ofContract: Prisma.NotificationWhereInput = { contractId: { not: null }, contract: visibleContracts(actor) };
  // With `is`: an empty condition, which is the desk's, would otherwise be none at all.
  const ofChat: Prisma.NotificationWhereInput = { conversationId: { not: null }, conversation: { is: visibleConversations(actor) } };
  const ofSignUp: Prisma.NotificationWhereInput[] = canDecideSignUps(actor) ? [{ signUp: { state: { in: ["waiting", "approved", "refused"] } } }] : [];
  return { userId: actor.userId, topic: { in: topicsOf(side) }, OR: [ofTicket, ofConduct, ofContract, ofChat, ...ofSignUp] };
}
