/** How the text of a table was written: which bytes stand for which letters, and what is between two cells. */

export type Encoding = "utf-8" | "utf-16le" | "windows-1252";
export type Delimiter = "," | ";" | "\t";

/** What marks a file of UTF-16, as spreadsheets save "Unicode text". */
export function isUtf16(beginning: Uint8Array): boolean {
  return beginning[0] === 0xff && beginning[1] === 0xfe;
}

const DELIMITERS: readonly Delimiter[] = [",", ";", "\t"];
const NAMED = /^\uFEFF?sep=([,;\t])\r?\n/i;

/** "sep=;" before the header, by which some tell a spreadsheet the delimiter: it is no row. */
export function namedDelimiter(beginning: string): { delimiter: Delimiter; length: number } | null {
  const found = NAMED.exec(beginning);
  return found ? { delimiter: found[1] as Delimiter, length: found[0].length } : null;
}

/** The delimiter that the header has most of, outside of quotes; a comma where there is but one column. */
export function delimiterOf(beginning: string): Delimiter {
  const header = firstLine(beginning).replace(/"(?:[^"]|"")*"/g, "");
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}

/** Up to the first line end that is not within quotes. */
function firstLine(text: string): string {
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') isQuoted = !isQuoted;
    if (!isQuoted && (text[at] === "\n" || text[at] === "\r")) return text.slice(0, at);
  }
  return text;
}
