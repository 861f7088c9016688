import { findCues, isNearPanel, isNoPassword, isSaidOfIt, type Cue } from "@/lib/secrets/cues";
import { foldKeepingOffsets } from "@/lib/secrets/fold";
import { isMasked, isOrdinary, isPasswordShaped } from "@/lib/secrets/password-shape";
import type { SecretFinding } from "@/lib/secrets/types";

/**
 * What stands after a word such as "contraseña": the first word in reach that has a password's shape; after a colon or the like also a
 * plain word or a number. A cue is read for so many characters, to the end of its line at most, so that the time is that of the text.
 */
const REACH = 100;
/** A key in a config file may be far longer than a password. */
const TOKEN_REACH = 400;
/** A text that says it more often is no message: the rest of it is not read for passwords after words. */
const MOST_CUES = 400;

type Texts = { text: string; folded: string };
type Span = { start: number; end: number };

export function findLabelledValues(texts: Texts): SecretFinding[] {
  const cues = findCues(texts.folded).slice(0, MOST_CUES);
  return cues.flatMap((cue, index): SecretFinding[] => {
    const limit = limitOf(texts.text, cue, cues[index + 1]);
    const spans = cue.kind === "token" ? tokenAfter(texts.text, cue.end, limit) : passwordsAfter(texts, cue, limit);
    return spans.map((span) => ({ ...span, kind: kindOf(texts.folded, cue) }));
  });
}

function kindOf(folded: string, cue: Cue): SecretFinding["kind"] {
  if (cue.kind === "token") return "api_key";
  return cue.kind === "password" && isNearPanel(folded, Math.min(folded.length, cue.end + 12)) ? "panel_credentials" : "password";
}

/** To the end of the line; when nothing is said on it after the cue, to the end of the next one. */
function limitOf(text: string, cue: Cue, next: Cue | undefined): number {
  const far = Math.min(text.length, cue.end + (cue.kind === "token" ? TOKEN_REACH : REACH));
  let lineEnd = text.indexOf("\n", cue.end);
  if (lineEnd === -1) lineEnd = text.length;
  if (lineEnd < far && /^[\s:=*_`"'>)-]*$/.test(text.slice(cue.end, lineEnd))) {
    const after = text.indexOf("\n", lineEnd + 1);
    lineEnd = after === -1 ? text.length : after;
  }
  // Another cue begins another sentence, unless it is within the value itself ("clave: mi.clave.9").
  const apart = next && next.start > cue.end && /[\s"'(]/.test(text[next.start - 1] ?? " ") ? next.start : text.length;
  return Math.min(far, lineEnd, apart);
}

const LINKER = /^[\s"'`*_\])]{0,6}(?:\([^()\n]{0,40}\))?[\s"'`*_]{0,6}(?:[:=>\u2192\u27a1]|[-=]>|,(?=\s?["']))[>\s"'`*_]{0,4}/;
/** The linker may come after "del correo de ventas". */
const FAR_LINKER = /[:=\u2192]|[-=]>|\s(?:es|era|son|fue|seria|is|quedo|queda)(?=[\s:,])/g;
const WORDS_BEFORE_LINKER = 9;

function passwordsAfter({ text, folded }: Texts, cue: Cue, limit: number): Span[] {
  const strong = strongLinkEnd({ text, folded }, cue, limit);
  if (strong !== null) {
    const value = valueAt({ text, folded }, strong.end, { cue, limit, isPair: strong.isPair });
    if (value) return [value, ...further(text, value.end, limit)];
  }
  if (cue.kind === "pin") return digitsIn(text, cue.end, limit);
  const shaped = shapedWordIn(text, cue.end, limit);
  if (shaped) return [shaped, ...further(text, shaped.end, limit)];
  const plain = cue.kind === "password" ? plainWordAtEnd({ text, folded }, cue.end, limit) : null;
  return plain ? [plain] : [];
}

function strongLinkEnd({ text, folded }: Texts, cue: Cue, limit: number): { end: number; isPair: boolean } | null {
  const isPair = /(?:usuario|user|login|cuenta|correo)s? ?(?:[y/,e-]|and|con) ?(?:la |su )?$/.test(folded.slice(Math.max(0, cue.start - 24), cue.start));
  const tail = text.slice(cue.end, limit);
  const near = LINKER.exec(tail);
  if (near) return { end: cue.end + near[0].length, isPair };
  FAR_LINKER.lastIndex = 0;
  for (let match = FAR_LINKER.exec(tail); match; match = FAR_LINKER.exec(tail)) {
    const between = tail.slice(0, match.index);
    if (between.split(/\s+/).length > WORDS_BEFORE_LINKER || /[.!?;,]\s/.test(between)) return null;
    if (/^\s/.test(match[0])) {
      // "es esta:", "quedó así:" and a quoted value are as good as a colon; a bare "es" is not.
      const rest = /^(?:\s(?:esta?|este|asi|la siguiente))?\s?:\s?|^\s(?=["'`])/.exec(foldTail(folded, cue.end + match.index + match[0].length, limit));
      if (rest) return { end: cue.end + match.index + match[0].length + rest[0].length, isPair };
      continue;
    }
    if (tail.startsWith("//", match.index + 1)) continue; // an address
    return { end: cue.end + match.index + match[0].length, isPair };
  }
  return null;
}

