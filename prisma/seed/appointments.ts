import { randomUUID } from "node:crypto";
import { findBookingOptions } from "@/lib/appointments/booking-options";
import { bookAppointment } from "@/lib/appointments/commands/book-appointment";
import { cancelAppointment } from "@/lib/appointments/commands/cancel-appointment";
import { confirmAppointment } from "@/lib/appointments/commands/confirm-appointment";
import { proposeAppointment } from "@/lib/appointments/commands/propose-appointment";
import { missAppointment, startAppointment, stopAppointment } from "@/lib/appointments/commands/run-appointment";
import type { Db } from "@/lib/db/client";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { authoriseEventQuote } from "@/lib/quotes/commands/decide-quote";
import { saveQuoteDraft } from "@/lib/quotes/commands/save-quote-draft";
import { sendQuote } from "@/lib/quotes/commands/send-quote";
import { addBusinessMinutes } from "@/lib/sla/business-time";
import { getSlaInForce } from "@/lib/sla/queries";
import { assignTicket } from "@/lib/tickets/commands/assign-ticket";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import type { DuplicateView } from "@/lib/tickets/types";
import { dayAt } from "@/lib/time/days";
import { toDate } from "@/lib/time/instants";
import { appointments, CANCELLED_BECAUSE, TERMS, TEST_FISCAL, WORKED, type SeedAppointment } from "./content/appointments";
import { businessMinutesBefore, loadCast, unwrap, type Cast } from "./replay-tickets";

type SeedContext = { db: Db; now: Temporal.Instant };
type Opened = { id: string; reference: string };

/** The demonstration's calls and sessions, lived through with the product's own commands. After the agents' weeks and the rate card. */
export async function seedAppointments({ db, now }: SeedContext): Promise<void> {
  const { calendar } = await getSlaInForce({ db });
  const cast = await loadCast(db);
  for (const each of appointments) {
    const bookedAt = businessMinutesBefore(calendar, now, each.bookedBusinessMinutesAgo);
    const ticket = await authorisedTicket({ db, now: businessMinutesBefore(calendar, now, each.bookedBusinessMinutesAgo + 120) }, { each, cast });
    const confirmedAt = addBusinessMinutes(calendar, bookedAt, 20, "business-hours");
    await live({ db, now }, { each, ticket, cast, bookedAt, confirmedAt });
  }
}

/** Asked for, quoted and authorised within the hour. */
async function authorisedTicket({ db, now }: SeedContext, { each, cast }: { each: SeedAppointment; cast: Cast }): Promise<Opened> {
  const [customer, agent] = [cast.customer(each.requester), cast.staff(each.agent)];
  const { id: departmentId } = await db.department.findUniqueOrThrow({ where: { slug: each.department }, select: { id: true } });
  const form = { departmentId, productId: undefined, subject: each.subject, body: each.body, priority: "medium" as const, submissionKey: randomUUID(), different: [] as string[] };
  const first = await openTicket({ db, actor: customer, now }, form);
  const ticket = first.ok || first.code !== "DUPLICATE_NOT_REVIEWED"
    ? unwrap(first, each.subject)
    : unwrap(await openTicket({ db, actor: customer, now }, { ...form, different: (first.details as { candidates: DuplicateView[] }).candidates.map(({ ticketId }) => ticketId) }), each.subject);
  unwrap(await assignTicket({ db, actor: agent, now: now.add({ minutes: 5 }) }, { ticketId: ticket.id, assigneeId: agent.userId }), each.subject);

  const item = await db.rateCardItem.findFirstOrThrow({ where: { code: each.rate, version: { publishedAt: { lte: toDate(now) } } }, orderBy: { version: { number: "desc" } }, select: { id: true } });
  const sending = { db, actor: agent, now: now.add({ minutes: 10 }) };
  const draft = unwrap(
    await saveQuoteDraft(sending, {
      ticketId: ticket.id, version: undefined, basis: "event", contractId: undefined, scope: each.subject, exclusions: "", paymentTerms: TERMS,
      validOn: dayAt(now, DESK_TIME_ZONE).add({ days: 15 }), items: [item.id], quantities: ["1"], discounts: [""], reasons: [""],
    }),
    each.subject,
  );
  unwrap(await sendQuote(sending, draft), each.subject);
  const { sha256 } = await db.quote.findUniqueOrThrow({ where: { id: draft.quoteId }, select: { sha256: true } });
  const profile = await db.fiscalProfile.findFirst({ where: { organizationId: customer.organizationId }, select: { rfc: true, legalName: true, taxRegime: true, postalCode: true, cfdiUse: true } });
  const answer = { quoteId: draft.quoteId, sha256: sha256 ?? "", accepted: ["rate" as const, "terms" as const, "invoicing" as const], ...(profile ?? TEST_FISCAL) };
  unwrap(await authoriseEventQuote({ db, actor: customer, now: now.add({ minutes: 30 }) }, answer, { address: "203.0.113.20", browser: "Firefox" }), each.subject);
  return ticket;
}

