import { randomUUID } from "node:crypto";
import { listBoardSection } from "@/lib/kb/board/queries";
import { dateOfDay, searchHour } from "@/lib/kb/search-record";
import { toDate } from "@/lib/time/instants";
import { ana, bruno, carla } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { newTicket } from "@/tests/support/factories";

useDatabase();

const ctx = () => ({ db: testDb(), actor: carla, now: NOON });
const section = <S extends Parameters<typeof listBoardSection>[1]>(name: S) => listBoardSection(ctx(), name, { days: 30, limit: 50 });
const hoursAgo = (hours: number) => toDate(NOON.subtract({ hours }));

let articles: Record<"spf" | "dkim", string>;
beforeAll(async () => {
  const db = testDb();
  const { id: categoryId } = await db.kbCategory.create({ data: { slug: "correo-b", name: "Correo", description: "", position: 1 } });
  const made = async (slug: string, title: string) => (await db.article.create({ data: { slug, title, categoryId, summary: "Registros de correo", body: "x", tags: [], status: "published", publishedAt: new Date(0), updatedAt: new Date(0) } })).id;
  articles = { spf: await made("spf-b", "Configurar el registro SPF"), dkim: await made("dkim-b", "Firmar con DKIM") };
});

beforeEach(async () => {
  await testDb().$transaction([testDb().kbSearch.deleteMany(), testDb().ticketArticle.deleteMany()]);
});

async function search(terms: string, { results = 1, opened = [], hasTicket = false, daysAgo = 2 }: { results?: number; opened?: string[]; hasTicket?: boolean; daysAgo?: number } = {}): Promise<void> {
  await testDb().kbSearch.create({ data: { place: "page", searchedOn: dateOfDay(searchHour(NOON).day.subtract({ days: daysAgo })), searchedHour: 9, terms, folded: terms.toLowerCase(), resultCount: results, shown: [], opened, hasTicket } });
}

async function seen(articleId: string, { by = ana, ticketId, opened, shown = 50 }: { by?: typeof ana; ticketId?: string; opened?: number; shown?: number }): Promise<void> {
  await testDb().ticketArticle.create({ data: { userId: by.userId, submissionKey: randomUUID(), articleId, position: 1, shownAt: hoursAgo(shown), ...(opened === undefined ? {} : { openedAt: hoursAgo(opened) }), ...(ticketId ? { ticketId } : {}) } });
}

describe("the authors' board", () => {
  it("puts searches together by the stems of their words", async () => {
    for (const terms of ["facturas canceladas", "factura cancelada", "facturas canceladas"]) await search(terms, { results: 0 });
    await search("cancelar factura", { hasTicket: true });
    await search("dominio", { results: 3 });
    await search("hace mucho", { results: 0, daysAgo: 60 });
    const rows = await section("missing");
    expect(rows[0]).toMatchObject({ terms: "facturas canceladas", none: 3 });
    expect(rows.map(({ terms }) => terms)).not.toContain("dominio");
    expect(rows.map(({ terms }) => terms)).not.toContain("hace mucho");
  });

  it("tells of articles that were read just before a ticket, not of those that were read after it", async () => {
    const ticket = await newTicket({ at: NOON.subtract({ hours: 10 }) });
    await seen(articles.spf, { ticketId: ticket.id, opened: 11 });
    await seen(articles.dkim, { ticketId: ticket.id, opened: 2 });
    await search("spf", { opened: [articles.spf], hasTicket: true });
    expect(await section("reads")).toEqual([{ slug: "spf-b", title: "Configurar el registro SPF", opened: 2, tickets: 2 }]);
  });

  it("tells of suggestions that nobody opened, and how alike they were", async () => {
    const ticket = await newTicket({ subject: "Registro SPF", at: NOON.subtract({ hours: 10 }) });
    await seen(articles.spf, { ticketId: ticket.id });
    await seen(articles.dkim, { ticketId: ticket.id, opened: 11 });
    expect(await section("ignored")).toEqual([{ slug: "spf-b", title: "Configurar el registro SPF", shown: 1, alike: 1 }]);
  });

  it("tells of bad votes with their reasons, and never what somebody wrote", async () => {
    const db = testDb();
    await db.article.update({ where: { id: articles.dkim }, data: { helpfulYes: 4, helpfulNo: 3 } });
    await db.article.update({ where: { id: articles.spf }, data: { helpfulYes: 7, helpfulNo: 3 } });
    await db.articleVote.create({ data: { articleId: articles.dkim, voter: "a".repeat(43), isHelpful: false, reason: "not_clear", comment: "Soy Ana, 55 1234 5678", votedAt: toDate(NOON) } });
    const rows = await section("disliked");
    expect(rows).toEqual([{ slug: "dkim-b", title: "Firmar con DKIM", yes: 4, no: 3, reasons: [{ reason: "not_clear", count: 1 }], comments: 1 }]);
    expect(JSON.stringify(rows)).not.toContain("1234");
  });

  it("tells whose review is due, from that day on", async () => {
    const today = searchHour(NOON).day;
    await testDb().article.update({ where: { id: articles.spf }, data: { reviewOn: dateOfDay(today) } });
    await testDb().article.update({ where: { id: articles.dkim }, data: { reviewOn: dateOfDay(today.add({ days: 1 })) } });
    expect(await section("overdue")).toEqual([{ slug: "spf-b", title: "Configurar el registro SPF", reviewOn: today.toString() }]);
  });

  it("says between which figures the saved tickets probably are", async () => {
    await seen(articles.spf, { opened: 49 }); // began, read, and sent nothing: but see the ticket below
    await seen(articles.spf, { by: bruno, opened: 49 });
    await seen(articles.spf, { by: bruno, opened: 3 }); // a day has not passed
    await newTicket({ by: ana, at: NOON.subtract({ hours: 40 }) });
    await search("spf", { opened: [articles.spf] });
    await search("spf", { opened: [articles.spf], hasTicket: true });
    await search("spf", { opened: [articles.spf], daysAgo: 0 });
    expect(await section("saved")).toEqual([{ slug: "spf-b", title: "Configurar el registro SPF", low: 1, high: 2 }]);
  });

  it("answers quickly over 100,000 searches and as many suggestions", async () => {
    const db = testDb();
    const ticket = await newTicket();
    await db.$executeRaw`INSERT INTO kb_search (place, searched_on, searched_hour, terms, folded, result_count, shown, opened, has_ticket)
      SELECT 'page', ${dateOfDay(searchHour(NOON).day)}::date - (n % 90), 9, 'palabra ' || n % 5000, 'palabra ' || n % 5000, n % 3, '{}', ARRAY[${articles.spf}::uuid], n % 7 = 0 FROM generate_series(1, 100000) n`;
    await db.$executeRaw`INSERT INTO ticket_article (user_id, submission_key, ticket_id, article_id, position, shown_at, opened_at)
      SELECT ${ana.userId}::uuid, gen_random_uuid(), CASE WHEN n % 2 = 0 THEN ${ticket.id}::uuid END, ${articles.spf}::uuid, 1, ${toDate(NOON)}::timestamptz - n % 60 * interval '1 day', CASE WHEN n % 3 = 0 THEN ${toDate(NOON)}::timestamptz - n % 60 * interval '1 day' END FROM generate_series(1, 100000) n`;
    await db.$executeRaw`ANALYZE kb_search, ticket_article`;
    for (const name of ["missing", "reads", "ignored", "disliked", "overdue", "saved"] as const) {
      await section(name);
      const began = performance.now();
      await section(name);
      expect([name, performance.now() - began < 1_500]).toEqual([name, true]);
    }
  }, 60_000);
});
