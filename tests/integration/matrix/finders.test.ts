import type { CustomerActor } from "@/lib/auth/actor";
import { corpusFor } from "@/lib/duplicates/corpus";
import { findDuplicates, rankDuplicates } from "@/lib/duplicates/find-duplicates";
import { searchTickets } from "@/lib/duplicates/search-tickets";
import { indexTicket } from "@/lib/duplicates/ticket-index";
import type { TicketScope } from "@/lib/duplicates/types";
import { indexArticle } from "@/lib/kb/search-index";
import { searchKnowledge, suggestKnowledge } from "@/lib/kb/search-knowledge";
import { toDate } from "@/lib/time/instants";
import { searchScope } from "@/lib/tickets/visibility";
import { exportedOperations } from "@/tests/integration/matrix/support/exported";
import { ana, andres, bruno, carla, ORGANIZATIONS, sergio } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { openInput, ticketRow } from "@/tests/support/factories";

useDatabase();

/** The finders take a scope instead of an actor; each looks for a text that a ticket of every owner has. */
const SCOPES: Record<string, { scope: TicketScope; finds: string[] }> = {
  "Ana's own": { scope: { kind: "requester", userId: ana.userId }, finds: ["ana"] },
  "Andrés' own": { scope: { kind: "requester", userId: andres.userId }, finds: ["andres"] },
  "Bruno's own": { scope: { kind: "requester", userId: bruno.userId }, finds: ["bruno"] },
  "Acme's": { scope: { kind: "organization", organizationId: ORGANIZATIONS.acme.id, userId: ana.userId }, finds: ["ana", "andres"] },
  "Globex's": { scope: { kind: "organization", organizationId: ORGANIZATIONS.globex.id, userId: bruno.userId }, finds: ["bruno"] },
  "all": { scope: { kind: "all" }, finds: ["ana", "andres", "bruno"] },
};

const OWNERS = { ana, andres, bruno };
let text: { subject: string; body: string };
const ids = new Map<string, string>();

beforeAll(async () => {
  const { subject, body } = await openInput();
  text = { subject, body };
  for (const [name, requester] of Object.entries(OWNERS)) {
    const { id } = await ticketRow({ requester, ...text });
    await testDb().$transaction((tx) => indexTicket(tx, { id, ...text, now: NOON }));
    ids.set(id, name);
  }
});

/** What the jobs and the desk's clusters read for the whole desk: it takes no scope, and no customer's query calls it. */
const DESK_WIDE = ["linkDuplicates", "listLinksAmong", "listLinksAround", "listLiveLinks", "listUnscanned"];
/** Is given a condition that starts from a scope. */
const STEPS = ["customerIndex"];

describe("the finders", () => {
  it.each(Object.entries(SCOPES))("find %s tickets, and no other", async (_name, { scope, finds }) => {
    const ctx = { db: testDb(), now: NOON };
    const duplicates = await findDuplicates(ctx, { draft: text, scope, from: 0 });
    const ranked = await rankDuplicates(ctx, { draft: text, scope });
    const hits = await searchTickets(ctx, { text: text.subject, scope });
    const corpus = await corpusFor(ctx, scope, undefined);
    const compared = Array.from({ length: corpus?.index.span ?? 0 }, (_, at) => at).filter((at) => corpus?.accepts(at)).map((at) => ({ ticketId: corpus?.index.idAt(at) ?? "" }));
    const owners = (found: { ticketId: string }[]) => found.map((each) => ids.get(each.ticketId)).sort();
    expect([duplicates, ranked?.likely ?? [], hits, compared].map(owners)).toEqual([finds, finds, finds, finds]);
  });

  it("are given the scope of the actor: own, the organization's, or all", () => {
    expect(searchScope(andres)).toEqual({ kind: "requester", userId: andres.userId });
    expect(searchScope(ana)).toEqual({ kind: "organization", organizationId: ORGANIZATIONS.acme.id, userId: ana.userId });
    expect(searchScope({ ...ana, organizationId: null })).toEqual({ kind: "requester", userId: ana.userId });
    expect(searchScope(carla)).toEqual({ kind: "all" });
  });

  it("are all asked: 4 finders for 6 scopes and 3 owners make 72 cells", () => {
    const finders = exportedOperations("duplicates").filter((name) => ![...DESK_WIDE, ...STEPS].includes(name)).sort();
    expect(finders).toEqual(["corpusFor", "findDuplicates", "rankDuplicates", "searchTickets"]);
    expect(exportedOperations("duplicates")).toHaveLength(finders.length + DESK_WIDE.length + STEPS.length);
    expect(finders.length * Object.keys(SCOPES).length * Object.keys(OWNERS).length).toBe(72);
  });
});

/** Rare words, codes, addresses and domains: what gives itself away where a stranger's text changes the weight of a word. */
const RARE = "El quetzalcóatl de acme.example rebota con 0x8004010F y ERR_QUETZAL_77, escriba a ventas@acme.example";
const DRAFTS: Record<string, { subject: string; body: string }> = {
  "rare words": { subject: "El quetzalcóatl rebota", body: RARE },
  "a code": { subject: "ERR_QUETZAL_77", body: "Sale 0x8004010F al abrir Outlook" },
  "a domain": { subject: "acme.example no abre", body: "ventas@acme.example no recibe" },
  "everyday words": { subject: "No puedo enviar correos", body: "Error 550 al enviar correo desde ayer" },
  "a slip": { subject: "quetzalcoalt", body: "ventsa@acme.example" },
  "nothing in common": { subject: "Xilófono", body: "zafiro" },
};
const CUSTOMERS: Record<string, CustomerActor> = { ana, andres, bruno, "ana without an organization": { ...ana, organizationId: null } };

