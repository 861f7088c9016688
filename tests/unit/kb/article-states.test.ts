import { articleSettingsSchema, createArticleSchema } from "@/lib/kb/articles/schema";
import { isSameText, movesOf, nextReview } from "@/lib/kb/articles/states";

it.each([
  ["draft", 1, null, false, ["publish", "submit", "plan", "archive"]],
  ["draft", 2, 1, true, ["publish", "submit", "plan", "unplan", "archive"]],
  ["review", 1, null, false, ["publish", "send_back", "plan", "archive"]],
  ["published", 3, 3, false, ["confirm", "withdraw", "archive"]],
  ["published", 4, 3, true, ["publish", "plan", "unplan", "confirm", "withdraw", "archive"]],
  ["archived", 4, 3, false, ["unarchive"]],
] as const)("a %s article, version %i with %s read, planned: %s, can be moved so", (status, headVersion, liveVersion, isPlanned, moves) => {
  expect(movesOf({ status, headVersion, liveVersion, isPlanned })).toEqual(moves);
});

it("asks to be looked at after so many months, on a day that exists", () => {
  expect(nextReview(Temporal.PlainDate.from("2026-08-31"), 6)?.toString()).toBe("2027-02-28");
  expect(nextReview(Temporal.PlainDate.from("2026-08-31"), null)).toBeNull();
});

it("takes a text for the same only when nothing differs", () => {
  const text = { title: "T", summary: "S", body: "B", tags: ["a", "b"] };
  expect(isSameText(text, { ...text })).toBe(true);
  for (const change of [{ title: "t" }, { summary: "" }, { body: "B " }, { tags: ["b", "a"] }]) expect(isSameText(text, { ...text, ...change })).toBe(false);
});

it("reads tags between commas, each once", () => {
  const read = createArticleSchema.parse({ title: " Mi   título ", summary: "s", body: "b", tags: "correo, Correo ,dns,,", categoryId: "00000000-0000-4000-8000-000000000000" });
  expect([read.title, read.tags, read.audience]).toEqual(["Mi título", ["Correo", "dns"], "public"]);
});

it("reads related articles by name or by address", () => {
  const input = { articleId: "00000000-0000-4000-8000-000000000000", categoryId: "00000000-0000-4000-8000-000000000000", seen: "", audience: "staff", reviewMonths: "", slug: "uno" };
  expect(articleSettingsSchema.parse({ ...input, related: "dos https://mesa.example/kb/articles/tres, dos" })).toMatchObject({ related: ["dos", "tres"], reviewMonths: null, isPinned: false });
  expect(articleSettingsSchema.safeParse({ ...input, related: "<script>" }).success).toBe(false);
});

it.each([
  [{ slug: "Con Espacios" }, "field.slug"],
  [{ related: "a b c d e f g h i" }, "field.related"],
  [{ reviewMonths: "61" }, "field.unknownChoice"],
])("refuses data with words that say what to do: %j", (change, message) => {
  const input = { articleId: "00000000-0000-4000-8000-000000000000", categoryId: "00000000-0000-4000-8000-000000000000", seen: "", audience: "staff", reviewMonths: "12", slug: "uno", related: "" };
  expect(articleSettingsSchema.safeParse({ ...input, ...change }).error?.issues[0]?.message).toBe(message);
});
