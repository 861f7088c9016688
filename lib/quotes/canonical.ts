import { createHash } from "node:crypto";

/**
 * The one form of a document of quotes as text: its name in the first line, then a line `name: value` a fact, each ended by a line feed,
 * each value JSON as ECMAScript's JSON.stringify writes it: a line feed within a text never ends a line (as receipts do it, 0016).
 */
export function canonicalText(form: string, facts: readonly (readonly [name: string, value: unknown])[]): string {
  return [form, ...facts.map(([name, value]) => `${name}: ${JSON.stringify(value)}`), ""].join("\n");
}

/** SHA-256 of the text in UTF-8: 64 hexadecimal digits, in lower case. */
export function textHash(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
