import { splitPolicyBody, unknownBlock } from "@/lib/policies/policy-body";

it("cuts the text at the lines that stand for a block", () => {
  expect(splitPolicyBody("Antes\n\n{{calendar}}\n\nDespués\n{{targets}}\n{{ clock-example }}")).toEqual([
    { kind: "markdown", text: "Antes" },
    { kind: "calendar" },
    { kind: "markdown", text: "Después" },
    { kind: "targets" },
    { kind: "clock-example" },
  ]);
});

it("leaves unknown names and names within a line in the text, so that a typing error shows", () => {
  const text = "Vea {{calendar}} aquí\n{{calender}}";
  expect(splitPolicyBody(text)).toEqual([{ kind: "markdown", text }]);
});

it("makes nothing of an empty text", () => {
  expect(splitPolicyBody(" \r\n ")).toEqual([]);
});

it("names the first block that there is none of", () => {
  expect(unknownBlock("{{calendar}}\n\n{{ tarjets }}\n{{nada}}")).toBe("tarjets");
  expect(unknownBlock("{{Calendar}}")).toBe("Calendar");
  expect(unknownBlock("Use {{ llaves }} en un renglón\n{{ targets }}")).toBeNull();
});
