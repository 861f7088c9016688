import { knowledgeHref } from "@/lib/kb/addresses";
import { searchReportSchema, searchTokenSchema } from "@/lib/kb/schema";
import { lastForgottenDay, oldestOpenHour, searchHour } from "@/lib/kb/search-record";
import { at } from "@/tests/support/clock";

const TOKEN = "6f1c1a52-6d0c-4b7e-9a59-0f6f4d9f7b11";

it("says when by the hour of the desk, no finer", () => {
  const { day, hour } = searchHour(at("2026-11-18T23:59:59"));
  expect([day.toString(), hour]).toEqual(["2026-11-18", 23]);
});

it("lets a search be told what came of it for a day, over midnight too", () => {
  const { day, hour } = oldestOpenHour(at("2026-11-18T01:30"));
  expect([day.toString(), hour]).toEqual(["2026-11-17", 1]);
});

it("forgets what is older than 400 days", () => {
  // 400 days before 18 November 2026 is 14 October 2025, which is kept.
  expect(lastForgottenDay(at("2026-11-18T12:00")).toString()).toBe("2025-10-13");
});

it.each([[undefined], ["x"], [["a", "b"]], [`${TOKEN}0`]])("takes %j for no token", (given) => {
  expect(searchTokenSchema.parse(given)).toBeUndefined();
});

it("takes the token along to what was found, before the place on the page", () => {
  expect(knowledgeHref({ kind: "article", slug: "spf" }, TOKEN)).toBe(`/kb/articles/spf?search=${TOKEN}`);
  expect(knowledgeHref({ kind: "faq", slug: "buzon" }, TOKEN)).toBe(`/faq?search=${TOKEN}#buzon`);
  expect(knowledgeHref({ kind: "faq", slug: "buzon" })).toBe("/faq#buzon");
});

describe("a report of the page", () => {
  it.each([
    [{ search: TOKEN, text: "spf" }],
    [{ search: TOKEN, text: "spf", kind: "faq", opened: { kind: "faq", slug: "buzon" } }],
    [{ search: TOKEN, opened: { kind: "article", slug: "configurar-spf" } }],
  ])("is taken: %j", (body) => {
    expect(searchReportSchema.safeParse(body).success).toBe(true);
  });

  it.each([
    [{ search: TOKEN }],
    [{ search: TOKEN, text: "   " }],
    [{ search: "1", text: "spf" }],
    [{ text: "spf" }],
    [{ search: TOKEN, text: "spf", kind: "ticket" }],
    [{ search: TOKEN, opened: { kind: "article", slug: "../x" } }],
    [{ search: TOKEN, text: "spf", person: "ana" }],
  ])("is refused: %j", (body) => {
    expect(searchReportSchema.safeParse(body).success).toBe(false);
  });
});
