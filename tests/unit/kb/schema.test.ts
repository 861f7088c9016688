import { knowledgeKindSchema, searchTextSchema, slugSchema, viewSchema } from "@/lib/kb/schema";

it.each([
  ["  correo  ", "correo"],
  ["a\u0000b\nc", "a b c"],
  ["\ud800x", "\ufffdx"],
  [undefined, ""],
  [["a", "b"], ""],
  ["x".repeat(500), "x".repeat(200)],
])("reads %j as it was meant", (typed, text) => {
  expect(searchTextSchema.parse(typed)).toBe(text);
});

it.each(["", "Con Espacios", "a--b", "-a", "../x", "a".repeat(201), "ñ"])("takes %j for no slug", (slug) => {
  expect(slugSchema.safeParse(slug).success).toBe(false);
});

it("takes an unknown kind for none", () => {
  expect(knowledgeKindSchema.parse("ticket")).toBeUndefined();
  expect(knowledgeKindSchema.parse("faq")).toBe("faq");
});

it("refuses what does not belong to a view", () => {
  expect(viewSchema.safeParse({ slug: "spf", count: 100 }).success).toBe(false);
});
