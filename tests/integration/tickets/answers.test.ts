import { randomUUID } from "node:crypto";
import { editQuestion } from "@/lib/questions/commands/edit-question";
import { retireQuestion } from "@/lib/questions/commands/retire-question";
import { reindexTickets } from "@/lib/duplicates/reindex";
import { markStale } from "@/lib/search/reindexing";
import { addToTicket } from "@/lib/tickets/commands/add-to-ticket";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { openTickets } from "@/lib/tickets/commands/open-tickets";
import { forgetDraftsJob } from "@/lib/tickets/jobs";
import { findTicketForCustomer, listCustomerTickets } from "@/lib/tickets/queries";
import { findTicketForStaff, searchTicketList } from "@/lib/tickets/staff-queries";
import { findReceipt } from "@/lib/tickets/receipts";
import { recordOpenedArticle, recordShownArticles } from "@/lib/tickets/ticket-articles";
import { toDate } from "@/lib/time/instants";
import { addInput, forgetQuestions, newQuestion } from "@/tests/integration/questions/support/questions";
import { ana, bruno, carla, diego, PRODUCTS } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { departmentId, newTicket, openInput, unwrap } from "@/tests/support/factories";

useDatabase();
beforeEach(forgetQuestions);

const asAna = (now = NOON) => ({ db: testDb(), actor: ana, now });
const asCarla = () => ({ db: testDb(), actor: carla, now: NOON });
const mail = () => departmentId("correo-electronico");
const answersOf = async (reference: string) => (await findTicketForCustomer(asAna(), reference))?.answers.map(({ question, value }) => `${question} ${value}`);

