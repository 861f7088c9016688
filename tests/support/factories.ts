import { createHash, randomUUID } from "node:crypto";
import type { CustomerActor, PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { ImportFile } from "@/lib/customers/imports/look";
import type { Prisma } from "@/lib/db/generated/client";
import type { Result } from "@/lib/result";
import { changeStatus, closeTicket } from "@/lib/tickets/commands/change-status";
import { saveDraft } from "@/lib/drafts/commands";
import { mergeTicket } from "@/lib/tickets/commands/merge-ticket";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { staffReply } from "@/lib/tickets/commands/reply-to-ticket";
import type { DraftData } from "@/lib/drafts/schema";
import { findKeptDraft } from "@/lib/drafts/queries";
import { referenceFrom } from "@/lib/tickets/reference";
import type { OpenTicketInput } from "@/lib/tickets/schema";
import type { DuplicateView, OpenedTicket } from "@/lib/tickets/types";
import { ana, carla } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb } from "@/tests/support/db";
import { toDate } from "@/lib/time/instants";

/** Tickets in a named state, brought there by the product's own commands. `at` is when they were opened; what follows happens then too. */

type Opening = Partial<OpenTicketInput> & { by?: CustomerActor; at?: Temporal.Instant };

/** The form as it is sent: about a topic of its own, so that no two of them are duplicates. */
export async function openInput(overrides: Partial<OpenTicketInput> = {}): Promise<OpenTicketInput> {
  opened += 1;
  return {
    departmentId: await departmentId("soporte-tecnico"),
    productId: undefined,
    subject: inventedWords(opened, 3),
    body: inventedWords(opened, 12),
    priority: "medium",
    submissionKey: randomUUID(),
    different: [],
    ...overrides,
  };
}

export async function newTicket({ by = ana, at = NOON, ...overrides }: Opening = {}): Promise<OpenedTicket> {
  const ctx = { db: testDb(), actor: by, now: at };
  const input = await openInput(overrides);
  const first = await openTicket(ctx, input);
  if (first.ok || first.code !== "DUPLICATE_NOT_REVIEWED") return unwrap(first);
  const { candidates } = first.details as { candidates: DuplicateView[] };
  return unwrap(await openTicket(ctx, { ...input, different: candidates.map((each) => each.ticketId) }));
}

/** The desk answered and stays on it. */
export async function answeredTicket(opening: Opening = {}): Promise<OpenedTicket> {
  return repliedTicket(opening, "open");
}

/** The desk asked something: the customer must act, and nothing is owed meanwhile. */
export async function pendingTicket(opening: Opening = {}): Promise<OpenedTicket> {
  return repliedTicket(opening, "pending");
}

export async function solvedTicket(opening: Opening = {}): Promise<OpenedTicket> {
  return repliedTicket(opening, "solved");
}

/** Waits for a third party; the answer is still owed. */
export async function ticketOnHold(opening: Opening = {}): Promise<OpenedTicket> {
  const ticket = await newTicket(opening);
  unwrap(await changeStatus({ db: testDb(), actor: carla, now: opening.at ?? NOON }, { ticketId: ticket.id, move: "put_on_hold" }));
  return ticket;
}

/** Nobody answered, and the customer was asked for something: the promise waits. */
export async function pausedTicket(opening: Opening = {}): Promise<OpenedTicket> {
  const ticket = await newTicket(opening);
  unwrap(await changeStatus({ db: testDb(), actor: carla, now: opening.at ?? NOON }, { ticketId: ticket.id, move: "await_requester" }));
  return ticket;
}

export async function closedTicket(opening: Opening = {}): Promise<OpenedTicket> {
  const ticket = await newTicket(opening);
  unwrap(await closeTicket({ db: testDb(), actor: opening.by ?? ana, now: opening.at ?? NOON }, { ticketId: ticket.id }));
  return ticket;
}

export async function mergedTicket(opening: Opening = {}): Promise<{ merged: OpenedTicket; survivor: OpenedTicket }> {
  const survivor = await newTicket(opening);
  const merged = await newTicket(opening);
  unwrap(await mergeTicket({ db: testDb(), actor: carla, now: opening.at ?? NOON }, { ticketId: merged.id, intoReference: survivor.reference }));
  return { merged, survivor };
}

