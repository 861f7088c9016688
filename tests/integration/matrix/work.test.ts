import { randomUUID } from "node:crypto";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findPersonOfSession } from "@/lib/auth/person-of-session";
import { countCharges, findCharge, listCharges, listOwnCharges, sumChargesByMonth } from "@/lib/quotes/charge-queries";
import { closeWork, releaseWork } from "@/lib/quotes/commands/close-work";
import { editCompany } from "@/lib/quotes/commands/edit-company";
import { invoiceCharge } from "@/lib/quotes/commands/invoice-charge";
import { postTime } from "@/lib/quotes/commands/post-time";
import { reverseTime } from "@/lib/quotes/commands/reverse-time";
import { cancelCharge, payCharge } from "@/lib/quotes/commands/settle-charge";
import { findCompany } from "@/lib/quotes/company";
import { exportCfdi, exportCharges } from "@/lib/quotes/export-charges";
import { findWork, listOwnWork, summarizeWork } from "@/lib/quotes/work-queries";
import type { Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";
import { exportedOperations } from "@/tests/integration/matrix/support/exported";
import { PEOPLE } from "@/tests/integration/matrix/support/rows";
import { ACTORS } from "@/tests/integration/matrix/support/table";
import { authorisedEvent, FISCAL, type AuthorisedQuote } from "@/tests/support/authorised-quotes";
import { andres, carla } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";

useDatabase();

type World = { open: AuthorisedQuote; entryId: string; fresh: AuthorisedQuote; charge: { id: string; reference: string }; invoicedId: string };
type Row = { expected: string; run: (ctx: Context<never>, world: World) => Promise<string> };

const sees = (found: unknown) => (found ? "sees" : "none");
const code = (result: Result<unknown, string>) => (result.ok ? "ok" : result.code);
const company = { rfc: "IIA040805DZ4", legalName: "IMPERA", taxRegime: "601", postalCode: "01000", productKey: "81111811", paymentMethod: "PUE" as const, paymentForm: "03" as const, series: "" };

/**
 * Everything is andrés': work in progress with an entry of carla's, work that has none, a charge to invoice and one that is invoiced. In the
 * order of ACTORS. What takes the desk alone refuses a customer's actor too, should a type ever be cast away.
 */
const OPERATIONS: Record<string, Row> = {
  findWork: { expected: "gate none none none gate sees sees", run: async (ctx, { open }) => sees(await findWork(ctx, open.ticket.reference)) },
  summarizeWork: { expected: "gate none none none gate sees sees", run: async (ctx, { open }) => sees((await summarizeWork(ctx, open.ticket.id))?.workedMinutes) },
  listOwnWork: { expected: "gate none sees sees gate sees sees", run: async (ctx, { open }) => sees((await listOwnWork(ctx, open.ticket.id)).length) },
  postTime: {
    expected: "gate NOT_FOUND FORBIDDEN FORBIDDEN gate ok ok",
    run: async (ctx, { open }) => code(await postTime(ctx, { ticketId: open.ticket.id, startedAt: at("2026-11-18T11:00"), minutes: 5, description: "x", isBillable: true, submissionKey: randomUUID() })),
  },
  reverseTime: { expected: "gate TIME_GONE FORBIDDEN FORBIDDEN gate ok ok", run: async (ctx, { entryId }) => code(await reverseTime(ctx, { entryId, reason: "x", submissionKey: randomUUID() })) },
  closeWork: { expected: "gate QUOTE_NOT_FOUND FORBIDDEN FORBIDDEN gate ok ok", run: async (ctx, { open }) => code(await closeWork(ctx, { quoteId: open.quoteId, statement: "x" })) },
  releaseWork: { expected: "gate QUOTE_NOT_FOUND FORBIDDEN FORBIDDEN gate ok ok", run: async (ctx, { fresh }) => code(await releaseWork(ctx, { quoteId: fresh.quoteId, reason: "x" })) },
  listCharges: { expected: "gate none none none gate sees sees", run: async (ctx, { charge }) => sees((await listCharges(ctx, { state: null })).items.some(({ id }) => id === charge.id)) },
  countCharges: { expected: "gate none none none gate sees sees", run: async (ctx) => sees((await countCharges(ctx)).to_invoice) },
  sumChargesByMonth: { expected: "gate none none none gate sees sees", run: async (ctx) => sees((await sumChargesByMonth(ctx)).length) },
  findCharge: { expected: "gate none none none gate sees sees", run: async (ctx, { charge }) => sees(await findCharge(ctx, charge.reference)) },
  listOwnCharges: { expected: "gate none sees sees gate sees sees", run: async (ctx, { charge }) => sees((await listOwnCharges(ctx, {})).items.some(({ id }) => id === charge.id)) },
  invoiceCharge: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate INVOICE_FILES_MISSING INVOICE_FILES_MISSING", run: async (ctx, { charge }) => code(await invoiceCharge(ctx, { chargeId: charge.id, folio: "A", uuid: randomUUID(), attachments: [] })) },
  payCharge: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate ok ok", run: async (ctx, { invoicedId }) => code(await payCharge(ctx, { chargeId: invoicedId, paidOn: Temporal.PlainDate.from("2026-11-18"), note: "" })) },
  cancelCharge: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN ok", run: async (ctx, { charge }) => code(await cancelCharge(ctx, { chargeId: charge.id, reason: "x" })) },
  exportCharges: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate ok ok", run: async (ctx) => code(await exportCharges(ctx, {})) },
  exportCfdi: { expected: "gate CHARGE_NOT_FOUND CHARGE_NOT_FOUND CHARGE_NOT_FOUND gate ok ok", run: async (ctx, { charge }) => code(await exportCfdi(ctx, { reference: charge.reference, note: "" })) },
  findCompany: { expected: "gate none none none gate none sees", run: async (ctx) => sees(await findCompany(ctx)) },
  editCompany: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN ok", run: async (ctx) => code(await editCompany(ctx, { ...company, version: 1 })) },
};

const CELLS = Object.entries(OPERATIONS).flatMap(([operation, { expected, run }]) => {
  const outcomes = expected.split(" ");
  return ACTORS.map((actor, column) => ({ operation, actor, outcome: outcomes[column]!, run }));
});

describe("who may see and do work and charges", () => {
  it.each(CELLS)("$operation for $actor: $outcome", async ({ actor: name, outcome, run }) => {
    const world = await makeWorld();
    const claimed = PEOPLE[name];
    const actor = await findPersonOfSession({ db: testDb() }, claimed && { userId: claimed.userId, sessionVersion: 1 });
    expect(actor ? await run({ db: testDb(), actor: actor as StaffActor, now: NOON } as Context<never>, world) : "gate").toBe(outcome);
  });

  it("is asked of every query and command of work and charges: 19 for 7 actors make 133 cells", () => {
    const exported = exportedOperations("quotes").filter((name) => /Charge|Work|Time|Company|Cfdi/.test(name));
    expect(Object.keys(OPERATIONS).sort()).toEqual(exported.sort());
    expect(CELLS).toHaveLength(133);
    expect(CELLS.every(({ outcome }) => outcome !== undefined)).toBe(true);
  });
});

/** The operations that this file asks about: tests/integration/matrix/quotes.test.ts asks about the others of the domain. */
async function makeWorld(): Promise<World> {
  const db = testDb();
  // The charges of earlier cells are of long ago: they fill no page.
  await db.charge.updateMany({ data: { createdAt: new Date("2020-01-01") } });
  await db.companyProfile.upsert({ where: { id: 1 }, create: { ...company, updatedAt: toDate(NOON) }, update: { ...company, version: 1 } });
  const ctx = { db, actor: carla, now: NOON };
  const open = await authorisedEvent({ requester: andres });
  const { entryId } = unwrap(await postTime(ctx, { ticketId: open.ticket.id, startedAt: at("2026-11-18T10:00"), minutes: 30, description: "Trabajo", isBillable: true, submissionKey: randomUUID() }));
  const [charge, invoiced] = [await chargeRow(), await chargeRow()];
  const day = toDate(NOON);
  await db.charge.update({ where: { id: invoiced.id }, data: { state: "invoiced", invoiceFolio: "A-1", invoiceUuid: randomUUID(), invoicedAt: day } });
  return { open, entryId, fresh: await authorisedEvent({ requester: andres }), charge, invoicedId: invoiced.id };
}

async function chargeRow(): Promise<{ id: string; reference: string }> {
  const { quoteId, ticket } = await authorisedEvent({ requester: andres });
  const day = toDate(NOON);
  const letters = () => Array.from({ length: 4 }, () => "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[Math.floor(Math.random() * 32)]).join("");
  return testDb().charge.create({
    data: { reference: `CAR-${letters()}-${letters()}`, quoteId, ticketId: ticket.id, fiscal: FISCAL, subtotalCents: 100_000n, discountCents: 0n, vatCents: 16_000n, totalCents: 116_000n, createdAt: day, updatedAt: day },
    select: { id: true, reference: true },
  });
}
