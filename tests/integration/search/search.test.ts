import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { forgetLiveTickets } from "@/lib/duplicates/corpus";
import { findDuplicates } from "@/lib/duplicates/find-duplicates";
import { searchTickets } from "@/lib/duplicates/search-tickets";
import { indexTicket } from "@/lib/duplicates/ticket-index";
import { MUST_REVIEW } from "@/lib/duplicates/thresholds";
import type { TicketScope } from "@/lib/duplicates/types";
import { CONFLICT_CEILING } from "@/lib/duplicates/weights";
import { indexArticle, indexFaqEntry } from "@/lib/kb/search-index";
import { searchKnowledge, suggestKnowledge } from "@/lib/kb/search-knowledge";
import { removeFromIndex } from "@/lib/search/document-index";
import { forgetIndexes } from "@/lib/search/live-index";
import { toDate } from "@/lib/time/instants";
import { ana, andres, bruno, ORGANIZATIONS } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDatabaseUrl, testDb, useDatabase, withConnection } from "@/tests/support/db";

useDatabase();

const DEPARTMENT = "00000000-0000-4000-8000-0000000000d1";
const ANAS: TicketScope = { kind: "requester", userId: ana.userId };
const ACME: TicketScope = { kind: "organization", organizationId: ORGANIZATIONS.acme.id, userId: ana.userId };
const BRUNOS: TicketScope = { kind: "requester", userId: bruno.userId };
const ALL: TicketScope = { kind: "all" };

const ctx = () => ({ db: testDb(), now: NOON });

type Written = { requester?: { userId: string; organizationId: string | null }; subject: string; body?: string; solvedDaysAgo?: number };

async function writeTicket({ requester = ana, subject, body = subject, solvedDaysAgo }: Written): Promise<string> {
  const id = randomUUID();
  const createdAt = toDate(NOON.subtract({ hours: 24 * (solvedDaysAgo ?? 0) + 2 }));
  await testDb().$transaction(async (tx) => {
    await tx.ticket.create({
      data: {
        id, reference: `IMP-${id.slice(0, 4).toUpperCase()}-${id.slice(4, 8).toUpperCase()}`, requesterId: requester.userId, organizationId: requester.organizationId, departmentId: DEPARTMENT,
        priority: "low", subject, body, submissionKey: randomUUID(), createdAt, updatedAt: createdAt,
        ...(solvedDaysAgo === undefined ? {} : { status: "solved" as const, solvedAt: createdAt }),
      },
    });
    await indexTicket(tx, { id, subject, body, now: NOON });
  });
  return id;
}

async function writeArticle({ slug, title, body, status = "published" }: { slug: string; title: string; body: string; status?: "published" | "draft" }): Promise<string> {
  const id = randomUUID();
  await testDb().$transaction(async (tx) => {
    const category = await tx.kbCategory.upsert({ where: { slug: "correo" }, update: {}, create: { slug: "correo", name: "Correo", description: "Correo", position: 1 } });
    await tx.article.create({ data: { id, slug, categoryId: category.id, status, title, summary: title, body, tags: [], publishedAt: toDate(NOON), updatedAt: toDate(NOON) } });
    await indexArticle(tx, { id, now: NOON });
  });
  return id;
}

beforeAll(async () => {
  await testDb().department.create({ data: { id: DEPARTMENT, slug: "pruebas-de-busqueda", name: "Pruebas", description: "Pruebas", position: 99 } });
});

beforeEach(async () => {
  await testDb().$executeRaw`DELETE FROM search_document`;
  await testDb().ticket.deleteMany();
  await testDb().article.deleteMany();
  await testDb().faqEntry.deleteMany();
  forgetIndexes(testDb());
  forgetLiveTickets(testDb());
});

/** Whatever is likely at all: from which probability on it is shown is the fit's affair. */
const draft = (subject: string, body = subject) => ({ draft: { subject, body }, from: 0 });

