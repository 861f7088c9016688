import { joinPart, joinTexts, readParts, type TicketPart } from "@/lib/tickets/ticket-parts";

const part = (key: number, body: string, different: string[] = []): TicketPart => ({
  key: `00000000-0000-4000-8000-00000000000${key}`,
  subject: `Asunto ${key}`,
  body,
  departmentId: "d1",
  productId: "",
  priority: "medium",
  different,
});

describe("a part that is joined to the one before", () => {
  it("leaves its text there, the greeting and the thanks once", () => {
    const parts = [part(1, "Hola.\n\nUno.\n\nGracias"), part(2, "Hola.\n\nDos.\n\nGracias", ["t1"]), part(3, "Tres.")];
    expect(joinPart(parts, 1)).toEqual([part(1, "Hola.\n\nUno.\n\nDos.\n\nGracias", ["t1"]), part(3, "Tres.")]);
  });

  it("keeps texts that are the same all through", () => {
    expect(joinTexts("Uno.", "Uno.")).toBe("Uno.\n\nUno.");
  });

  it("is none where there is no part before", () => {
    const parts = [part(1, "Uno."), part(2, "Dos.")];
    for (const index of [0, 2, -1, Number.NaN]) expect(joinPart(parts, index)).toBe(parts);
  });
});

describe("what a draft keeps of a split", () => {
  it("is read back", () => {
    const parts = [part(1, "Uno."), part(2, "Dos.")];
    expect(readParts(JSON.stringify(parts))).toEqual(parts);
  });

  it.each(["", "[", "null", "[]", '{"a":1}', JSON.stringify([part(1, "Uno.")]), '[{"key":"x"},{"key":"y"}]'])("is no split in %p", (json) => {
    expect(readParts(json)).toEqual([]);
  });
});
