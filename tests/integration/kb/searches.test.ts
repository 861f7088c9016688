import { randomUUID } from "node:crypto";
import { attempt } from "@/lib/actions/afterwards";
import { mintSystem } from "@/lib/auth/mint";
import { createDb } from "@/lib/db/client";
import { noteTicketAfterSearch, recordOpenedResult } from "@/lib/kb/commands/follow-search";
import { recordFormSearch, recordSearch } from "@/lib/kb/commands/record-search";
import { forgetSearchesJob } from "@/lib/kb/jobs";
import { countSearches, listSearches } from "@/lib/kb/search-board";
import type { BoardQuestion } from "@/lib/kb/search-board-types";
import { indexArticle } from "@/lib/kb/search-index";
import { searchKnowledge } from "@/lib/kb/search-knowledge";
import { log } from "@/lib/log";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { toDate } from "@/lib/time/instants";
import { ana, carla } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDatabaseUrl, testDb, useDatabase } from "@/tests/support/db";
import { openInput, unwrap } from "@/tests/support/factories";

useDatabase();

const ctx = (now = NOON) => ({ db: testDb(), now });
const desk = (now = NOON) => ({ ...ctx(now), actor: carla });
const rowOf = (token: string) => testDb().kbSearch.findUniqueOrThrow({ where: { token } });
const QUESTION: BoardQuestion = { source: "search", view: "all", days: 30 };

let spf: { id: string };
let buzon: { id: string };

beforeAll(async () => {
  const db = testDb();
  const category = await db.kbCategory.create({ data: { slug: "correo", name: "Correo", description: "", position: 1 } });
  const text = { title: "Configurar SPF en Outlook", summary: "Resumen", body: "El registro SPF dice quién envía.", tags: [], updatedAt: toDate(NOON), categoryId: category.id };
  spf = await db.article.create({ data: { ...text, slug: "spf", status: "published", publishedAt: toDate(NOON) } });
  await db.article.create({ data: { ...text, slug: "borrador", status: "draft" } });
  await db.$transaction((tx) => indexArticle(tx, { id: spf.id, now: NOON }));
  const group = await db.faqGroup.create({ data: { slug: "grupo", name: "Grupo", position: 1 } });
  buzon = await db.faqEntry.create({ data: { slug: "buzon", groupId: group.id, question: "¿Por qué se llena mi buzón?", answer: "Así.", position: 1, updatedAt: toDate(NOON) } });
});

beforeEach(async () => {
  await testDb().kbSearch.deleteMany();
});

async function searched(text: string, { now = NOON, token = randomUUID(), resultCount = 0, shown = [] as { id: string }[] } = {}): Promise<string> {
  await recordSearch(ctx(now), { token, place: "page", text, resultCount, shown });
  return token;
}

describe("a search", () => {
  it("is kept by its words, the hour and what was found, and by nothing else", async () => {
    const token = randomUUID();
    await recordSearch(ctx(at("2026-11-18T12:34:56")), {
      token, place: "page", kind: "article", text: "Contraseña de ana@acme.example", resultCount: 4, shown: [spf, buzon, spf, buzon],
    });
    const { id, ...row } = await rowOf(token);
    expect(typeof id).toBe("bigint");
    expect(row).toEqual({
      token, place: "page", kindFilter: "article", searchedOn: new Date("2026-11-18T00:00:00Z"), searchedHour: 12, terms: "Contraseña de", folded: "contrasena de",
      resultCount: 4, shown: [spf.id, buzon.id, spf.id], opened: [], hasTicket: false,
    });
  });

  it("keeps a word that may be a name only where the knowledge base has it", async () => {
    const token = await searched("correo de Rodrigo en Outlook");
    expect((await rowOf(token)).terms).toBe("correo de en Outlook");
  });

  it("is one, however often its page is loaded", async () => {
    const token = randomUUID();
    await Promise.all(Array.from({ length: 5 }, () => searched("spf", { token })));
    expect(await testDb().kbSearch.count()).toBe(1);
  });

  it("is kept without words when all of it was personal", async () => {
    const token = await searched("ana@acme.example");
    expect(await rowOf(token)).toMatchObject({ terms: "", folded: "" });
  });

  it.each(["😀\u0000\ud800", "'; DROP TABLE kb_search; --", "x".repeat(20_000), "\uFDFA ".repeat(100), "{{7*7}} %s $1"])("bears whatever is typed: %j", async (text) => {
    const token = await searched(text);
    expect(await rowOf(token)).toMatchObject({ token });
  });

  it("beside a form is the last of what was written", async () => {
    const token = randomUUID();
    for (const text of ["no", "no llega", "no llega el correo"]) await recordFormSearch(ctx(), { token, text, resultCount: text.length, shown: [] });
    expect(await testDb().kbSearch.findMany({ select: { terms: true, resultCount: true, place: true } })).toEqual([{ terms: "no llega el correo", resultCount: 18, place: "ticket_form" }]);
  });

  it("of a page is not overwritten by a form that claims its token", async () => {
    const token = await searched("spf");
    await recordFormSearch(ctx(), { token, text: "otra cosa", resultCount: 0, shown: [] });
    expect(await rowOf(token)).toMatchObject({ terms: "spf", place: "page" });
  });
});

