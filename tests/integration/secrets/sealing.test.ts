import { randomUUID } from "node:crypto";
import { endSealedJob } from "@/lib/secrets/jobs";
import { findHeldSecrets, holdSecret } from "@/lib/secrets/held-secrets";
import { rotateSealed } from "@/lib/secrets/rotation";
import { findInTexts } from "@/lib/secrets/review";
import { suggestDuplicates } from "@/lib/tickets/queries";
import { findTicketForCustomer } from "@/lib/tickets/queries";
import { addToTicket } from "@/lib/tickets/commands/add-to-ticket";
import { changeStatus, closeTicket } from "@/lib/tickets/commands/change-status";
import { mergeTicket } from "@/lib/tickets/commands/merge-ticket";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { openTickets } from "@/lib/tickets/commands/open-tickets";
import { readSealedValue } from "@/lib/tickets/commands/read-sealed-value";
import { recordOpenedDuplicate } from "@/lib/tickets/commands/record-opened-duplicate";
import { replyToTicket, staffReply } from "@/lib/tickets/commands/reply-to-ticket";
import { exportDecisions } from "@/lib/tickets/export-decisions";
import { findTicketForStaff } from "@/lib/tickets/staff-queries";
import { mintSystem } from "@/lib/auth/mint";
import { ana, andres, carla, diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { keepDraft, newTicket, openInput, unwrap } from "@/tests/support/factories";

useDatabase();

const MARK = "🔒 dato sellado";
const by = <A>(actor: A, now = NOON) => ({ db: testDb(), actor, now });
const later = (hours: number) => NOON.add({ hours });

async function sealedTicket(value = "Ventas2024!") {
  const ticket = await newTicket({ body: `No entra el correo. Contraseña: ${MARK}`, sealed: [{ mark: MARK, kind: "password", value }] });
  const { id } = await testDb().sealedValue.findFirstOrThrow({ where: { ticketId: ticket.id }, select: { id: true } });
  return { ...ticket, sealedId: id };
}

describe("sending", () => {
  it("asks once about what the person was not told of, and writes nothing before", async () => {
    const input = await openInput({ body: "La contraseña del correo es Ventas2024!" });
    const count = await testDb().ticket.count();
    const refused = await openTicket(by(ana), input);
    expect(refused).toMatchObject({ ok: false, code: "SECRETS_NOT_REVIEWED", details: { findings: [{ value: "Ventas2024!", kind: "password", field: "body" }] } });
    expect(await testDb().ticket.count()).toBe(count);
    const { reference } = unwrap(await openTicket(by(ana), { ...input, secretsKept: findInTexts(input).map((each) => each.fingerprint) }));
    expect(await testDb().ticket.findUnique({ where: { reference }, select: { body: true } })).toEqual({ body: "La contraseña del correo es Ventas2024!" });
  });

  it("seals what is ticked, and the same form sent again is the same ticket", async () => {
    const typed = await openInput({ body: "La contraseña del correo es Ventas2024!" });
    const input = { ...typed, seal: findInTexts(typed).map((each) => each.fingerprint) };
    const first = unwrap(await openTicket(by(ana), input));
    expect(unwrap(await openTicket(by(ana), input))).toEqual(first);
    const rows = await testDb().sealedValue.findMany({ where: { ticketId: first.id } });
    expect(rows).toHaveLength(1);
    expect(await testDb().ticket.findUnique({ where: { id: first.id }, select: { body: true } })).toEqual({ body: `La contraseña del correo es ${MARK}` });
    expect(unwrap(await readSealedValue(by(carla), { sealedId: rows[0]!.id })).value).toBe("Ventas2024!");
  });

  it("seals in each of the tickets that a message was split into what stands in its text, and asks once for all of them", async () => {
    const [one, two] = [await openInput({ body: `El correo no entra: ${MARK}` }), await openInput({ body: "El FTP no abre, la contraseña es Nube.2024x" })];
    const form = { submissionKey: randomUUID(), tickets: [one, two], attachments: [], sealed: [{ mark: MARK, kind: "password" as const, value: "Lago.771" }] };
    const refused = await openTickets(by(ana), form);
    expect(refused).toMatchObject({ ok: false, code: "SECRETS_NOT_REVIEWED", details: { findings: [{ value: "Nube.2024x" }] } });
    const sent = { ...form, seal: findInTexts({ body: two.body }).map((each) => each.fingerprint) };
    const tickets = unwrap(await openTickets(by(ana), sent));
    expect(unwrap(await openTickets(by(ana), sent))).toEqual(tickets);
    const values = await Promise.all(
      tickets.map(async ({ id }) => {
        const rows = await testDb().sealedValue.findMany({ where: { ticketId: id }, select: { id: true } });
        return Promise.all(rows.map(async (row) => unwrap(await readSealedValue(by(carla), { sealedId: row.id })).value));
      }),
    );
    expect(values).toEqual([["Lago.771"], ["Nube.2024x"]]);
  });

  it("seals in replies of either side, and in a text that is added to another ticket", async () => {
    const ticket = await newTicket();
    const sealed = (value: string) => ({ ticketId: ticket.id, submissionKey: randomUUID(), body: `Va ${MARK}`, sealed: [{ mark: MARK, kind: "password" as const, value }] });
    unwrap(await replyToTicket(by(ana), sealed("de Ana")));
    unwrap(await staffReply(by(carla), { ...sealed("de Carla"), next: "open" }));
    unwrap(await addToTicket(by(ana), { ...sealed("agregado"), subject: "Otra cosa" }));
    const view = await findTicketForStaff(by(carla), ticket.reference);
    expect(view?.sealed.map(({ kind, mark }) => [kind, mark])).toEqual([["password", MARK], ["password", MARK], ["password", MARK]]);
    const messages = await testDb().ticketMessage.findMany({ where: { ticketId: ticket.id }, select: { id: true } });
    expect(new Set(view?.sealed.map(({ entryId }) => entryId))).toEqual(new Set(messages.map(({ id }) => id)));
    for (const body of ["password: Nube.2024x"]) {
      expect(await replyToTicket(by(ana), { ticketId: ticket.id, submissionKey: randomUUID(), body })).toMatchObject({ code: "SECRETS_NOT_REVIEWED" });
      expect(await staffReply(by(carla), { ticketId: ticket.id, submissionKey: randomUUID(), body, next: "open" })).toMatchObject({ code: "SECRETS_NOT_REVIEWED" });
    }
  });
});

describe("reading", () => {
  it("is the desk's, and each time stands in the trail and below the message for the customer", async () => {
    const ticket = await sealedTicket();
    expect(unwrap(await readSealedValue(by(carla), { sealedId: ticket.sealedId })).value).toBe("Ventas2024!");
    unwrap(await readSealedValue(by(diego, later(1)), { sealedId: ticket.sealedId }));
    const staff = await findTicketForStaff(by(carla), ticket.reference);
    expect(staff?.thread.filter((entry) => entry.entry === "event" && entry.type === "sealed.read")).toMatchObject([{ actorName: "Carla Ríos" }, { actorName: "Diego Mora" }]);
    const customer = await findTicketForCustomer(by(ana), ticket.reference);
    expect(customer?.sealed).toMatchObject([{ mark: MARK, kind: "password", entryId: ticket.id, gone: null, reads: [{ by: "Carla Ríos" }, { by: "Diego Mora" }] }]);
    expect(JSON.stringify([staff, customer])).not.toContain("Ventas2024!");
    expect(customer?.thread.some((entry) => entry.entry === "event" && entry.type === "sealed.read")).toBe(false);
  });

  it("fails clearly when the row was tampered with, or moved to another ticket", async () => {
    const [one, two] = [await sealedTicket("uno-Uno1"), await sealedTicket("dos-Dos2")];
    const row = await testDb().sealedValue.findUniqueOrThrow({ where: { id: one.sealedId } });
    await testDb().sealedValue.update({ where: { id: two.sealedId }, data: { cipher: row.cipher, keyId: row.keyId } });
    expect(await readSealedValue(by(carla), { sealedId: two.sealedId })).toEqual({ ok: false, code: "SEALED_DAMAGED" });
    await testDb().sealedValue.update({ where: { id: one.sealedId }, data: { keyId: "otra" } });
    expect(await readSealedValue(by(carla), { sealedId: one.sealedId })).toEqual({ ok: false, code: "SEALED_KEY_UNKNOWN" });
    expect(await testDb().ticketEvent.count({ where: { ticketId: { in: [one.id, two.id] }, type: "sealed.read" } })).toBe(0);
  });
});

describe("the end", () => {
  it("comes when the ticket is closed, in the same transaction, and not when it is solved", async () => {
    const ticket = await sealedTicket();
    unwrap(await changeStatus(by(carla), { ticketId: ticket.id, move: "solve" }));
    expect(await readSealedValue(by(carla), { sealedId: ticket.sealedId })).toMatchObject({ ok: true });
    unwrap(await closeTicket(by(ana, later(2)), { ticketId: ticket.id }));
    expect(await testDb().sealedValue.findUnique({ where: { id: ticket.sealedId } })).toMatchObject({ cipher: null, keyId: null, goneReason: "closed", authorId: ana.userId });
    expect(await readSealedValue(by(carla, later(2)), { sealedId: ticket.sealedId })).toEqual({ ok: false, code: "SEALED_GONE" });
  });

  it("comes after 14 days, to the minute, though the job be late", async () => {
    const ticket = await sealedTicket();
    const [before, after] = [later(14 * 24).subtract({ minutes: 1 }), later(14 * 24)];
    await endSealedJob.run(by(mintSystem(), before), {});
    expect(await readSealedValue(by(carla, before), { sealedId: ticket.sealedId })).toMatchObject({ ok: true });
    expect(await readSealedValue(by(carla, after), { sealedId: ticket.sealedId })).toEqual({ ok: false, code: "SEALED_GONE" });
    await endSealedJob.run(by(mintSystem(), after), {});
    expect(await testDb().sealedValue.findUnique({ where: { id: ticket.sealedId } })).toMatchObject({ cipher: null, goneReason: "expired", mark: MARK });
  });

  it("does not come with a merge: what is sealed goes on with the ticket that goes on", async () => {
    const [duplicate, survivor] = [await sealedTicket(), await newTicket()];
    unwrap(await mergeTicket(by(carla), { ticketId: duplicate.id, intoReference: survivor.reference }));
    expect(unwrap(await readSealedValue(by(carla), { sealedId: duplicate.sealedId })).value).toBe("Ventas2024!");
    expect((await findTicketForStaff(by(carla), survivor.reference))?.sealed).toMatchObject([{ carriedFrom: duplicate.reference, carriedTo: null, gone: null, reads: [{ by: "Carla Ríos" }] }]);
    expect((await findTicketForStaff(by(carla), duplicate.reference))?.sealed).toMatchObject([{ carriedFrom: null, carriedTo: survivor.reference }]);
    unwrap(await closeTicket(by(ana), { ticketId: survivor.id }));
    expect(await readSealedValue(by(carla), { sealedId: duplicate.sealedId })).toEqual({ ok: false, code: "SEALED_GONE" });
  });

  it("is kept by the database: a row can be read, or says why not", async () => {
    const ticket = await sealedTicket();
    await expect(testDb().sealedValue.update({ where: { id: ticket.sealedId }, data: { cipher: null, keyId: null } })).rejects.toThrow(/sealed_value_gone/);
    await expect(testDb().sealedValue.update({ where: { id: ticket.sealedId }, data: { goneAt: new Date(), goneReason: "closed" } })).rejects.toThrow(/sealed_value_gone/);
  });
});

describe("a change of APP_SECRET", () => {
  const FORMER = process.env.APP_SECRET!;
  afterEach(() => {
    process.env.APP_SECRET = FORMER;
    delete process.env.APP_SECRET_PREVIOUS;
    jest.resetModules();
  });

  it("leaves everything readable while the former one is named, and needless after the rotation", async () => {
    const ticket = await sealedTicket();
    await holdSecret(by(ana), { slot: "new", mark: MARK, kind: "password", value: "a medias" });
    // What the environment says is read once a process: a new start is a new set of modules.
    process.env.APP_SECRET = "otra-K7d2mQ9xVb4nTz1LhR8sWc3-nueva";
    process.env.APP_SECRET_PREVIOUS = FORMER;
    await jest.isolateModulesAsync(async () => {
      const fresh = await import("@/lib/tickets/commands/read-sealed-value");
      expect(unwrap(await fresh.readSealedValue(by(carla), { sealedId: ticket.sealedId })).value).toBe("Ventas2024!");
      const { rotateSealed: rotate } = await import("@/lib/secrets/rotation");
      expect((await rotate(testDb())).rotated).toBeGreaterThanOrEqual(2);
      expect((await rotate(testDb())).rotated).toBe(0);
    });
    delete process.env.APP_SECRET_PREVIOUS;
    await jest.isolateModulesAsync(async () => {
      const fresh = await import("@/lib/tickets/commands/read-sealed-value");
      expect(unwrap(await fresh.readSealedValue(by(carla), { sealedId: ticket.sealedId })).value).toBe("Ventas2024!");
      const held = await import("@/lib/secrets/held-secrets");
      expect(await held.findHeldSecrets(by(ana), "new")).toEqual([{ mark: MARK, kind: "password", value: "a medias" }]);
    });
  });

  it("counts what it cannot open, and leaves it", async () => {
    const ticket = await sealedTicket();
    await testDb().sealedValue.update({ where: { id: ticket.sealedId }, data: { keyId: "desconocida" } });
    expect((await rotateSealed(testDb())).unreadable).toBeGreaterThanOrEqual(1);
  });
});

describe("a draft", () => {
  it("keeps what was sealed, encrypted and its writer's alone, until it is sent", async () => {
    await testDb().heldSecret.deleteMany();
    const entry = { mark: MARK, kind: "password" as const, value: "Borrador.77" };
    unwrap(await holdSecret(by(ana), { slot: "new", ...entry }));
    expect(await findHeldSecrets(by(ana), "new")).toEqual([entry]);
    expect(await findHeldSecrets(by(andres), "new")).toEqual([]);
    expect(await findHeldSecrets(by(carla), "new")).toEqual([]);
    await newTicket({ body: `Va ${MARK}`, sealed: [entry] });
    expect(await findHeldSecrets(by(ana), "new")).toEqual([]);
  });
});

it("a sealed secret stands nowhere in the database: no column of any table, no record beside the ticket", async () => {
  const secret = "Quetzal.9931x";
  const context = { db: testDb(), actor: ana, now: NOON };
  const before = { subject: "No entra el correo de quetzales", body: `La contraseña es ${secret} y no entra` };
  // As it goes: typed, searched with, a suggestion opened, then sealed, kept, sent, answered, read, merged.
  const candidate = await newTicket();
  await suggestDuplicates(context, before);
  await recordOpenedDuplicate(context, { candidateTicketId: candidate.id, submissionKey: randomUUID(), ...before });
  const sealed = [{ mark: MARK, kind: "password" as const, value: secret }];
  await keepDraft(context, { slot: "new", data: { body: `La contraseña es ${MARK}` } });
  await holdSecret(context, { slot: "new", ...sealed[0]! });
  const ticket = await newTicket({ subject: before.subject, body: `La contraseña es ${MARK} y no entra`, sealed });
  unwrap(await replyToTicket(context, { ticketId: ticket.id, submissionKey: randomUUID(), body: `De nuevo ${MARK}`, sealed }));
  const rows = await testDb().sealedValue.findMany({ where: { ticketId: ticket.id } });
  expect(rows).toHaveLength(2);
  unwrap(await readSealedValue(by(carla), { sealedId: rows[0]!.id }));
  unwrap(await mergeTicket(by(carla), { ticketId: ticket.id, intoReference: candidate.reference }));

  const columns = await testDb().$queryRaw<{ schema: string; table: string; column: string }[]>`
    SELECT table_schema AS schema, table_name AS "table", column_name AS "column" FROM information_schema.columns
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema IN ('public', 'pgboss') AND table_type = 'BASE TABLE'`;
  expect(columns.length).toBeGreaterThan(200);
  const holding: string[] = [];
  for (const { schema, table, column } of columns) {
    const [found] = await testDb().$queryRawUnsafe<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM "${schema}"."${table}" WHERE position('quetzal.9931x' IN lower("${column}"::text)) > 0 OR position($1 IN "${column}"::text) > 0`,
      Buffer.from(secret).toString("hex"),
    );
    if (found!.count > 0) holding.push(`${schema}.${table}.${column}`);
  }
  expect(holding).toEqual([]);

  const exported: string[] = [];
  const lines = exportDecisions(by(diego), { raw: true });
  for await (const line of unwrap(lines)) exported.push(JSON.stringify(line));
  expect(exported.length).toBeGreaterThan(0);
  expect(exported.join("\n")).not.toContain(secret);
});