/** Books it, and brings it to where it is by now. */
async function live({ db, now }: SeedContext, { each, ticket, cast, bookedAt, confirmedAt }: { each: SeedAppointment; ticket: Opened; cast: Cast; bookedAt: Temporal.Instant; confirmedAt: Temporal.Instant }): Promise<void> {
  const [customer, agent] = [cast.customer(each.requester), cast.staff(each.agent)];
  // What is still ahead is not today: nobody who looks at the demonstration finds it gone. What is cancelled was far enough away to cost nothing.
  const isAhead = each.state === "proposed" || each.state === "confirmed";
  const earliest = isAhead ? now.add({ hours: 26 }) : each.state === "cancelled" ? bookedAt.add({ hours: 72 }) : bookedAt;
  const options = await findBookingOptions({ db, actor: agent, now: bookedAt }, ticket.reference, { agentId: agent.userId });
  const times = (options?.slots ?? []).map(({ startsAt }) => Temporal.Instant.from(startsAt)).filter((time) => Temporal.Instant.compare(time, earliest) > 0);
  const [first, second] = [times[0], times[3]];
  if (!first || !second) throw new Error(`The demonstration finds no time for "${each.subject}".`);
  const form = { ticketId: ticket.id, kind: each.kind, phone: each.phone, submissionKey: randomUUID() };
  if (each.state === "proposed") {
    unwrap(await proposeAppointment({ db, actor: agent, now: bookedAt }, { ...form, agentId: agent.userId, startsAt: [first, second] }), each.subject);
    return;
  }
  const { appointmentId } = unwrap(await bookAppointment({ db, actor: customer, now: bookedAt }, { ...form, startsAt: first }), each.subject);
  unwrap(await confirmAppointment({ db, actor: agent, now: confirmedAt }, { appointmentId, phone: null }), each.subject);
  if (each.state === "confirmed") return;
  if (each.state === "cancelled") {
    unwrap(await cancelAppointment({ db, actor: customer, now: confirmedAt.add({ minutes: 10 }) }, { appointmentId, reason: CANCELLED_BECAUSE, seenCost: 480 }), each.subject);
    return;
  }
  // A session under way is under way now, whatever hour it is.
  const startsAt = each.state === "under_way" ? now.subtract({ minutes: 20 }) : first;
  if (each.state === "under_way") await db.appointment.update({ where: { id: appointmentId }, data: { startsAt: toDate(startsAt), endsAt: toDate(startsAt.add({ minutes: 60 })) } });
  if (each.state === "missed") {
    unwrap(await missAppointment({ db, actor: agent, now: startsAt.add({ minutes: 15 }) }, { appointmentId, missedBy: "customer" }), each.subject);
    return;
  }
  unwrap(await startAppointment({ db, actor: agent, now: startsAt.add({ minutes: 2 }) }, { appointmentId }), each.subject);
  if (each.state === "finished") unwrap(await stopAppointment({ db, actor: agent, now: startsAt.add({ minutes: 48 }) }, { appointmentId, description: WORKED }), each.subject);
}