describe("what was opened", () => {
  it("is added, once each, also when all come at once", async () => {
    const token = await searched("spf", { resultCount: 2, shown: [spf, buzon] });
    const opened = [{ kind: "article", slug: "spf" }, { kind: "faq", slug: "buzon" }] as const;
    await Promise.all([...opened, ...opened, ...opened].map((each) => recordOpenedResult(ctx(), { token, opened: each })));
    expect([...(await rowOf(token)).opened].sort()).toEqual([spf.id, buzon.id].sort());
  });

  it.each(["borrador", "inexistente"])("is nothing that nobody may read: %s", async (slug) => {
    const token = await searched("spf");
    expect(await recordOpenedResult(ctx(), { token, opened: { kind: "article", slug } })).toEqual({ ok: false, code: "NOT_FOUND" });
    expect((await rowOf(token)).opened).toEqual([]);
  });

  it("is no longer added after a day, nor to a search that there is not", async () => {
    const token = await searched("spf");
    const opened = { kind: "article", slug: "spf" } as const;
    expect(await recordOpenedResult(ctx(NOON.add({ hours: 25 })), { token, opened })).toEqual({ ok: false, code: "NOT_FOUND" });
    expect(await recordOpenedResult(ctx(NOON.add({ hours: 24 })), { token, opened })).toEqual({ ok: true, data: null });
    expect(await recordOpenedResult(ctx(), { token: randomUUID(), opened })).toEqual({ ok: false, code: "NOT_FOUND" });
  });
});

describe("a ticket that followed", () => {
  it("is noted on the search that led there and on the form's own, in the transaction that opens it", async () => {
    const [search, formSearch, other] = [await searched("buzón lleno"), randomUUID(), await searched("otra")];
    await recordFormSearch(ctx(), { token: formSearch, text: "buzón lleno", resultCount: 1, shown: [] });
    unwrap(await openTicket({ ...ctx(), actor: ana }, await openInput({ search, formSearch })));
    expect(await Promise.all([search, formSearch, other].map(async (token) => (await rowOf(token)).hasTicket))).toEqual([true, true, false]);
  });

  it("is not noted when the ticket is refused", async () => {
    const search = await searched("buzón lleno");
    expect(await openTicket({ ...ctx(), actor: ana }, await openInput({ search, priority: "high" }))).toMatchObject({ ok: false, code: "PRIORITY_NOT_ALLOWED" });
    expect((await rowOf(search)).hasTicket).toBe(false);
  });

  it("is opened all the same when there is no such search", async () => {
    expect(await openTicket({ ...ctx(), actor: ana }, await openInput({ search: randomUUID() }))).toMatchObject({ ok: true });
  });

  it("is not noted a day later", async () => {
    const token = await searched("spf");
    await testDb().$transaction((tx) => noteTicketAfterSearch(tx, { tokens: [token], now: NOON.add({ hours: 25 }) }));
    expect((await rowOf(token)).hasTicket).toBe(false);
  });
});

it("that cannot be kept breaks no search: it is logged, and the answer still comes", async () => {
  const logged = jest.spyOn(log, "error").mockImplementation(() => undefined);
  await testDb().$executeRaw`ALTER TABLE kb_search RENAME TO kb_search_gone`;
  try {
    const [{ hits }, kept] = await Promise.all([searchKnowledge(ctx(), { text: "registro spf" }), attempt("kb.record-search", () => searched("registro spf"))]);
    expect(hits.map((hit) => hit.slug)).toEqual(["spf"]);
    expect(kept).toBeNull();
    expect(logged).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(logged.mock.calls[0]?.[0])).not.toContain("registro spf");
  } finally {
    await testDb().$executeRaw`ALTER TABLE kb_search_gone RENAME TO kb_search`;
    logged.mockRestore();
  }
});

describe("forgetting", () => {
  const forget = (now: Temporal.Instant) => forgetSearchesJob.run({ db: testDb(), actor: mintSystem(), now }, {});
  const later = (days: number) => NOON.add({ hours: 24 * days });

  it("takes the token away once nothing can be added", async () => {
    const token = await searched("spf");
    await forget(later(1));
    expect((await rowOf(token)).token).toBe(token);
    await forget(later(2));
    expect(await testDb().kbSearch.findMany({ select: { terms: true, token: true } })).toEqual([{ terms: "spf", token: null }]);
  });

  it("takes the search away after 400 days", async () => {
    await searched("spf");
    await forget(later(400));
    expect(await testDb().kbSearch.count()).toBe(1);
    await forget(later(401));
    expect(await testDb().kbSearch.count()).toBe(0);
  });
});