describe("findDuplicates", () => {
  it("finds a ticket on the same error, says why, and stops at it from the threshold on", async () => {
    const id = await writeTicket({ subject: "Error 550 al enviar correo desde acme.example" });
    await writeTicket({ subject: "Renovar el certificado de la tienda" });
    const found = await findDuplicates(ctx(), { ...draft("no puedo enviar correos, error 550"), scope: ANAS });
    expect(found.map(({ ticketId, score, mustReview }) => ({ ticketId, isOver: score >= MUST_REVIEW, mustReview }))).toEqual([{ ticketId: id, isOver: found[0]?.mustReview, mustReview: found[0]?.mustReview }]);
    expect(await findDuplicates(ctx(), { ...draft("no puedo enviar correos, error 550"), scope: ANAS, from: (found[0]?.score ?? 0) + 1e-9 })).toEqual([]);
    expect(found[0]?.reasons).toContainEqual({ kind: "code", value: "550" });
    expect(found[0]?.reasons).toContainEqual({ kind: "opened-ago", minutes: 120 });
    expect(found[0]).toMatchObject({ requesterName: null, isOwn: true, status: "new" });
  });

  it("never stops at the invoice of another month", async () => {
    await writeTicket({ subject: "Factura de octubre", body: "Necesito la factura de octubre por favor" });
    const found = await findDuplicates(ctx(), { ...draft("Factura de noviembre", "Necesito la factura de noviembre por favor"), scope: ANAS });
    expect(found.map(({ mustReview, score }) => [mustReview, score <= CONFLICT_CEILING])).toEqual([[false, true]]);
  });

  it("leaves other topics out", async () => {
    await writeTicket({ subject: "Mi página se ve en blanco después de actualizar WordPress" });
    expect(await findDuplicates(ctx(), { ...draft("Cambiar la contraseña del buzón de ventas"), scope: ANAS })).toEqual([]);
  });

  it("never answers with a ticket outside the scope", async () => {
    const own = await writeTicket({ subject: "Error 550 al enviar correo" });
    const colleagues = await writeTicket({ requester: andres, subject: "Error 550 al enviar correo" });
    const strangers = await writeTicket({ requester: bruno, subject: "Error 550 al enviar correo" });
    const idsIn = async (scope: TicketScope) => (await findDuplicates(ctx(), { ...draft("Error 550 al enviar correo"), scope })).map(({ ticketId }) => ticketId).sort();
    expect(await idsIn(ANAS)).toEqual([own]);
    expect(await idsIn(ACME)).toEqual([own, colleagues].sort());
    expect(await idsIn(BRUNOS)).toEqual([strangers]);
    expect(await idsIn(ALL)).toEqual([own, colleagues, strangers].sort());
  });

  it("answers a customer the same to the last digit whatever strangers wrote", async () => {
    await writeTicket({ subject: "Error 550 al enviar correo" });
    const before = await findDuplicates(ctx(), { ...draft("Error 550 al enviar correo"), scope: ANAS });
    for (const subject of ["La página de inicio tarda en abrir", "Error 550 al enviar correo"]) await writeTicket({ requester: bruno, subject });
    const after = await findDuplicates(ctx(), { ...draft("Error 550 al enviar correo"), scope: ANAS });
    expect(after).toEqual(before);
  });

  it("counts a solved ticket for fourteen days", async () => {
    await writeTicket({ subject: "Error 550 al enviar correo", solvedDaysAgo: 15 });
    expect(await findDuplicates(ctx(), { ...draft("Error 550 al enviar correo"), scope: ANAS })).toEqual([]);
    const recent = await writeTicket({ subject: "Error 550 al enviar correo", solvedDaysAgo: 13 });
    expect((await findDuplicates(ctx(), { ...draft("Error 550 al enviar correo"), scope: ANAS })).map(({ ticketId }) => ticketId)).toEqual([recent]);
  });

  it("finds for staff what was written a moment ago, for each of two who ask at once", async () => {
    await writeTicket({ subject: "Error 550 al enviar correo" });
    const ask = () => findDuplicates(ctx(), { ...draft("Error 550 al enviar correo"), scope: ALL });
    await ask();
    const id = await writeTicket({ requester: bruno, subject: "Error 550 al enviar correo" });
    // While the tickets are locked, all three read the list of live ones before any has an answer.
    const answers = await withConnection(testDatabaseUrl(), async (other) => {
      await other.query("BEGIN");
      await other.query("LOCK TABLE ticket IN ACCESS EXCLUSIVE MODE");
      const asked = [ask(), ask(), ask()];
      const waiting = async () => (await other.query<{ count: number }>("SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted AND relation = 'ticket'::regclass")).rows[0]?.count;
      while ((await waiting()) !== asked.length) await setTimeout(5);
      await other.query("COMMIT");
      return Promise.all(asked);
    });
    expect(answers.map((found) => found.some(({ ticketId }) => ticketId === id))).toEqual([true, true, true]);
  });

  it("leaves out the ticket it is asked about", async () => {
    const id = await writeTicket({ subject: "Error 550 al enviar correo" });
    expect(await findDuplicates(ctx(), { ...draft("Error 550 al enviar correo"), scope: ALL, excludeTicketId: id })).toEqual([]);
  });

  it("finds nothing for text without words", async () => {
    await writeTicket({ subject: "Error 550 al enviar correo" });
    for (const awkward of ["", "¿¡!?", "🙂🙂", "\u0000", "\uD800", "%_'\"\\"]) expect(await findDuplicates(ctx(), { ...draft(awkward), scope: ALL })).toEqual([]);
  });
});

