import { idField, optionalIdField, typedText } from "@/lib/actions/text";

const ID = "00000000-0000-4000-8000-00000000000a";
const refusalOf = (schema: { safeParse: (value: unknown) => { success: boolean; error?: { issues: { message: string }[] } } }, value: unknown) => schema.safeParse(value).error?.issues[0]?.message;

describe("a typed text", () => {
  const text = typedText({ max: 10 });

  it("loses the spaces around it and keeps those inside", () => {
    expect(text.parse("  a\n b\t")).toBe("a\n b");
  });

  it("is measured once they are gone", () => {
    expect(text.parse(`   ${"a".repeat(10)}   `)).toHaveLength(10);
    expect(refusalOf(text, "a".repeat(11))).toBe("field.tooLong:10");
  });

  it.each([
    ["nothing", undefined, "field.missing"],
    ["a file", new File([], "x"), "field.missing"],
    ["a list", ["a"], "field.missing"],
    ["spaces alone", " \n ", "field.missing"],
    ["NUL", "a\0", "field.unreadable"],
    ["the first half of a pair", "a\uD83D", "field.unreadable"],
    ["the second half of a pair", "\uDE42a", "field.unreadable"],
  ])("is refused: %s", (_what, value, key) => {
    expect(refusalOf(text, value)).toBe(key);
  });

  it("may be empty where that is said", () => {
    expect(typedText({ max: 10, min: 0 }).parse("  ")).toBe("");
  });

  it("keeps everything else that can be written: emoji, accents, right to left, controls of a line", () => {
    for (const fine of ["🙂", "ñandú", "مرحبا", "a\r\nb", "\u200B!"]) expect(typedText({ max: 100 }).safeParse(fine).success).toBe(true);
  });
});

describe("a choice", () => {
  it("is an id or refused", () => {
    expect(idField().parse(ID)).toBe(ID);
    for (const wrong of ["", "1", `${ID} `, undefined]) expect(refusalOf(idField(), wrong)).toBe("field.unknownChoice");
  });

  it("may be left empty where that is said", () => {
    expect([optionalIdField().parse(""), optionalIdField().parse(undefined), optionalIdField().parse(ID)]).toEqual([undefined, undefined, ID]);
    expect(refusalOf(optionalIdField(), "x")).toBe("field.unknownChoice");
  });
});
