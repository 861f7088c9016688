import { readTypedLines, typedLinesOf } from "@/lib/quotes/typed-lines";

function formOf(rows: string[][]): FormData {
  const form = new FormData();
  for (const [item = "", quantity = "", discount = "", reason = ""] of rows) {
    form.append("items", item);
    form.append("quantities", quantity);
    form.append("discounts", discount);
    form.append("reasons", reason);
  }
  return form;
}

it("come back as they were typed, an empty one between them too", () => {
  const typed = typedLinesOf(formOf([["a", "2", "", ""], ["", "", "", ""], ["b", "1:30", "10", "Por volumen"], ["", "", "", ""]]));
  expect(typed).toEqual([
    { item: "a", quantity: "2", discount: "", reason: "" },
    { item: "", quantity: "", discount: "", reason: "" },
    { item: "b", quantity: "1:30", discount: "10", reason: "Por volumen" },
  ]);
  expect(readTypedLines(JSON.stringify(typed))).toEqual(typed);
});

it.each([undefined, "", "{", "[1]", "{\"item\":1}"])("are none in %j", (text) => {
  expect(readTypedLines(text)).toBeNull();
});