describe("searchTickets", () => {
  it("puts the ticket of that reference first", async () => {
    const id = await writeTicket({ subject: "Correo lento" });
    await writeTicket({ subject: "Correo muy lento desde ayer" });
    const { reference } = await testDb().ticket.findUniqueOrThrow({ where: { id } });
    const [first] = await searchTickets(ctx(), { text: ` ${reference.toLowerCase()} correo lento`, scope: ALL });
    expect(first).toMatchObject({ ticketId: id, matchedBy: "reference" });
  });

  it("finds by the requester's address and by words, and marks the words", async () => {
    const id = await writeTicket({ requester: bruno, subject: "Configuración del celular" });
    expect(await searchTickets(ctx(), { text: "Bruno@globex.example", scope: ALL })).toMatchObject([{ ticketId: id, matchedBy: "email" }]);
    const [hit] = await searchTickets(ctx(), { text: "configuraciones", scope: ALL });
    expect(hit).toMatchObject({ matchedBy: "text", subjectSegments: [{ text: "Configuración", isMatch: true }, { text: " del celular", isMatch: false }] });
  });

  it("stays in its scope and in the wanted states", async () => {
    await writeTicket({ requester: bruno, subject: "Correo lento" });
    const solved = await writeTicket({ subject: "Correo lento", solvedDaysAgo: 90 });
    expect((await searchTickets(ctx(), { text: "correo lento", scope: ANAS })).map(({ ticketId }) => ticketId)).toEqual([solved]);
    expect(await searchTickets(ctx(), { text: "bruno@globex.example", scope: ANAS })).toEqual([]);
    expect(await searchTickets(ctx(), { text: "correo lento", scope: ANAS, statuses: ["open"] })).toEqual([]);
  });
});

describe("searchKnowledge", () => {
  beforeEach(async () => {
    await writeArticle({ slug: "contrasena-correo", title: "Cambiar la contraseña de un buzón", body: "Entre a **cPanel**, abra Cuentas de correo y escriba la contraseña nueva." });
    await writeArticle({ slug: "dns", title: "Cuánto tarda la propagación DNS", body: "Los cambios de DNS se propagan en hasta 48 horas." });
    await testDb().$transaction(async (tx) => {
      const id = randomUUID();
      const group = await tx.faqGroup.upsert({ where: { slug: "facturas" }, update: {}, create: { slug: "facturas", name: "Facturación", position: 1 } });
      await tx.faqEntry.create({ data: { id, slug: "donde-mi-factura", groupId: group.id, question: "¿Dónde descargo mi factura?", answer: "En el portal, en Facturación.", position: 1, updatedAt: toDate(NOON) } });
      await indexFaqEntry(tx, { id, question: "¿Dónde descargo mi factura?", answer: "En el portal, en Facturación.", now: NOON });
    });
  });

  const slugs = async (text: string) => (await searchKnowledge(ctx(), { text })).hits.map(({ slug }) => slug);

  it("needs no accents and no ñ", async () => {
    expect((await slugs("contrasena del buzon"))[0]).toBe("contrasena-correo");
    expect(await slugs("descargar facturas")).toEqual(["donde-mi-factura"]);
  });

  it("forgives a slip and offers the word as it is written", async () => {
    const answer = await searchKnowledge(ctx(), { text: "cambiar contrasñea" });
    expect(answer.hits[0]?.slug).toBe("contrasena-correo");
    expect(answer.didYouMean).toBe("cambiar contraseña");
  });

  it("marks the words in the title and in a passage of plain text", async () => {
    const [hit] = (await searchKnowledge(ctx(), { text: "cpanel" })).hits;
    expect(hit?.passage.filter(({ isMatch }) => isMatch)).toEqual([{ text: "cPanel", isMatch: true }]);
    expect(hit?.passage.map(({ text }) => text).join("")).not.toContain("**");
    expect(hit?.category).toEqual({ slug: "correo", name: "Correo" });
  });

  it("suggests from the start of the last word", async () => {
    expect((await suggestKnowledge(ctx(), { text: "propag" })).map(({ slug }) => slug)).toEqual(["dns"]);
    expect((await suggestKnowledge(ctx(), { text: "cambiar contr" }))[0]?.slug).toBe("contrasena-correo");
  });

  it("keeps to the kinds asked for", async () => {
    expect((await searchKnowledge(ctx(), { text: "factura", kinds: ["article"] })).hits).toEqual([]);
  });

  it("never finds a draft, nor offers its words", async () => {
    await writeArticle({ slug: "secreto", title: "Migración a Zimbra", body: "Plan interno de Zimbra", status: "draft" });
    expect(await searchKnowledge(ctx(), { text: "zimbra" })).toEqual({ hits: [], didYouMean: null, near: [] });
    expect(await searchKnowledge(ctx(), { text: "zimbrq" })).toEqual({ hits: [], didYouMean: null, near: [] });
  });

  it("forgets what is taken out", async () => {
    const id = await writeArticle({ slug: "spam", title: "Filtros de spam", body: "SpamAssassin" });
    expect((await searchKnowledge(ctx(), { text: "spamasassin" })).didYouMean).toBe("spamassassin"); // its words are in the list now
    await testDb().$transaction((tx) => removeFromIndex(tx, id, NOON));
    expect(await searchKnowledge(ctx(), { text: "spamasassin" })).toEqual({ hits: [], didYouMean: null, near: [] });
  });
});