describe("answers", () => {
  it("are kept in the order of the questions, and both sides see them", async () => {
    const address = await newQuestion({ label: "¿Dirección?" });
    const day = await newQuestion({ label: "¿Desde cuándo?", kind: "date" });
    const product = await newQuestion({ label: "¿Servicio?", kind: "product" });
    const { id, reference } = await newTicket({ departmentId: await mail(), answers: { [product]: PRODUCTS.acmeMail.id, [day]: "20/11/2026", [address]: " ana@acme.example " } });
    const expected = ["¿Dirección? ana@acme.example", "¿Desde cuándo? 2026-11-20", "¿Servicio? Correo de acme.example"];
    expect(await answersOf(reference)).toEqual(expected);
    expect((await findTicketForStaff(asCarla(), reference))?.answers.map(({ question, value }) => `${question} ${value}`)).toEqual(expected);
    const rows = await testDb().ticketAnswer.findMany({ where: { ticketId: id }, orderBy: { position: "asc" } });
    expect(rows.map((row) => [row.day?.toISOString().slice(0, 10) ?? null, row.productId])).toEqual([[null, null], ["2026-11-20", null], [null, PRODUCTS.acmeMail.id]]);
  });

  it("are asked for: without a required one there is no ticket, and each error names its question", async () => {
    const address = await newQuestion({ label: "¿Dirección?", isRequired: true });
    const choice = await newQuestion({ label: "¿Qué pasa?", kind: "choice", choices: ["Sí", "No"] });
    const input = await openInput({ departmentId: await mail(), answers: { [choice]: "Quizá" } });
    expect(await openTicket(asAna(), input)).toEqual({ ok: false, code: "ANSWERS_INVALID", details: { errors: { [address]: "field.missing", [choice]: "field.unknownChoice" } } });
    expect(await testDb().ticket.count({ where: { submissionKey: input.submissionKey } })).toBe(0);
    expect((await openTicket(asAna(), { ...input, answers: { [address]: "ana@acme.example" } })).ok).toBe(true);
  });

  it("to what is not asked are left out: hidden ones, and another department's", async () => {
    const choice = await newQuestion({ label: "¿Qué pasa?", kind: "choice", choices: ["Sí", "No"] });
    const hidden = await newQuestion({ label: "¿Error?", isRequired: true, shownWhenId: choice, shownWhenValues: [`${choice}|Sí`] });
    const foreign = await newQuestion({ department: "softlik", label: "¿Folio?" });
    const { reference } = await newTicket({ departmentId: await mail(), answers: { [choice]: "No", [hidden]: "550", [foreign]: "A-1", [randomUUID()]: "x" } });
    expect(await answersOf(reference)).toEqual(["¿Qué pasa? No"]);
  });

  it("sent twice are one ticket; answered otherwise in a second tab, they are not lost in silence", async () => {
    const [address, day] = [await newQuestion({ label: "¿Dirección?" }), await newQuestion({ label: "¿Día?", kind: "date" })];
    const input = await openInput({ departmentId: await mail(), answers: { [address]: "ana@acme.example ", [day]: "20/11/2026" } });
    const { reference } = unwrap(await openTicket(asAna(), input));
    expect(await openTicket(asAna(), input)).toMatchObject({ ok: true, data: { reference } });
    expect(await openTicket(asAna(), { ...input, answers: { ...input.answers, [address]: "otra@acme.example" } })).toEqual({ ok: false, code: "ALREADY_SENT", details: { reference } });
  });

  it("of a message that is split go to the parts whose department asked, and none is missed", async () => {
    const address = await newQuestion({ label: "¿Dirección?", isRequired: true });
    const parts = [await openInput({ departmentId: await mail(), answers: { [address]: "x" } }), await openInput({ departmentId: await mail() })];
    const tickets = unwrap(await openTickets(asAna(), { submissionKey: randomUUID(), tickets: parts, attachments: [] }));
    expect(await Promise.all(tickets.map(({ reference }) => answersOf(reference)))).toEqual([["¿Dirección? x"], []]);
  });

  it("stand in the receipt of what was received", async () => {
    const address = await newQuestion({ label: "¿Dirección?" });
    const { reference } = await newTicket({ departmentId: await mail(), answers: { [address]: "ana@acme.example" } });
    expect((await findReceipt(asAna(), reference))?.facts.answers).toEqual([{ question: "¿Dirección?", answer: "ana@acme.example" }]);
  });

  it("name no product of another customer", async () => {
    const product = await newQuestion({ kind: "product" });
    const input = await openInput({ departmentId: await mail(), answers: { [product]: PRODUCTS.globexHosting.id } });
    expect(await openTicket(asAna(), input)).toMatchObject({ code: "ANSWERS_INVALID", details: { errors: { [product]: "field.unknownChoice" } } });
  });

  it("keep the words in which they were asked", async () => {
    const id = await newQuestion({ label: "¿Dirección?" });
    const { reference } = await newTicket({ departmentId: await mail(), answers: { [id]: "x" } });
    const { departmentId: _unused, ...input } = await addInput({ label: "¿Buzón?" });
    unwrap(await editQuestion({ db: testDb(), actor: diego, now: at("2026-11-19T10:00") }, { ...input, questionId: id, version: 1 }));
    expect(await answersOf(reference)).toEqual(["¿Dirección? x"]);
  });

  it("to a question that was retired while one wrote are kept, and it is required no more", async () => {
    const [kept, left] = [await newQuestion({ label: "¿Uno?", isRequired: true }), await newQuestion({ label: "¿Dos?", isRequired: true })];
    for (const questionId of [kept, left]) unwrap(await retireQuestion({ db: testDb(), actor: diego, now: NOON }, { questionId }));
    const { reference } = await newTicket({ departmentId: await mail(), answers: { [kept]: "x" } });
    expect(await answersOf(reference)).toEqual(["¿Uno? x"]);
  });

  it("go along with a text that is added to another ticket", async () => {
    const id = await newQuestion({ label: "¿Dirección?", isRequired: true });
    const ticket = await newTicket();
    unwrap(await addToTicket(asAna(), { ticketId: ticket.id, subject: "", body: "También a mí", submissionKey: randomUUID(), departmentId: await mail(), answers: { [id]: "ana@acme.example" } }));
    const { body } = await testDb().ticketMessage.findFirstOrThrow({ where: { ticketId: ticket.id } });
    expect(body).toBe("También a mí\n\n**¿Dirección?**\nana@acme.example");
  });
});

describe("searching", () => {
  const found = async (text: string) => (await searchTicketList(asCarla(), { text })).map(({ reference }) => reference);

  it("finds a ticket by its answer, at once and after the index was made anew", async () => {
    const id = await newQuestion();
    const { reference } = await newTicket({ departmentId: await mail(), answers: { [id]: "zarigueya@acme.example 55077" } });
    expect(await found("zarigueya")).toEqual([reference]);
    expect(await found("55077")).toEqual([reference]);
    expect((await listCustomerTickets(asAna(), { filter: "all", search: "zarigueya" })).items.map((each) => each.reference)).toEqual([reference]);
    expect((await listCustomerTickets({ ...asAna(), actor: bruno }, { filter: "all", search: "zarigueya" })).items).toEqual([]);
    await markStale(testDb(), ["ticket"]);
    await reindexTickets({ db: testDb(), now: NOON });
    expect(await found("zarigueya")).toEqual([reference]);
  });

  it("finds it however long the description is", async () => {
    const id = await newQuestion();
    const { reference } = await newTicket({ departmentId: await mail(), body: "relleno largo ".repeat(1_400).trim(), answers: { [id]: "tlacuache" } });
    expect(await found("tlacuache")).toEqual([reference]);
  });

  it("finds the same words without answers: a ticket's row is of its text alone", async () => {
    const { id } = await newTicket();
    const words = async () => (await testDb().$queryRaw<{ words: string }[]>`SELECT words FROM search_document WHERE id = ${id}::uuid`)[0]?.words;
    const before = await words();
    await testDb().$executeRaw`UPDATE search_document SET words = '', analysis_version = 0 WHERE id = ${id}::uuid`;
    await reindexTickets({ db: testDb(), now: NOON });
    expect(await words()).toBe(before);
  });
});