describe("the authors' board", () => {
  beforeEach(async () => {
    // Three for the same words, written in three ways: one found nothing, one opened nothing, one was read and still became a ticket.
    await searched("contrasena");
    await searched("Contraseña", { resultCount: 2, shown: [spf, buzon] });
    const read = await searched("contraseña", { resultCount: 2, shown: [spf, buzon], now: NOON.subtract({ hours: 48 }) });
    await recordOpenedResult(ctx(NOON.subtract({ hours: 47 })), { token: read, opened: { kind: "faq", slug: "buzon" } });
    await testDb().$transaction((tx) => noteTicketAfterSearch(tx, { tokens: [read], now: NOON.subtract({ hours: 47 }) }));
    await searched("factura", { resultCount: 1, shown: [spf] });
    await searched("factura", { resultCount: 1, shown: [spf], now: NOON.subtract({ hours: 24 * 30 }) });
    await searched("ana@acme.example");
    await recordFormSearch(ctx(), { token: randomUUID(), text: "no imprime", resultCount: 0, shown: [] });
  });

  it("counts what was looked for, what was not found, not opened, and what became a ticket", async () => {
    expect(await countSearches(desk(), QUESTION)).toEqual({ none: 2, unopened: 2, ticket: 1, all: 5 });
    expect(await countSearches(desk(), { source: "ticket_form", days: 7 })).toEqual({ none: 1, unopened: 0, ticket: 0, all: 1 });
  });

  it("puts the same words into one row, however they were written, with what was opened", async () => {
    const rows = await listSearches(desk(), { ...QUESTION, limit: 50 });
    expect(rows.map(({ folded, counts, lastOn }) => [folded, counts, lastOn.toString()])).toEqual([
      ["contrasena", { none: 1, unopened: 1, ticket: 1, all: 3 }, "2026-11-18"],
      ["factura", { none: 0, unopened: 1, ticket: 0, all: 1 }, "2026-11-18"],
    ]);
    expect(rows[0]?.texts).toEqual({ were: "opened", items: [{ title: "¿Por qué se llena mi buzón?", href: "/faq#buzon", count: 1 }] });
    expect(rows[1]?.texts).toEqual({ were: "shown", items: [{ title: "Configurar SPF en Outlook", href: "/kb/articles/spf", count: 1 }] });
  });

  it.each([
    ["none", ["contrasena"]],
    ["unopened", ["contrasena", "factura"]],
    ["ticket", ["contrasena"]],
  ] as const)("shows only those of the view: %s", async (view, folded) => {
    expect((await listSearches(desk(), { ...QUESTION, view, limit: 50 })).map((row) => row.folded)).toEqual(folded);
  });

  it("looks back as many days as it says, today included", async () => {
    const factura = async (days: 7 | 30 | 90) => (await listSearches(desk(), { ...QUESTION, days, limit: 50 })).find((row) => row.folded === "factura")?.counts.all;
    expect([await factura(7), await factura(30), await factura(90)]).toEqual([1, 1, 2]);
  });
});

it("counts a month of many without reading the table from end to end", async () => {
  const db = createDb({ url: testDatabaseUrl(), poolSize: 1 }); // one connection: its statistics are its own
  try {
    await db.$executeRaw`
      INSERT INTO kb_search (place, searched_on, searched_hour, terms, folded, result_count, shown, opened)
      SELECT 'page', date '2026-11-18' - n % 400, n % 24, 'palabra ' || n % 500, 'palabra ' || n % 500, n % 3, ARRAY[${spf.id}::uuid], '{}' FROM generate_series(1, 40000) AS n`;
    await db.$executeRaw`VACUUM ANALYZE kb_search`;
    const scans = async () => {
      await db.$queryRaw`SELECT pg_stat_force_next_flush()::text`;
      return db.$queryRaw<{ seq: number; index: number }[]>`SELECT seq_scan::int AS seq, idx_scan::int AS index FROM pg_stat_user_tables WHERE relname = 'kb_search'`;
    };
    const [before] = await scans();
    const reader = { db, now: NOON, actor: carla };
    expect((await countSearches(reader, QUESTION)).all).toBe(3_000);
    expect(await listSearches(reader, { ...QUESTION, limit: 50 })).toHaveLength(50);
    const [after] = await scans();
    expect(after!.seq - before!.seq).toBe(0);
    expect(after!.index - before!.index).toBeGreaterThan(0);
  } finally {
    await db.$disconnect();
  }
});
