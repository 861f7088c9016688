import { NO_SIGN, printable } from "@/app/portal/tickets/[reference]/receipt/_data/printable";
import type { ReceiptContent } from "@/app/portal/tickets/[reference]/receipt/_data/receipt-content";

const has = (codePoint: number) => codePoint >= 0x20 && codePoint < 0x250;

function content(body: string): ReceiptContent {
  return {
    reference: "IMP-7K3M-Q2XD",
    title: "",
    facts: [{ term: "Lo envió", value: body }],
    late: null,
    promise: { unknown: "" },
    subject: body,
    body,
    attachments: [{ term: body, value: "" }],
    answers: [{ term: "", value: body }],
    hash: "",
    hashGroups: [],
    checkAddress: "",
    checkHref: "",
    recompute: "",
  };
}

describe("what is printed of a text", () => {
  it.each([
    ["letters that the font has stay", "¿Año Ñandú?", "¿Año Ñandú?"],
    ["lines stay, however they end", "a\r\nb\rc\n\nd", "a\nb\nc\n\nd"],
    ["an accent that came apart finds its letter", "contraseña".normalize("NFD"), "contraseña"],
    ["a sign of several parts is one sign that is missing", "a👨‍👩‍👧‍👦b", `a${NO_SIGN}b`],
    ["half a sign is one too", "a\ud83db", `a${NO_SIGN}b`],
    ["a tab is some spaces", "a\tb", "a    b"],
  ])("%s", (_name, given, shown) => {
    expect(printable(content(given), has).body).toBe(shown);
  });

  it("is the same wherever a person typed it, and it is said when something is missing", () => {
    const shown = printable(content("🙂"), has);
    expect([shown.subject, shown.body, shown.facts[0]?.value, shown.attachments[0]?.term, shown.answers[0]?.value]).toEqual(Array.from({ length: 5 }, () => NO_SIGN));
    expect(shown.hasUnprintable).toBe(true);
    expect(printable(content("Todo bien"), has).hasUnprintable).toBe(false);
  });
});