describe("what was read before writing", () => {
  const seen = async (reference: string) => (await findTicketForStaff(asCarla(), reference))?.articles.map(({ title, openedAt }) => `${title}${openedAt ? ` opened ${openedAt}` : ""}`);

  it("is the requester's last list and what they opened, and the ticket's once it is sent", async () => {
    const [one, two, three] = [await article("uno"), await article("dos"), await article("tres")];
    const submissionKey = randomUUID();
    await recordShownArticles(asAna(), { submissionKey, shown: [{ id: one, kind: "article" }, { id: two, kind: "article" }] });
    unwrap(await recordOpenedArticle(asAna(at("2026-11-18T12:05")), { submissionKey, kind: "article", id: two }));
    await recordShownArticles(asAna(), { submissionKey, shown: [{ id: three, kind: "article" }] });
    const { reference } = await newTicket({ submissionKey });
    expect((await seen(reference))?.sort()).toEqual(["dos opened 2026-11-18T18:05:00.000Z", "tres"]);
  });

  it("belongs to the ticket too when it is told after it was sent", async () => {
    const id = await article("tarde");
    const { reference } = await newTicket({ submissionKey: "00000000-0000-4000-8000-0000000007a4" });
    await recordShownArticles(asAna(), { submissionKey: "00000000-0000-4000-8000-0000000007a4", shown: [{ id, kind: "article" }] });
    expect(await seen(reference)).toEqual(["tarde"]);
  });

  it("is kept while the form is sent: neither waits for the other forever", async () => {
    const shown = await Promise.all(["primero", "segundo", "tercero", "cuarto"].map(async (title) => ({ id: await article(title), kind: "article" as const })));
    for (let round = 0; round < 5; round += 1) {
      const submissionKey = randomUUID();
      await recordShownArticles(asAna(), { submissionKey, shown });
      const orders = [shown, shown.toReversed(), shown, shown.toReversed()];
      const [{ reference }] = await Promise.all([newTicket({ submissionKey }), ...orders.map((each) => recordShownArticles(asAna(), { submissionKey, shown: each }))]);
      expect((await seen(reference))?.length).toBe(shown.length);
    }
  });

  it("is nobody else's: the same key in other hands is another form", async () => {
    const id = await article("ajeno");
    const submissionKey = randomUUID();
    await recordShownArticles({ ...asAna(), actor: bruno }, { submissionKey, shown: [{ id, kind: "article" }] });
    const { reference } = await newTicket({ submissionKey });
    expect(await seen(reference)).toEqual([]);
  });

  it("is not what is not published", async () => {
    const id = await article("oculto", "draft");
    expect(await recordOpenedArticle(asAna(), { submissionKey: randomUUID(), kind: "article", id })).toEqual({ ok: false, code: "NOT_FOUND" });
    expect(await recordOpenedArticle(asAna(), { submissionKey: randomUUID(), kind: "faq", id })).toEqual({ ok: false, code: "NOT_FOUND" });
  });

  it("is forgotten with the drafts when nothing was sent", async () => {
    const id = await article("olvidado");
    await testDb().ticketArticle.deleteMany();
    await recordShownArticles(asAna(), { submissionKey: randomUUID(), shown: [{ id, kind: "article" }] });
    const job = (now: Temporal.Instant) => forgetDraftsJob.run({ db: testDb(), actor: { kind: "system" } as never, now }, {});
    await job(NOON.add({ hours: 89 * 24 }));
    expect(await testDb().ticketArticle.count()).toBe(1);
    await job(NOON.add({ hours: 91 * 24 }));
    expect(await testDb().ticketArticle.count()).toBe(0);
  });
});

async function article(title: string, status: "published" | "draft" = "published"): Promise<string> {
  const category = await testDb().kbCategory.upsert({ where: { slug: "leidos" }, create: { slug: "leidos", name: "Leídos", description: "", position: 98 }, update: {}, select: { id: true } });
  const data = { slug: title, categoryId: category.id, status, title, summary: "", body: "Texto", tags: [], publishedAt: toDate(NOON), updatedAt: toDate(NOON) };
  return (await testDb().article.upsert({ where: { slug: title }, create: data, update: {}, select: { id: true } })).id;
}
