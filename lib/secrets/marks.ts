/** What stands in a text where something was sealed: the mark of the catalogue, numbered from the second on. `word` is that mark. */

export function markOf(word: string, number: number): string {
  return number === 1 ? word : `${word} (${number})`;
}

/** The first mark that neither the texts nor `taken` have. */
export function freeMark(word: string, { texts, taken }: { texts: readonly string[]; taken: readonly string[] }): string {
  for (let number = 1; ; number += 1) {
    const mark = markOf(word, number);
    if (!taken.includes(mark) && !texts.some((text) => hasMark(text, mark))) return mark;
  }
}

/** "dato sellado" alone is not found within "dato sellado (2)". */
export function placeOfMark(text: string, mark: string): number {
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
    if (mark.endsWith(")") || !/^ \(\d{1,2}\)/.test(text.slice(at + mark.length, at + mark.length + 6))) return at;
  }
  return -1;
}

export function hasMark(text: string, mark: string): boolean {
  return placeOfMark(text, mark) !== -1;
}

export function replaceSpan(text: string, { start, end }: { start: number; end: number }, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}
