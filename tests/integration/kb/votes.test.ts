import { castVote } from "@/lib/kb/commands/cast-vote";
import { findArticleOpinion } from "@/lib/kb/article-opinion";
import type { Vote } from "@/lib/kb/schema";
import { toDate } from "@/lib/time/instants";
import { carla } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

const YES: Omit<Vote, "slug" | "area"> = { isHelpful: true, reason: undefined, comment: "" };
const NO: Omit<Vote, "slug" | "area"> = { isHelpful: false, reason: undefined, comment: "" };
const voter = (name: string) => name.padEnd(43, "x");
const vote = (name: string, what: Omit<Vote, "slug" | "area">, slug = "spf") => castVote({ db: testDb(), now: NOON }, { ...what, slug, voter: voter(name) });
const counts = () => testDb().article.findUniqueOrThrow({ where: { slug: "spf" }, select: { helpfulYes: true, helpfulNo: true } });
const opinion = () => findArticleOpinion({ db: testDb(), now: NOON, actor: carla }, "spf");

beforeEach(async () => {
  const db = testDb();
  await db.article.deleteMany({ where: { slug: { in: ["spf", "borrador"] } } });
  const category = await db.kbCategory.upsert({ where: { slug: "pruebas" }, update: {}, create: { slug: "pruebas", name: "Pruebas", description: "", position: 99 } });
  const article = { categoryId: category.id, title: "SPF", summary: "", body: "", tags: [], updatedAt: toDate(NOON) };
  await db.article.createMany({ data: [{ ...article, slug: "spf", status: "published", publishedAt: toDate(NOON) }, { ...article, slug: "borrador", status: "draft" }] });
});

it("is one a person, and the last one counts", async () => {
  expect(await vote("ana", YES)).toEqual({ ok: true, data: { isNew: true } });
  expect(await vote("ana", YES)).toEqual({ ok: true, data: { isNew: false } });
  expect(await counts()).toEqual({ helpfulYes: 1, helpfulNo: 0 });
  await vote("ana", NO);
  await vote("bruno", YES);
  expect(await counts()).toEqual({ helpfulYes: 1, helpfulNo: 1 });
});

it("of one person ten times at once is counted once", async () => {
  await Promise.all(Array.from({ length: 10 }, () => vote("ana", NO)));
  expect(await counts()).toEqual({ helpfulYes: 0, helpfulNo: 1 });
});

it("of ten persons at once is counted ten times", async () => {
  await Promise.all(Array.from({ length: 10 }, (_, at) => vote(`persona-${at}`, YES)));
  expect(await counts()).toEqual({ helpfulYes: 10, helpfulNo: 0 });
});

it("says why afterwards, and keeps it when no is pressed again; a yes takes it back", async () => {
  await vote("ana", NO);
  await vote("ana", { ...NO, reason: "out_of_date", comment: "El menú ya no se llama así." });
  await vote("ana", NO);
  expect(await opinion()).toMatchObject({ no: 1, reasons: [{ reason: "out_of_date", count: 1 }], comments: [{ comment: "El menú ya no se llama así." }] });
  await vote("ana", YES);
  expect(await opinion()).toMatchObject({ yes: 1, no: 0, reasons: [], comments: [] });
});

it("is not cast on what cannot be read", async () => {
  expect(await vote("ana", YES, "borrador")).toMatchObject({ ok: false, code: "NOT_FOUND" });
  expect(await vote("ana", YES, "no-existe")).toMatchObject({ ok: false, code: "NOT_FOUND" });
});
