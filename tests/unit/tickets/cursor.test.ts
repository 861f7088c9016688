import { decodeCursor, encodeCursor } from "@/lib/tickets/cursor";

const ID = "00000000-0000-4000-8000-00000000000a";

describe("a cursor", () => {
  it.each([new Date("2026-11-18T18:00:00.123Z"), new Date(0), new Date(-1), new Date(8.64e15)])("comes back as it went: %s", (at) => {
    expect(decodeCursor(encodeCursor({ at, id: ID }))).toEqual({ at, id: ID });
  });

  it("fits into an address as it is", () => {
    expect(encodeCursor({ at: new Date(8.64e15), id: ID })).toMatch(/^[\w-]+$/);
  });

  const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

  it.each<[string, string | undefined]>([
    ["none", undefined],
    ["empty", ""],
    ["no base64", "%%%"],
    ["no JSON", Buffer.from("[1,").toString("base64url")],
    ["another shape", forged({ at: 1, id: ID })],
    ["no id", forged([1, "x"])],
    ["an id with more behind it", forged([1, `${ID}' OR 1=1`])],
    ["an instant beyond the calendar", forged([8.64e15 + 1, ID])],
    ["half a millisecond", forged([1.5, ID])],
    ["three parts", forged([1, ID, 2])],
    ["too long", forged([1, ID]).padEnd(201, "A")],
  ])("that is not ours is as none: %s", (_what, text) => {
    expect(decodeCursor(text)).toBeNull();
  });
});
