import { foldText } from "@/lib/search/text";

const LENGTH = 40;

/** What an address calls the answers to a question: its first words, and a number where another question has them already. */
export function keyFor(label: string, taken: ReadonlySet<string>): string {
  const words = foldText(label).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  const base = words.slice(0, LENGTH).replace(/-[^-]*$/, (rest) => (words.length > LENGTH ? "" : rest)).replace(/-+$/, "") || "pregunta";
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(key)) return key;
  }
}
