import { randomUUID } from "node:crypto";
import type { CustomerActor, PersonActor, StaffActor } from "@/lib/auth/actor";
import { actorRowSelect, mintPerson } from "@/lib/auth/mint";
import type { Db } from "@/lib/db/client";
import type { Result } from "@/lib/result";
import { addBusinessMinutes, businessMinutesBetween, type BusinessCalendar } from "@/lib/sla/business-time";
import { getSlaInForce } from "@/lib/sla/queries";
import { addNote } from "@/lib/tickets/commands/add-note";
import { assignTicket } from "@/lib/tickets/commands/assign-ticket";
import { changeStatus, closeTicket, reopenTicket } from "@/lib/tickets/commands/change-status";
import { markTicketRead } from "@/lib/tickets/commands/mark-ticket-read";
import { mergeTicket } from "@/lib/tickets/commands/merge-ticket";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { replyToTicket, staffReply } from "@/lib/tickets/commands/reply-to-ticket";
import { readEntitlement } from "@/lib/tickets/entitlement";
import { contractChoice, type ServiceChoice } from "@/lib/tickets/service";
import type { DuplicateView } from "@/lib/tickets/types";
import type { SeedStep, SeedTicket } from "./content/tickets";

type SeedContext = { db: Db; now: Temporal.Instant };
type Moment = { at: Temporal.Instant; run: () => Promise<void> };

/** Lives through the tickets' histories with the product's own commands, in the order of time, so that clocks and events are real. */
export async function replayTickets({ db, now }: SeedContext, { tickets, products, questions }: { tickets: SeedTicket[]; products: Map<string, string>; questions: Map<string, string> }): Promise<void> {
  const { calendar } = await getSlaInForce({ db });
  const cast = await loadCast(db);
  const departments = new Map((await db.department.findMany({ select: { id: true, slug: true } })).map((each) => [each.slug, each.id]));
  const opened = new Map<string, { id: string; reference: string }>();

  const moments = tickets.flatMap((ticket): Moment[] => {
    const openedAt = businessMinutesBefore(calendar, now, ticket.openedBusinessMinutesAgo);
    let at = openedAt;
    const steps = ticket.steps.map((step): Moment => {
      at = addBusinessMinutes(calendar, at, step.afterMinutes, "business-hours");
      const when = at;
      return { at: when, run: () => runStep({ db, now: when }, { step, ticket: opened.get(ticket.key)!, cast, opened }) };
    });
    const open = async () => {
      opened.set(ticket.key, await openOne({ db, now: openedAt }, { ticket, cast, departments, products, questions }));
    };
    return [{ at: openedAt, run: open }, ...steps];
  });
  // A stable sort: steps of one ticket that share an instant keep their order.
  moments.sort((a, b) => Temporal.Instant.compare(a.at, b.at));
  for (const moment of moments) await moment.run();
}

async function openOne({ db, now }: SeedContext, { ticket, cast, departments, products, questions }: {
  ticket: SeedTicket;
  cast: Cast;
  departments: Map<string, string>;
  products: Map<string, string>;
  questions: Map<string, string>;
}): Promise<{ id: string; reference: string }> {
  const actor = cast.customer(ticket.requester);
  const service = await serviceOf({ db, actor, now }, ticket);
  const input = {
    departmentId: departments.get(ticket.department)!,
    productId: ticket.product ? products.get(ticket.product)! : undefined,
    subject: ticket.subject,
    body: ticket.body,
    priority: ticket.priority === "high" ? ("medium" as const) : ticket.priority,
    service,
    submissionKey: randomUUID(),
    different: [] as string[],
    answers: Object.fromEntries(Object.entries(ticket.answers ?? {}).map(([name, value]) => [questions.get(`${ticket.department}/${name}`)!, value])),
  };
  const first = await openTicket({ db, actor, now }, input);
  const opened = first.ok || first.code !== "DUPLICATE_NOT_REVIEWED"
    ? unwrap(first, ticket.key)
    : unwrap(await openTicket({ db, actor, now }, { ...input, different: (first.details as { candidates: DuplicateView[] }).candidates.map((each) => each.ticketId) }), ticket.key);
  await markTicketRead({ db, actor, now }, { ticketId: opened.id });
  return opened;
}

