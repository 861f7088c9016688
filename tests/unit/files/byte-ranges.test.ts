import fc from "fast-check";
import { namesTag, readRange } from "@/lib/files/byte-ranges";

describe("a range", () => {
  it.each([
    [null, "whole"],
    ["bytes=0-0", { start: 0, end: 0 }],
    ["bytes=5-", { start: 5, end: 99 }],
    ["bytes=-5", { start: 95, end: 99 }],
    ["bytes=90-1000", { start: 90, end: 99 }],
    ["bytes=100-", "unsatisfiable"],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=5-4", "whole"],
    ["bytes=-", "whole"],
    ["bytes=0-1,3-4", "whole"],
    ["bytes=a-b", "whole"],
    ["items=0-1", "whole"],
    ["bytes=99999999999999999999-", "whole"],
  ] as const)("%s of 100 bytes is %j", (header, expected) => {
    expect(readRange(header, 100)).toEqual(expected);
  });

  it("never leaves the file", () => {
    fc.assert(fc.property(fc.string(), fc.option(fc.nat(), { nil: undefined }), fc.option(fc.nat(), { nil: undefined }), fc.integer({ min: 1, max: 1e9 }), (odd, first, last, size) => {
      const ranges = [odd, `bytes=${first ?? ""}-${last ?? ""}`].map((header) => readRange(header, size));
      expect(ranges.every((range) => typeof range === "string" || (range.start >= 0 && range.start <= range.end && range.end < size))).toBe(true);
    }));
  });
});

it("an entity tag is found among others, weak or not", () => {
  expect([namesTag('"a"', '"a"'), namesTag('"b", W/"a"', '"a"'), namesTag("*", '"a"'), namesTag('"b"', '"a"'), namesTag(null, '"a"')]).toEqual([true, true, true, false, false]);
});
