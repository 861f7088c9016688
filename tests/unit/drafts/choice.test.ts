import { beginWith, hasDraftContent, isSameDraft, joinDrafts, type KeptDraft } from "@/lib/drafts/choice";
import { DRAFT_MAX, saveDraftSchema } from "@/lib/drafts/schema";

const ONE = "00000000-0000-4000-8000-000000000001";
const TWO = "00000000-0000-4000-8000-000000000002";
const kept = (body: string, version = ONE): KeptDraft => ({ version, data: { body }, savedAt: "2026-11-24T19:40:00.000Z" });
const local = (body: string, base: string | null, unheard: string[] = []) => ({ data: { body }, base, unheard, at: 0 });

describe("a form begins with", () => {
  it.each<[string, KeptDraft | null, ReturnType<typeof local> | null, object]>([
    ["what the server has, when the browser has nothing", kept("a"), null, { with: "server" }],
    ["what the server has, when the browser has the same", kept("a"), local("a", null), { with: "server" }],
    ["what the server has, when the browser's copy is empty", kept("a"), local(" ", ONE), { with: "server" }],
    ["the browser's text, when the server never heard of it", null, local("b", null), { with: "local", base: null, data: { body: "b" } }],
    ["the browser's text, when what was sent of it never arrived", null, local("b", null, [ONE]), { with: "local", base: null, data: { body: "b" } }],
    ["the browser's text, when what it came from was sent or put away: the server says which", null, local("b", ONE), { with: "local", base: ONE, data: { body: "b" } }],
    ["the browser's text, when it came from the server's", kept("a"), local("ab", ONE), { with: "local", base: ONE, data: { body: "ab" } }],
    ["the browser's text, when the server has one that was sent without an answer", kept("a", TWO), local("ab", ONE, [TWO]), { with: "local", base: TWO, data: { body: "ab" } }],
    ["a question, when somebody wrote on elsewhere", kept("z", TWO), local("ab", ONE), { with: "both", mine: { body: "ab" }, theirs: kept("z", TWO) }],
  ])("%s", (_rule, server, browser, beginning) => {
    expect(beginWith(server, browser)).toEqual(beginning);
  });
});

describe("both texts in one", () => {
  it("are theirs, then mine; the choices are mine where there are any", () => {
    expect(joinDrafts({ body: "Mío", priority: "low", productId: "" }, { body: "Otro\n", priority: "high", productId: "p1" })).toEqual({ body: "Otro\n\nMío", priority: "low", productId: "p1" });
  });
  it("say nothing twice", () => {
    expect(joinDrafts({ body: "Uno y dos" }, { body: "Uno" }).body).toBe("Uno y dos");
    expect(joinDrafts({ body: "Uno" }, { body: "Uno y dos" }).body).toBe("Uno y dos");
    expect(joinDrafts({ body: "" }, { body: "Uno" }).body).toBe("Uno");
  });
  it("keep a second subject in the text that it belonged to", () => {
    expect(joinDrafts({ subject: "Correo", body: "No llega" }, { subject: "Sitio", body: "Se cayó" })).toEqual({ subject: "Correo", body: "Sitio\n\nSe cayó\n\nNo llega" });
  });
  it("keep every answer and every file of both", () => {
    const answers = (given: Record<string, string>) => JSON.stringify(given);
    expect(joinDrafts({ answers: answers({ a: "1", b: "x" }), attachments: [ONE, TWO] }, { answers: answers({ b: "y", c: "z" }), attachments: [ONE] })).toEqual({ body: "y", answers: answers({ b: "x", c: "z", a: "1" }), attachments: [ONE, TWO] });
  });
});

it("of two drafts of one article nothing is lost: another title goes into the text, tags and notes stand side by side", () => {
  const theirs = { title: "Abrir el puerto", summary: "Igual", body: "Use el 25.", tags: "correo", note: "Puerto", head: "2" };
  const mine = { title: "Abrir un puerto", summary: "Igual", body: "Use el 587.", tags: "smtp", note: "Seguro", head: "1" };
  expect(joinDrafts(mine, theirs)).toEqual({ ...mine, body: "Abrir el puerto\n\nUse el 25.\n\nUse el 587.", tags: "correo, smtp", note: "Puerto; Seguro" });
});

it("the key, empty fields and the order of fields make no other draft", () => {
  expect(isSameDraft({ body: "a", subject: "", submissionKey: ONE }, { submissionKey: TWO, body: "a" })).toBe(true);
  expect(isSameDraft({ body: "a" }, { body: "a " })).toBe(false);
});

it("choices alone are no draft; a file or an answer is", () => {
  expect([{ departmentId: "d" }, { body: " \n" }, {}, null].map(hasDraftContent)).toEqual([false, false, false, false]);
  expect([{ attachments: [ONE] }, { answers: JSON.stringify({ q: "x" }) }, { subject: "x" }].map(hasDraftContent)).toEqual([true, true, true]);
});

describe("the shape of a draft", () => {
  const save = (data: unknown, slot = "new") => saveDraftSchema.safeParse({ slot, data, base: null, unheard: [], version: ONE, owner: TWO });
  const word = (data: unknown) => save(data).error?.issues[0]?.message;

  it("keeps what other parts of the form hold", () => {
    const data = { body: "b", answers: JSON.stringify({ q1: "sí" }), attachments: [ONE], parts: "[]", keptAsOne: "1" };
    expect(save(data).data?.data).toEqual(data);
  });
  it.each(["article:new", `article:${ONE}`])("is kept of %s", (slot) => expect(save({ title: "a", head: "1" }, slot).success).toBe(true));
  it("takes 200,000 letters as they are", () => {
    expect(save({ body: "a".repeat(200_000) }).data?.data.body).toHaveLength(200_000);
  });
  it.each<[string, unknown, string]>([
    ["more than 200 kB, in one text", { body: "a".repeat(DRAFT_MAX + 1) }, "DRAFT_TOO_LONG"],
    ["more than 200 kB, in all", { subject: "ñ".repeat(60_000), body: "ñ".repeat(60_000) }, "DRAFT_TOO_LONG"],
    ["a NUL", { body: "antes\0después" }, "field.unreadable"],
    ["half a letter", { answers: "x\uD800" }, "field.unreadable"],
  ])("refuses %s by name, and cuts nothing", (_what, data, code) => {
    expect(word(data)).toBe(code);
  });
  it.each<[string, unknown, string]>([
    ["a slot of another kind", {}, "todo"],
    ["a slot with a path in it", {}, "reply:../../x"],
    ["an article of no id", {}, "article:nuevo"],
    ["unknown keys", { requesterId: ONE }, "new"],
    ["101 files", { attachments: Array.from({ length: 101 }, () => ONE) }, "new"],
  ])("refuses %s", (_what, data, slot) => {
    expect(save(data, slot).success).toBe(false);
  });
});
