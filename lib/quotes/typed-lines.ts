import type { TypedLine } from "@/lib/quotes/quote-lines";

/** The lines of a quote's form as they were typed, the empty ones at its end left out. */
export function typedLinesOf(form: FormData): TypedLine[] {
  const column = (name: string) => form.getAll(name).map(String);
  const [items, quantities, discounts, reasons] = [column("items"), column("quantities"), column("discounts"), column("reasons")];
  const lines = items.map((item, at) => ({ item, quantity: quantities[at] ?? "", discount: discounts[at] ?? "", reason: reasons[at] ?? "" }));
  return lines.slice(0, lines.findLastIndex((line) => Object.values(line).some((text) => text !== "")) + 1);
}

/** The same from the text in which they come back to the form; null when there is none. */
export function readTypedLines(text: string | undefined): TypedLine[] | null {
  if (!text) return null;
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) && read.every(isLine) ? read : null;
  } catch {
    return null; // of another form
  }
}

/** By hand: the form needs nothing else of a schema in the browser. */
function isLine(line: unknown): line is TypedLine {
  if (typeof line !== "object" || line === null) return false;
  const { item, quantity, discount, reason } = line as Record<string, unknown>;
  return [item, quantity, discount, reason].every((text) => typeof text === "string");
}
