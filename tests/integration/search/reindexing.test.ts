import { findDuplicates } from "@/lib/duplicates/find-duplicates";
import { reindexTickets } from "@/lib/duplicates/reindex";
import { indexTicket } from "@/lib/duplicates/ticket-index";
import { ANALYSIS_VERSION } from "@/lib/search/indexed-tokens";
import { forgetRemoved, markStale } from "@/lib/search/reindexing";
import { toDate } from "@/lib/time/instants";
import { ana } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

const DEPARTMENT = "00000000-0000-4000-8000-0000000000d2";
const YESTERDAY = NOON.subtract({ hours: 24 });
const ctx = { now: NOON };

async function writeTicket(subject: string, { isIndexed = true } = {}): Promise<string> {
  const id = crypto.randomUUID();
  await testDb().$transaction(async (tx) => {
    await tx.ticket.create({
      data: {
        id, reference: id, requesterId: ana.userId, organizationId: ana.organizationId, departmentId: DEPARTMENT, priority: "low", subject, body: subject,
        submissionKey: id, createdAt: toDate(YESTERDAY), updatedAt: toDate(YESTERDAY),
      },
    });
    if (isIndexed) await indexTicket(tx, { id, subject, body: subject, now: YESTERDAY });
  });
  return id;
}

const find = async (subject: string) =>
  (await findDuplicates({ db: testDb(), now: NOON }, { draft: { subject, body: subject }, scope: { kind: "all" }, from: 0 })).map(({ ticketId }) => ticketId);

beforeAll(async () => {
  await testDb().department.create({ data: { id: DEPARTMENT, slug: "reindexar", name: "Pruebas", description: "", position: 99 } });
});

beforeEach(async () => {
  await testDb().ticket.deleteMany();
  await testDb().$executeRaw`UPDATE search_document SET words = '', is_removed = TRUE, revision = pg_current_xact_id()::text::bigint`;
});

it("makes rows of an older analysis anew, and keeps the dates of their texts", async () => {
  const id = await writeTicket("El buzón de ventas rebota con error 552");
  await testDb().$executeRaw`UPDATE search_document SET words = E'otra\ncosa', analysis_version = 0 WHERE id = ${id}::uuid`;
  expect(await reindexTickets({ db: testDb(), ...ctx })).toEqual({ done: 1, isMore: false });
  const row = await testDb().searchDocument.findUniqueOrThrow({ where: { id } });
  expect({ words: row.words.includes("552"), version: row.analysisVersion, dated: row.datedAt }).toEqual({ words: true, version: ANALYSIS_VERSION, dated: toDate(YESTERDAY) });
  expect(await find("error 552 en el buzón de ventas")).toEqual([id]);
});

it("finds what had no row at all", async () => {
  const id = await writeTicket("La tienda no deja pagar con tarjeta", { isIndexed: false });
  expect(await find("no se puede pagar con tarjeta en la tienda")).toEqual([]);
  expect(await reindexTickets({ db: testDb(), ...ctx })).toEqual({ done: 1, isMore: false });
  expect(await find("no se puede pagar con tarjeta en la tienda")).toEqual([id]);
});

it("goes on where it was broken off, and does nothing once all is done", async () => {
  const ids = [await writeTicket("Primero"), await writeTicket("Segundo"), await writeTicket("Tercero")];
  await markStale(testDb(), ["ticket"]);
  // As a process that ended after one batch would leave it.
  await testDb().$transaction((tx) => indexTicket(tx, { id: ids[0]!, subject: "Primero", body: "Primero", now: YESTERDAY }));
  expect(await reindexTickets({ db: testDb(), ...ctx })).toEqual({ done: 2, isMore: false });
  expect(await reindexTickets({ db: testDb(), ...ctx })).toEqual({ done: 0, isMore: false });
});

it("takes out the row of a text that is gone, and forgets it after a day", async () => {
  const id = await writeTicket("Se va");
  await testDb().ticket.delete({ where: { id } });
  await markStale(testDb(), ["ticket"]);
  await reindexTickets({ db: testDb(), ...ctx });
  expect(await testDb().searchDocument.findUniqueOrThrow({ where: { id } })).toMatchObject({ isRemoved: true, words: "" });
  await forgetRemoved(testDb(), NOON);
  expect(await testDb().searchDocument.count({ where: { id } })).toBe(1);
  await forgetRemoved(testDb(), NOON.add({ hours: 1 }));
  expect(await testDb().searchDocument.count({ where: { id } })).toBe(0);
});

it("lets others write meanwhile", async () => {
  const id = await writeTicket("A medias");
  await markStale(testDb(), ["ticket"]);
  const [reindexed, written] = await Promise.all([reindexTickets({ db: testDb(), ...ctx }), writeTicket("Otro tema, la factura de marzo")]);
  expect(reindexed.isMore).toBe(false);
  expect(await find("factura de marzo")).toContain(written);
  expect(await find("a medias")).toContain(id);
});