function foldTail(folded: string, from: number, limit: number): string {
  return folded.slice(from, Math.min(limit, from + 24));
}

/** The value right after a colon. */
function valueAt({ text, folded }: Texts, from: number, { cue, limit, isPair }: { cue: Cue; limit: number; isPair: boolean }): Span | null {
  const quoted = quotedAt(text, from, limit);
  if (quoted) return isAcceptable(text.slice(quoted.start, quoted.end), { cue, isLast: true }) ? quoted : null;
  const first = wordAt(text, from, limit);
  if (!first) return null;
  const word = isPair ? (secondOf(text, first, limit) ?? first) : first;
  const value = text.slice(word.start, word.end);
  const isLast = /^[\s.,;:)\]"'`*|]{0,3}(?:\n|$|,|;|\by\b)/.test(text.slice(word.end, limit + 1)) || folded.slice(word.end, word.end + 3) === " y ";
  if (isAcceptable(value, { cue, isLast })) return word;
  return null;
}

function isAcceptable(value: string, { cue, isLast }: { cue: Cue; isLast: boolean }): boolean {
  if (isPasswordShaped(value)) return true;
  if (cue.kind === "code" || value.length < 4 || isMasked(value)) return false;
  if (/^\d{4,16}$/.test(value)) return true;
  if (cue.kind === "pin" || isOrdinary(value) || /^[[<{($]/.test(value)) return false;
  const word = foldKeepingOffsets(value).toLowerCase();
  return isLast && !isNoPassword(word) && !/(?:ad|id|ct)[ao]s?$/.test(word);
}

/** "admin/clave", "admin / clave", "admin clave": the second of two. */
function secondOf(text: string, first: Span, limit: number): Span | null {
  const inside = text.slice(first.start, first.end).search(/[/|:]/);
  if (inside > 0 && first.start + inside + 1 < first.end) return { start: first.start + inside + 1, end: first.end };
  const separator = /^\s?[/|:,-]?\s?/.exec(text.slice(first.end, Math.min(limit, first.end + 4)));
  return separator?.[0] ? wordAt(text, first.end + separator[0].length, limit) : null;
}

/** "… y con Acme.2025": another one of the same shape. */
function further(text: string, from: number, limit: number): Span[] {
  const link = /^[.,"'`)]{0,2}\s(?:y|e|o|u|ni)(?:\s(?:con|la|luego|de|despues)){0,2}\s/.exec(text.slice(from, Math.min(limit, from + 24)));
  const word = link && wordAt(text, from + link[0].length, limit);
  return word && isPasswordShaped(text.slice(word.start, word.end)) ? [word] : [];
}

function shapedWordIn(text: string, from: number, limit: number): Span | null {
  let at = from;
  for (;;) {
    const word = wordAt(text, at, limit);
    if (!word) return null;
    if (isPasswordShaped(text.slice(word.start, word.end)) && !isUserName(text, word)) return word;
    at = Math.max(word.end, at + 1);
  }
}

/** "usuario acme_db2": named as what it is. */
function isUserName(text: string, { start }: Span): boolean {
  return /(?:usuario|user|login|base|tabla|cuenta|archivo|host|servidor)(?: de datos)?:? $/i.test(text.slice(Math.max(0, start - 24), start));
}

function digitsIn(text: string, from: number, limit: number): Span[] {
  const match = /(?<![\d.,-])\d{4,8}(?![\d.,/-]\d|\d)/.exec(text.slice(from, limit));
  return match ? [{ start: from + match.index, end: from + match.index + match[0].length }] : [];
}

/** "mi contraseña es guadalajara": a word that ends the line, and is not said of the password. */
function plainWordAtEnd({ text, folded }: Texts, from: number, limit: number): Span | null {
  const match = /^(?: [\w@.-]{1,40}){0,4}? (?:es|era|is) ([a-z]{6,30})\.?\s*(?:\n|$)/.exec(folded.slice(from, limit + 1));
  const word = match?.[1];
  if (!match || !word || isSaidOfIt(word)) return null;
  const start = from + match[0].indexOf(word, match[0].trimEnd().length - word.length - 1);
  return isOrdinary(text.slice(start, start + word.length)) ? null : { start, end: start + word.length };
}

const LONG_TOKEN = /[A-Za-z0-9_./+=~-]{16,400}/g;

/** After "token" or "api key": a long run of letters and digits. */
function tokenAfter(text: string, from: number, limit: number): Span[] {
  const tail = text.slice(from, limit);
  for (const match of tail.slice(0, 80 + 400).matchAll(LONG_TOKEN)) {
    if (match.index > 80) return [];
    const value = match[0].replace(/[.=]+$/, (end) => (end.startsWith("=") ? end : ""));
    if (/\d/.test(value) && /[A-Za-z]/.test(value) && !isOrdinary(value) && !/^[\d.-]+$/.test(value) && !/[./-][a-z]{2,12}(?:[./-][a-z]{2,12})/.test(value)) {
      return [{ start: from + match.index, end: from + match.index + value.length }];
    }
  }
  return [];
}

function quotedAt(text: string, from: number, limit: number): Span | null {
  const match = /^\s{0,3}(["'`\u201c\u2018\u00ab])([^"'`\u201d\u2019\u00bb\n]{3,64})["'`\u201d\u2019\u00bb]/.exec(text.slice(Math.max(0, from - 1), Math.min(limit, from + 80)));
  if (!match) return null;
  const start = Math.max(0, from - 1) + match[0].length - 1 - match[2]!.length;
  return { start, end: start + match[2]!.length };
}

const EDGE_BEFORE = /^[\s"'`*_([{<|\u201c\u2018\u00ab]*/;
const EDGE_AFTER = /[\s"'`.,;:)\]}>|\u201d\u2019\u00bb]+$/;

/** The next word from here, without what encloses it. */
function wordAt(text: string, from: number, limit: number): Span | null {
  const rest = text.slice(from, limit);
  const lead = EDGE_BEFORE.exec(rest)?.[0].length ?? 0;
  const raw = /^[^\s<"`]+/.exec(rest.slice(lead));
  if (!raw) return null;
  const value = raw[0].replace(/\*\*$/, "").replace(EDGE_AFTER, "");
  if (value === "") return { start: from + lead, end: from + lead + raw[0].length };
  // A masked or bracketed word stays whole, to be known as such.
  return { start: from + lead, end: from + lead + value.length };
}