/**
 * Alta is a case with póliza. What was solved in a story without an estimate cannot have been one: nothing is attended before it is
 * authorised; it was media.
 */
async function serviceOf({ db, actor, now }: SeedContext & { actor: CustomerActor }, ticket: SeedTicket): Promise<ServiceChoice> {
  const isEnded = ticket.steps.some((step) => step.kind === "close" || step.kind === "merge" || (step.kind === "reply" && step.next === "solved"));
  if (ticket.priority !== "high" || isEnded) return "free";
  const { contracts } = await readEntitlement(db, actor, now);
  return contracts[0] ? contractChoice(contracts[0].id) : "free";
}

async function runStep({ db, now }: SeedContext, { step, ticket, cast, opened }: {
  step: SeedStep;
  ticket: { id: string; reference: string };
  cast: Cast;
  opened: Map<string, { id: string; reference: string }>;
}): Promise<void> {
  const actor = cast.person(step.by);
  const done = await runKind();
  unwrap(done, `${ticket.reference}: ${step.kind} by ${step.by}`);
  await markTicketRead({ db, actor, now }, { ticketId: ticket.id });

  async function runKind(): Promise<Result<unknown, string>> {
    const message = { ticketId: ticket.id, submissionKey: randomUUID() };
    switch (step.kind) {
      case "reply":
        return actor.kind === "staff"
          ? staffReply({ db, actor, now }, { ...message, body: step.body, next: step.next ?? "open" })
          : replyToTicket({ db, actor, now }, { ...message, body: step.body });
      case "note":
        return addNote({ db, actor: cast.staff(step.by), now }, { ...message, body: step.body });
      case "assign":
        return assignTicket({ db, actor: cast.staff(step.by), now }, { ticketId: ticket.id, assigneeId: step.to ? cast.person(step.to).userId : undefined });
      case "hold":
        return changeStatus({ db, actor: cast.staff(step.by), now }, { ticketId: ticket.id, move: "put_on_hold" });
      case "reopen":
        return reopenTicket({ db, actor, now }, { ...message, body: step.body });
      case "close":
        return closeTicket({ db, actor, now }, { ticketId: ticket.id });
      case "merge":
        return mergeTicket({ db, actor: cast.staff(step.by), now }, { ticketId: ticket.id, intoReference: opened.get(step.into)!.reference });
      default:
        return step satisfies never;
    }
  }
}

export type Cast = { person: (email: string) => PersonActor; customer: (email: string) => CustomerActor; staff: (email: string) => StaffActor };

export async function loadCast(db: Db): Promise<Cast> {
  const people = new Map((await db.user.findMany({ select: actorRowSelect })).map((row) => [row.email, mintPerson(row)]));
  const person = (email: string): PersonActor => {
    const found = people.get(email);
    if (!found) throw new Error(`The demonstration names ${email}, who is not in its cast.`);
    return found;
  };
  return {
    person,
    customer(email) {
      const found = person(email);
      if (found.kind !== "customer") throw new Error(`${email} is no customer.`);
      return found;
    },
    staff(email) {
      const found = person(email);
      if (found.kind !== "staff") throw new Error(`${email} is not of the desk.`);
      return found;
    },
  };
}

/** The instant that lies `minutes` of business time before `now`, to the second. */
export function businessMinutesBefore(calendar: BusinessCalendar, now: Temporal.Instant, minutes: number): Temporal.Instant {
  let low = now.epochMilliseconds - (minutes * 60_000 * 12 + 30 * 86_400_000);
  let high = now.epochMilliseconds;
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2);
    const between = businessMinutesBetween(calendar, Temporal.Instant.fromEpochMilliseconds(middle), now, "business-hours");
    if (between >= minutes) low = middle;
    else high = middle;
  }
  return Temporal.Instant.fromEpochMilliseconds(low);
}

export function unwrap<T>(result: Result<T, string>, what: string): T {
  if (result.ok) return result.data;
  throw new Error(`The demonstration could not do "${what}": ${result.code}`);
}
