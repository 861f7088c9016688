import { legacyQuestion, shownTrackingId } from "@/lib/kb/legacy/addresses";

describe("addresses of the earlier desk", () => {
  it.each([
    ["article=12", { kind: "article", key: "12" }],
    ["article=012abc&suggest=1", { kind: "article", key: "12" }],
    ["category=4", { kind: "category", key: "4" }],
    ["category=1", { kind: "home" }],
    ["", { kind: "home" }],
    ["article=0", { kind: "home" }],
    ["article=-1%27%20OR%201=1", { kind: "home" }],
    ["article=99999999999999", { kind: "article", key: "9999999999" }],
    ["search=mi%20correo%00%0A", { kind: "search", text: "mi correo" }],
  ])("%s", (query, expected) => {
    expect(legacyQuestion(new URLSearchParams(query))).toEqual(expected);
  });

  it.each([["abc-123-defg", "ABC-123-DEFG"], [" QTZ-7K3-M2XD ", "QTZ-7K3-M2XD"], ["<script>", null], ["A".repeat(21), null], ["", null], [["A-1-B"], null], [undefined, null]])("shows of a tracking id %p: %p", (value, expected) => {
    expect(shownTrackingId(value)).toBe(expected);
  });
});
