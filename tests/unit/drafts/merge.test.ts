import { differencesOf, mergeDrafts, quietDecision } from "@/lib/drafts/merge";

const base = { body: "Hola", attachments: ["a", "b"] };

describe("a draft that was written on in two places", () => {
  it("keeps the files that either added, and none that either took away, whatever is decided of the texts", () => {
    const mine = { body: "Hola, aquí", attachments: ["b", "mine"] };
    const theirs = { body: "Hola, allá", attachments: ["a", "theirs"] };
    for (const decision of ["mine", "theirs", "both"] as const) expect(mergeDrafts(decision, { base, mine, theirs }).attachments).toEqual(["theirs", "mine"]);
    expect(mergeDrafts("mine", { base, mine, theirs }).body).toBe("Hola, aquí");
    expect(mergeDrafts("theirs", { base, mine, theirs }).body).toBe("Hola, allá");
    expect(mergeDrafts("both", { base, mine, theirs }).body).toBe("Hola, allá\n\nHola, aquí");
  });

  it("has the files of both where nobody knows what they came from, and no field for none", () => {
    expect(mergeDrafts("mine", { base: {}, mine: { body: "x", attachments: ["a"] }, theirs: { body: "y", attachments: ["b"] } })).toEqual({ body: "x", attachments: ["b", "a"] });
    expect(mergeDrafts("mine", { base, mine: { body: "x" }, theirs: base })).toEqual({ body: "x" });
  });

  it.each([
    ["here alone, with files there", { body: "Más" }, { ...base, attachments: ["a", "b", "c"] }, "mine"],
    ["there alone, with files here", { ...base, attachments: ["a"] }, { body: "Más" }, "theirs"],
    ["in both, and the same", { body: "Igual" }, { body: "Igual", attachments: ["c"] }, "mine"],
    ["in both", { body: "Esto" }, { body: "Lo otro" }, null],
  ])("asks only where the text changed in both: changed %s", (_case, mine, theirs, decision) => {
    expect(quietDecision({ base, mine, theirs })).toBe(decision);
  });

  it("names the answers and files that differ", () => {
    const file = (id: string, name: string) => ({ id, name, size: 1, kind: "file" as const, width: null, height: null, href: "", downloadHref: "", thumbnailHref: null });
    const theirs = { version: "1", savedAt: "", data: { answers: '{"q1":"uno","q2":"dos"}', attachments: ["a", "c"] }, files: [file("a", "a.png"), file("c", "c.pdf")] };
    expect(differencesOf({ answers: '{"q1":"uno","q3":"tres"}', attachments: ["a", "b"] }, theirs)).toEqual({
      answers: [{ id: "q2", mine: "", theirs: "dos" }, { id: "q3", mine: "tres", theirs: "" }],
      filesThere: ["c.pdf"],
      filesHere: 1,
    });
  });
});
