import { knowledgeKindSchema, searchTextSchema, slugSchema, viewSchema, voteSchema } from "@/lib/kb/schema";

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

describe("a vote", () => {
  it("carries a reason and a comment only when it is a no", () => {
    expect(voteSchema.parse({ slug: "spf", vote: "yes", reason: "not_clear", comment: "x" })).toEqual({ slug: "spf", area: "public", isHelpful: true, reason: undefined, comment: "" });
    expect(voteSchema.parse({ slug: "spf", vote: "no", reason: "", comment: " x\0 " })).toEqual({ slug: "spf", area: "public", isHelpful: false, reason: undefined, comment: "x" });
  });

  it.each([{ slug: "spf" }, { slug: "../x", vote: "yes" }, { slug: "spf", vote: "maybe" }, { slug: "spf", vote: "no", reason: "bad" }, { slug: "spf", vote: "yes", voter: "me" }])("is refused as %j", (input) => {
    expect(voteSchema.safeParse(input).success).toBe(false);
  });
});
