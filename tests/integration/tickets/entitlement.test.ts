import { randomUUID } from "node:crypto";
import { findPersonOfSession } from "@/lib/auth/person-of-session";
import type { CustomerActor } from "@/lib/auth/actor";
import { refusalMessage } from "@/lib/i18n/refusals";
import { changePriority } from "@/lib/tickets/commands/change-priority";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { openTickets } from "@/lib/tickets/commands/open-tickets";
import { replyToTicket } from "@/lib/tickets/commands/reply-to-ticket";
import { getNewTicketOptions } from "@/lib/tickets/new-ticket-options";
import type { OpenTicketInput } from "@/lib/tickets/schema";
import { contractChoice } from "@/lib/tickets/service";
import { andres, ana, bruno, carla, ORGANIZATIONS, PRODUCTS } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { contractOf, departmentId, newTicket, openInput, underContract, unwrap } from "@/tests/support/factories";

useDatabase();

const ACME = ORGANIZATIONS.acme.id;
const MAIL = PRODUCTS.acmeMail.id;
const ctx = (actor: CustomerActor = ana, now = NOON) => ({ db: testDb(), actor, now });
const open = async (input: Partial<OpenTicketInput> = {}, actor?: CustomerActor, now?: Temporal.Instant) => openTicket(ctx(actor, now), await openInput(input));
const mailIs = (data: object) => testDb().product.update({ where: { id: MAIL }, data });
const count = () => testDb().ticket.count();

beforeEach(async () => {
  await mailIs({ state: "active", endsOn: null, graceDays: 0, specialContract: null, startsOn: new Date("2024-01-01") });
  await testDb().contract.updateMany({ data: { settledAt: new Date("2026-11-01") } });
  await testDb().department.updateMany({ data: { isOpenToAll: false } });
  await testDb().department.update({ where: { slug: "facturacion" }, data: { isOpenToAll: true } });
});

describe("who is attended, when a ticket is opened", () => {
  it("not about a product that ended, with the day and what can be done; Facturación attends all the same", async () => {
    await mailIs({ endsOn: new Date("2026-11-03") });
    const before = await count();
    const refused = await open({ productId: MAIL });
    expect(refused).toMatchObject({ ok: false, code: "PRODUCT_ENDED", details: { product: "Correo de acme.example", on: "3 de noviembre", departments: "Facturación", all: "no" } });
    expect(refusalMessage("PRODUCT_ENDED", (refused as { details: object }).details)).toBe("«Correo de acme.example» venció el 3 de noviembre; puede escribir a Facturación o renovarlo.");
    expect(await count()).toBe(before);
    unwrap(await open({ productId: MAIL, departmentId: await departmentId("facturacion") }));
    // Without a product, nothing else of theirs is in force.
    expect(await open()).toMatchObject({ ok: false, code: "PRODUCT_ENDED", details: { all: "yes" } });
  });

  it("by the desk's calendar, to the last minute of the last day of grace", async () => {
    await mailIs({ endsOn: new Date("2026-11-11"), graceDays: 7 });
    unwrap(await open({ productId: MAIL }, ana, at("2026-11-18T23:59")));
    expect(await open({ productId: MAIL }, ana, at("2026-11-19T00:00"))).toMatchObject({ ok: false, code: "PRODUCT_ENDED" });
  });

  it.each([
    ["PRODUCT_SUSPENDED", { state: "suspended" }],
    ["PRODUCT_CANCELLED", { state: "cancelled" }],
    ["PRODUCT_NOT_STARTED", { startsOn: new Date("2027-01-01") }],
  ])("%s, in words that say what to do", async (code, data) => {
    await mailIs(data);
    const refused = await open({ productId: MAIL });
    expect(refused).toMatchObject({ ok: false, code });
    expect(refusalMessage(code, (refused as { details: object }).details)).toMatch(/Facturación/);
  });

  it("by a special contract, and by a póliza with hours left, of what has ended", async () => {
    await mailIs({ endsOn: new Date("2026-11-03"), specialContract: "Un año más" });
    unwrap(await open({ productId: MAIL }));
    await mailIs({ specialContract: null });
    await contractOf(ACME, { minutes: 0 });
    expect(await open({ productId: MAIL })).toMatchObject({ ok: false, code: "PRODUCT_ENDED" });
    await contractOf(ACME, { minutes: 15 });
    unwrap(await open({ productId: MAIL }));
  });

  it("not a person without an organization, but by the departments that are open to all", async () => {
    await testDb().user.update({ where: { id: andres.userId }, data: { organizationId: null, organizationRole: null } });
    const alone = (await findPersonOfSession({ db: testDb() }, { userId: andres.userId, sessionVersion: 1 })) as CustomerActor;
    expect(await open({}, alone)).toMatchObject({ ok: false, code: "NOT_ENTITLED_PERSON" });
    unwrap(await open({ departmentId: await departmentId("facturacion") }, alone));
    await testDb().user.update({ where: { id: andres.userId }, data: { organizationId: ACME, organizationRole: "member" } });
  });

  it("each part of a message, all or none", async () => {
    await mailIs({ endsOn: new Date("2026-11-03") });
    const before = await count();
    const parts = [await openInput({ departmentId: await departmentId("facturacion") }), await openInput({ productId: MAIL })];
    expect(await openTickets(ctx(), { submissionKey: randomUUID(), attachments: [], tickets: parts })).toMatchObject({ ok: false, code: "PRODUCT_ENDED", details: { ticket: 1 } });
    expect(await count()).toBe(before);
  });

  it("a reply to an open ticket always", async () => {
    const { id } = await newTicket({ productId: MAIL });
    await mailIs({ endsOn: new Date("2026-11-03") });
    unwrap(await replyToTicket(ctx(), { ticketId: id, body: "Sigue igual.", submissionKey: randomUUID(), attachments: [] }));
  });

  it("as the form says before", async () => {
    await mailIs({ endsOn: new Date("2026-11-03") });
    const options = await getNewTicketOptions(ctx());
    expect(options.entitlement).toMatchObject({ "": { refusal: { code: "PRODUCT_ENDED" } }, [MAIL]: { refusal: { code: "PRODUCT_ENDED" } } });
    expect(options.departments.filter(({ isOpenToAll }) => isOpenToAll).map(({ slug }) => slug)).toEqual(["facturacion"]);
  });
});

