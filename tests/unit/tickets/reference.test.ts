import { parseReference, referenceFrom } from "@/lib/tickets/reference";

describe("a reference", () => {
  it("is made of eight random letters that can be read out over a telephone", () => {
    // 31 letters per byte are its low five bits: 0 → "0", 31 → "Z", 32 → "0" again, 255 → "Z".
    expect(referenceFrom(new Uint8Array([0, 1, 9, 10, 17, 18, 31, 32]))).toBe("IMP-019A-HJZ0");
    expect(referenceFrom(new Uint8Array(8).fill(255))).toBe("IMP-ZZZZ-ZZZZ");
  });

  it("never has I, L, O or U, which are mistaken for others", () => {
    const letters = new Set(Array.from({ length: 32 }, (_, i) => referenceFrom(new Uint8Array(8).fill(i))[4]));
    expect(letters.size).toBe(32);
    expect([...letters].join("")).not.toMatch(/[ILOU]/);
  });

  it("is read back as it was made", () => {
    for (let i = 0; i < 256; i += 1) {
      const reference = referenceFrom(new Uint8Array([i, i * 7, i * 13, i * 31, i, i + 1, i + 2, i + 3]));
      expect(parseReference(reference)).toBe(reference);
    }
  });

  it.each([
    ["small letters", "imp-7k3m-q2xd"],
    ["spaces around and inside", "  IMP - 7K3M - Q2XD "],
    ["no second dash", "IMP-7K3MQ2XD"],
    ["no dash at all", "IMP 7K3M Q2XD"],
    ["dashes that a word processor made", "IMP–7K3M—Q2XD"],
    ["a line end behind it", "IMP-7K3M-Q2XD\n"],
  ])("is understood with %s", (_what, typed) => {
    expect(parseReference(typed)).toBe("IMP-7K3M-Q2XD");
  });

  it("is understood with letters that were mistaken", () => {
    expect(parseReference("IMP-OIL0-oil1")).toBe("IMP-0110-0111");
  });

  it.each(["", "IMP", "IMP-", "IMP-7K3M", "IMP-7K3M-Q2X", "IMP-7K3M-Q2XDD", "XYZ-7K3M-Q2XD", "7K3M-Q2XD", "IMP-7K3U-Q2XD", "IMP-7K3M-Q2X'", "IMP-7K3M-Q2X\0", "IMP-ÑK3M-Q2XD", `IMP-7K3M-Q2XD${"-A".repeat(100)}`])(
    "is not %j",
    (typed) => {
      expect(parseReference(typed)).toBeNull();
    },
  );
});