/** Each asks, strangers write, each asks again: not a digit may be another. */
async function answersOf(actor: CustomerActor, draft: { subject: string; body: string }): Promise<string> {
  const ctx = { db: testDb(), now: NOON };
  const scope = searchScope(actor);
  return JSON.stringify([
    await findDuplicates(ctx, { draft, scope, from: 0, limit: 100 }),
    await searchTickets(ctx, { text: draft.subject, scope, limit: 100 }),
    await searchTickets(ctx, { text: draft.body, scope, limit: 100 }),
  ]);
}

async function writtenBy(requester: CustomerActor, written: { subject: string; body: string }, overrides: Parameters<typeof ticketRow>[0] = {}): Promise<void> {
  const { id } = await ticketRow({ requester, ...written, ...overrides });
  await testDb().$transaction((tx) => indexTicket(tx, { id, ...written, now: NOON }));
}

describe("other people's tickets", () => {
  const own = [{ subject: "Quetzalcóatl caído", body: RARE }, { subject: "Correo rebota", body: "Error 550 al enviar correo, ventas@acme.example" }];
  /** Whose tickets are a stranger's: sergio is a colleague of a manager, and nobody to a member or to one without an organization. */
  const STRANGERS: Record<string, CustomerActor[]> = { ana: [bruno], andres: [bruno, ana, sergio], bruno: [ana, andres], "ana without an organization": [bruno, andres, sergio] };

  beforeAll(async () => {
    for (const actor of [ana, andres, bruno]) for (const written of own) await writtenBy(actor, written);
  });

  it.each(Object.keys(CUSTOMERS))("change nothing in what %s is answered", async (name) => {
    const actor = CUSTOMERS[name]!;
    const ask = () => Promise.all(Object.values(DRAFTS).map((draft) => answersOf(actor, draft)));
    const before = await ask();
    expect(before.filter((answer) => answer.includes("ticketId")).length).toBeGreaterThanOrEqual(Object.keys(DRAFTS).length - 1); // all but the one with nothing in common
    for (const stranger of STRANGERS[name]!) {
      for (const draft of Object.values(DRAFTS)) {
        await writtenBy(stranger, draft);
        await writtenBy(stranger, draft, { status: "solved", solvedAt: toDate(NOON) });
      }
    }
    expect(await ask()).toEqual(before);
  });

  it("are kept out of 4 customers' answers to 6 drafts: 24 cells", () => {
    expect(Object.keys(STRANGERS)).toEqual(Object.keys(CUSTOMERS));
    expect(Object.keys(CUSTOMERS).length * Object.keys(DRAFTS).length).toBe(24);
  });
});

describe("what is not published", () => {
  const QUESTIONS = ["quetzalcóatl", "quetzalcoalt", "quetz", "acme.example", "ERR_QUETZAL_77", "cambiar contraseña", "cambiar contrasñea", "contr", "xilófono"];
  const STATUSES = ["draft", "archived"] as const;

  async function write(status: "draft" | "published" | "archived", title: string, body: string): Promise<string> {
    const { id: categoryId } = await testDb().kbCategory.upsert({ where: { slug: "correo" }, update: {}, create: { slug: "correo", name: "Correo", description: "Correo", position: 1 } });
    const article = { status, title, summary: title, body, tags: ["contraseña"] };
    const { id } = await testDb().article.create({ data: { ...article, slug: `${status}-${crypto.randomUUID()}`, categoryId, publishedAt: toDate(NOON), updatedAt: toDate(NOON) } });
    await testDb().$transaction((tx) => indexArticle(tx, { id, now: NOON }));
    return id;
  }

  const ask = () => Promise.all(QUESTIONS.map(async (asked) => JSON.stringify([await searchKnowledge({ db: testDb(), now: NOON }, { text: asked }), await suggestKnowledge({ db: testDb(), now: NOON }, { text: asked })])));

  beforeAll(async () => {
    await write("published", "Cambiar la contraseña de un buzón", "Abra cPanel y escriba la contraseña nueva.");
    await write("published", "Configurar Outlook", "El servidor es mail.acme.example, con su contraseña.");
  });

  it.each(STATUSES)("changes nothing in what anybody is answered: %s", async (status) => {
    const before = await ask();
    for (const draft of Object.values(DRAFTS)) await write(status, draft.subject, `${draft.body} contraseña`);
    expect(await ask()).toEqual(before);
  });

  it("changes nothing once it is put away, though it was found before", async () => {
    const before = await ask();
    const id = await write("published", "El quetzalcóatl de ERR_QUETZAL_77", `${RARE} contraseña`);
    expect(await ask()).not.toEqual(before);
    await testDb().$transaction(async (tx) => {
      await tx.article.update({ where: { id }, data: { status: "archived" } });
      await indexArticle(tx, { id, now: NOON });
    });
    expect(await ask()).toEqual(before);
  });

  it("is kept out of the answers to 9 questions in 3 ways: 27 cells", () => {
    expect(QUESTIONS.length * (STATUSES.length + 1)).toBe(27);
  });
});