describe("how a ticket is attended", () => {
  const rowOf = (id: string) => testDb().ticket.findUniqueOrThrow({ where: { id }, select: { priority: true, isPaid: true, contractId: true } });

  it("free: baja or media, as chosen", async () => {
    expect(await rowOf(unwrap(await open({ priority: "low" })).id)).toEqual({ priority: "low", isPaid: false, contractId: null });
    expect(await open({ priority: "high" })).toMatchObject({ ok: false, code: "PRIORITY_NOT_ALLOWED" });
  });

  it("with póliza: alta, under the one that was chosen", async () => {
    const [, second] = [await contractOf(ACME), await contractOf(ACME)];
    const { id } = unwrap(await open({ service: contractChoice(second.id), priority: "low" }));
    expect(await rowOf(id)).toEqual({ priority: "high", isPaid: true, contractId: second.id });
    expect(await testDb().ticketSlaTarget.findFirst({ where: { ticketId: id, kind: "first_response" }, select: { minutes: true } })).toEqual({ minutes: 24 * 60 });
  });

  it("per event: media until it is authorised", async () => {
    expect(await rowOf(unwrap(await open({ service: "event", priority: "low" })).id)).toEqual({ priority: "medium", isPaid: true, contractId: null });
  });

  it("not under a póliza without hours, that ended, or of somebody else", async () => {
    const spent = await contractOf(ACME, { minutes: 0 });
    const ended = await contractOf(ACME, { endsOn: new Date("2026-11-17") });
    const theirs = await contractOf(ORGANIZATIONS.globex.id);
    for (const { id } of [spent, ended, theirs]) expect(await open({ service: contractChoice(id) })).toMatchObject({ ok: false, code: "CONTRACT_NOT_USABLE" });
    unwrap(await open({ service: contractChoice(theirs.id) }, bruno));
    const overage = await contractOf(ACME, { minutes: 0, overageLimitMinutes: 60 });
    unwrap(await open({ service: contractChoice(overage.id) }));
  });

  it("alta by the desk needs a póliza or an authorised quote", async () => {
    const { id } = await newTicket();
    const raise = () => changePriority({ db: testDb(), actor: carla, now: NOON }, { ticketId: id, priority: "high" });
    expect(await raise()).toEqual({ ok: false, code: "PRIORITY_NEEDS_AUTHORISATION" });
    expect((await rowOf(id)).priority).toBe("medium");
    await underContract(id);
    unwrap(await raise());
  });
});
