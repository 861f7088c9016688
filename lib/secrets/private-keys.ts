import type { SecretFinding } from "@/lib/secrets/types";

const HEADER = /-----BEGIN ([A-Z0-9 ]{0,30})PRIVATE KEY(?: BLOCK)?-----/g;
const FOOTER = /-----END [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----/g;
const PUTTY = /PuTTY-User-Key-File-\d:/g;
const PUTTY_END = /Private-MAC: ?[0-9a-f]{16,128}/g;

/** Private keys in PEM, OpenSSH, PGP and PuTTY's format. One whose end was cut off goes as far as its lines look like a key. */
export function findPrivateKeys(text: string): SecretFinding[] {
  return [...blocks(text, HEADER, FOOTER), ...blocks(text, PUTTY, PUTTY_END)];
}

function blocks(text: string, opening: RegExp, closing: RegExp): SecretFinding[] {
  const ends = [...text.matchAll(closing)].map((match) => match.index + match[0].length);
  const found: SecretFinding[] = [];
  let from = 0;
  let next = 0;
  for (const match of text.matchAll(opening)) {
    if (match.index < from) continue;
    const after = match.index + match[0].length;
    while (next < ends.length && ends[next]! < after) next += 1;
    from = ends[next] ?? endOfKeyLines(text, after);
    found.push({ kind: "private_key", start: match.index, end: from });
  }
  return found;
}

/** A line of base64 or a header of the key's own ("Proc-Type: 4,ENCRYPTED"). */
const KEY_LINE = /[ \t]{0,8}(?:[A-Za-z0-9+/=]{16,200}|[A-Za-z-]{3,30}: [^\n]{0,100}|[A-Za-z0-9+/]{1,200}={0,2})?\r?(?:\n|$)/y;

function endOfKeyLines(text: string, from: number): number {
  let end = from;
  KEY_LINE.lastIndex = text.startsWith("\r\n", from) ? from + 2 : from + 1;
  while (KEY_LINE.lastIndex < text.length) {
    const line = KEY_LINE.exec(text);
    if (!line) break;
    if (/^[ \t]*[A-Za-z0-9+/=]{16,}/.test(line[0]) || /^[A-Za-z-]+: /.test(line[0])) end = line.index + line[0].trimEnd().length;
  }
  return end;
}