/** A bare row in the state that it names, with no promise, event or index: for tests of who may see or touch it. */
export async function ticketRow({ requester = ana, ...overrides }: Partial<Prisma.TicketUncheckedCreateInput> & { requester?: CustomerActor } = {}): Promise<OpenedTicket> {
  const at = toDate(NOON);
  return testDb().ticket.create({
    data: {
      reference: referenceFrom(crypto.getRandomValues(new Uint8Array(8))),
      requesterId: requester.userId,
      organizationId: requester.organizationId,
      departmentId: await departmentId("soporte-tecnico"),
      priority: "medium",
      subject: "Un asunto",
      body: "Un texto.",
      submissionKey: randomUUID(),
      createdAt: at,
      updatedAt: at,
      ...(overrides.status === "solved" ? { solvedAt: at } : {}),
      ...(overrides.status === "closed" ? { closedAt: at } : {}),
      ...overrides,
    },
    select: { id: true, reference: true },
  });
}

export async function departmentId(slug: string): Promise<string> {
  const { id } = await testDb().department.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  return id;
}

/** A póliza of the organization in force for years, with these minutes left. */
export async function contractOf(organizationId: string, { minutes = 600, reference = `POL-${randomUUID()}`, ...more }: { minutes?: number; reference?: string } & Partial<Prisma.ContractUncheckedCreateInput> = {}): Promise<{ id: string; reference: string }> {
  const [at, startsOn, endsOn] = [toDate(NOON), new Date("2026-01-01"), new Date("2028-12-31")];
  const data = { reference, organizationId, name: "Soporte anual", minutesBought: 600, priceCents: 1_000_00, vatRateBp: 1600, startsOn, endsOn, createdAt: at, updatedAt: at, ...more };
  const contract = await testDb().contract.create({ data, select: { id: true, reference: true } });
  if (minutes !== 0) await testDb().ledgerEntry.create({ data: { contractId: contract.id, kind: "purchase", minutes, balanceAfter: minutes, reason: "Compra", at, idempotencyKey: randomUUID() } });
  return contract;
}

/** The ticket becomes a case with póliza, which may be alta. */
export async function underContract(ticketId: string): Promise<void> {
  const { organizationId } = await testDb().ticket.findUniqueOrThrow({ where: { id: ticketId }, select: { organizationId: true } });
  const { id } = await contractOf(organizationId ?? "");
  await testDb().ticket.update({ where: { id: ticketId }, data: { isPaid: true, contractId: id } });
}

/** A table as it is uploaded. */
export function fileOf(text: string | Uint8Array, name = "productos.csv"): ImportFile {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  return { name, sha256: createHash("sha256").update(bytes).digest("hex"), open: () => new Blob([Uint8Array.from(bytes)]).stream() };
}

/** What a command answered, when anything else would be a mistake of the test. */
export function unwrap<T>(result: Result<T, string>): T {
  if (result.ok) return result.data;
  throw new Error(`The command refused: ${result.code} ${JSON.stringify(result.details ?? {})}`);
}

async function repliedTicket(opening: Opening, next: "open" | "pending" | "solved"): Promise<OpenedTicket> {
  const ticket = await newTicket(opening);
  const ctx = { db: testDb(), actor: carla, now: opening.at ?? NOON };
  unwrap(await staffReply(ctx, { ticketId: ticket.id, body: "Ya lo revisamos.", submissionKey: randomUUID(), next }));
  return ticket;
}

let opened = 0;

/** Words that no other ticket has; the multiplier spreads the numbers so that neighbours do not look alike. */
function inventedWords(ticket: number, count: number): string {
  return Array.from({ length: count }, (_, index) => inventedWord((ticket * 31 + index) * 2_654_435_761)).join(" ");
}

function inventedWord(seed: number): string {
  const letters = "bcdfgjlmnprstvz";
  const vowels = "aeiou";
  let rest = seed % 4_294_967_296;
  let word = "";
  for (let syllable = 0; syllable < 4; syllable += 1) {
    word += letters[rest % 15]! + vowels[Math.floor(rest / 15) % 5]!;
    rest = Math.floor(rest / 75);
  }
  return word;
}

/** Keeps a draft as a page would that began with what is kept now. */
export async function keepDraft(ctx: Context<PersonActor>, { slot, data }: { slot: string; data: DraftData }): Promise<string | null> {
  const base = (await findKeptDraft(ctx, slot))?.version ?? null;
  const saved = await saveDraft(ctx, { slot, data, base, unheard: [], version: randomUUID(), owner: ctx.actor.userId });
  if (!saved.ok) throw new Error(`The draft was refused: ${saved.code}`);
  return saved.data.version;
}
