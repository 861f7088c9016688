import { identifierOf } from "@/lib/search/identifiers";
import { cleanText, foldText } from "@/lib/search/text";
import type { Identifier } from "@/lib/search/types";

/** What is kept of a search is short: a longer text is a description, whose first words say what it is about. */
export const MAX_TERMS_LENGTH = 120;
const MAX_FOLDED_LENGTH = 200;
const MAX_READ = 400;
const MAX_CHUNK = 60;
const LONGEST_WORD = 30;
const MAX_DOUBTFUL = 8;
/** The digits of the shortest telephone number; so many in a row, however they are spaced, name somebody. */
const PHONE_DIGITS = 7;
const SHORT_NUMBER = 3;
const CODE_NUMBER = 5;

const CHUNK = /[\p{L}\p{N}][\p{L}\p{N}\p{M}_.@:/\\#%&=?+~'’-]*/gu;
const NUMERIC = /^[\d.\-:/+]+$/;
/** "550-5.7.26", as mail servers write it: more digits than a short number has, and nobody's. */
const MAIL_ANSWER = /^[245]\d\d(?:[-:]?[245]\.\d{1,3}\.\d{1,3})?$/;
const MAIL_STATUS = /^[245]\.\d{1,3}\.\d{1,3}$/;
const HEX_CODE = /^0x[0-9a-f]{2,16}$/;
/** A product with its number, not somebody's name with a year. */
const NUMBERED_PRODUCT = /^(?:office|windows|win|outlook|excel|word|android|ios|php|python|mysql|http|https|smtp|imap|pop|tls|ssl|sha|md|ipv|utf|mp|cfdi|iphone)\d{1,4}$/;
const SECRET_WORDS = new Set("contrasena contrasenas clave password pass pwd pin nip".split(" "));
const COUPLES = new Set(["es", "is", "era", "fue"]);
/** Hosts that half the country uses say which service it is about; any other says whose it is. */
const SERVICE_HOSTS = new Set(
  "gmail.com hotmail.com outlook.com live.com yahoo.com yahoo.com.mx icloud.com office365.com office.com google.com facebook.com whatsapp.com wordpress.com wordpress.org cloudflare.com godaddy.com paypal.com cpanel.net sat.gob.mx".split(" "),
);

type Chunk = { text: string; folded: string; before: string; start: number; end: number };
type Verdict = "keep" | "drop" | "doubtful";

/** Folded words that may be somebody's name, and are kept only where the knowledge base writes them too. */
export function doubtfulWords(text: string): string[] {
  const words = judged(text).flatMap(({ chunk, verdict }) => (verdict === "doubtful" ? [chunk.folded] : []));
  return [...new Set(words)].slice(0, MAX_DOUBTFUL);
}

/**
 * A search without what could tell whose it was: only words and short error codes stay, as they were written. Addresses, numbers long
 * enough for a telephone, a folio or an account, hosts of customers, file names, and capitalised words that no article has are left out.
 * `folded` is the same for "Contraseña" and "contrasena". Both are "" when nothing can be kept.
 */
export function termsOf(text: string, isKnown: (folded: string) => boolean = () => false): { terms: string; folded: string } {
  const kept = judged(text).filter(({ chunk, verdict }) => verdict === "keep" || (verdict === "doubtful" && isKnown(chunk.folded)));
  let terms = "";
  for (const { chunk } of kept) {
    const longer = terms === "" ? chunk.text : `${terms} ${chunk.text}`;
    if (longer.length > MAX_TERMS_LENGTH) break;
    terms = longer;
  }
  // Folding takes some letters apart: one of Arabic becomes eighteen.
  return { terms, folded: foldText(terms).slice(0, MAX_FOLDED_LENGTH).toWellFormed() };
}

function judged(text: string): Array<{ chunk: Chunk; verdict: Verdict }> {
  const clean = cleanText(text, MAX_READ);
  const chunks = chunksOf(clean);
  const inLongNumber = longNumbers(clean, chunks);
  return chunks.flatMap((chunk, index) => {
    if (inLongNumber.has(index) || isHandle(clean, chunk) || isSecret(chunks, index)) return [];
    return partsOf(chunk, isSentenceStart(clean, chunk));
  });
}

function chunksOf(clean: string): Chunk[] {
  const chunks: Chunk[] = [];
  for (const match of clean.matchAll(CHUNK)) {
    const text = match[0].replace(/[^\p{L}\p{N}\p{M}]+$/u, "");
    // What is cut in the middle is not read: half an address is still one.
    if (match.index + match[0].length === MAX_READ && clean.length === MAX_READ) break;
    chunks.push({ text, folded: foldText(text), before: chunks.at(-1)?.folded ?? "", start: match.index, end: match.index + text.length });
  }
  return chunks;
}

/** The numbers that stand together with at least as many digits as a telephone has: "55 1234 5678", "(55) 1234-5678". */
function longNumbers(clean: string, chunks: readonly Chunk[]): Set<number> {
  const long = new Set<number>();
  let run: number[] = [];
  const close = () => {
    const digits = run.reduce((sum, index) => sum + (chunks[index]?.text.replace(/\D/g, "").length ?? 0), 0);
    if (digits >= PHONE_DIGITS) for (const index of run) long.add(index);
    run = [];
  };
  chunks.forEach((chunk, index) => {
    const previous = chunks[index - 1];
    const isNear = previous !== undefined && /^[\s().,+-]{0,3}$/.test(clean.slice(previous.end, chunk.start));
    const isNumber = NUMERIC.test(chunk.text) && !MAIL_ANSWER.test(chunk.text) && !MAIL_STATUS.test(chunk.text);
    if (!isNumber || !isNear) close();
    if (isNumber) run.push(index);
  });
  close();
  return long;
}

/** "@ana.torres" */
function isHandle(clean: string, { start }: Chunk): boolean {
  return start > 0 && clean[start - 1] === "@";
}

/** What follows "mi clave es". */
function isSecret(chunks: readonly Chunk[], index: number): boolean {
  const [first, second] = [chunks[index - 2], chunks[index - 1]];
  return second !== undefined && COUPLES.has(second.folded) && first !== undefined && SECRET_WORDS.has(first.folded);
}

function isSentenceStart(clean: string, { start }: Chunk): boolean {
  return /(?:^|[.!?:;\n])[^\p{L}\p{N}]*$/u.test(clean.slice(Math.max(0, start - 10), start));
}

function partsOf(chunk: Chunk, isFirst: boolean): Array<{ chunk: Chunk; verdict: Verdict }> {
  const { text, folded, before } = chunk;
  if (text.length > MAX_CHUNK) return [];
  if (/^[\p{L}\p{M}]+$/u.test(text)) return [{ chunk, verdict: verdictOfWord(text, isFirst) }];
  const identifier = identifierOf(text, folded, before);
  if (isShortCode(folded, identifier) || isCommonHost(folded)) return [{ chunk, verdict: "keep" }];
  if (identifier !== null || /\d/.test(text)) return identifier?.kind === "file" || identifier?.kind === "folio" ? [{ chunk, verdict: "doubtful" }] : [];
  // "e-mail", "correo/hosting": words that something holds together.
  if (!/^[\p{L}\p{M}'’/-]+$/u.test(text)) return [];
  return [{ chunk, verdict: isName(text, isFirst) ? "doubtful" : "keep" }];
}

function verdictOfWord(text: string, isFirst: boolean): Verdict {
  if (text.length > LONGEST_WORD) return "drop";
  return isName(text, isFirst) ? "doubtful" : "keep";
}

/** Written as names are. The first word of a sentence is written so anyway. */
function isName(text: string, isFirst: boolean): boolean {
  return !isFirst && /^\p{Lu}\p{Ll}/u.test(text);
}

function isShortCode(folded: string, identifier: Identifier | null): boolean {
  if (MAIL_ANSWER.test(folded) || MAIL_STATUS.test(folded) || HEX_CODE.test(folded) || NUMBERED_PRODUCT.test(folded)) return true;
  if (/^\d+$/.test(folded)) return folded.length <= (identifier?.kind === "code" ? CODE_NUMBER : SHORT_NUMBER);
  if (identifier?.kind === "version") return folded.length <= 8;
  return identifier?.kind === "code" && folded.length <= 40 && folded.replace(/\D/g, "").length <= SHORT_NUMBER;
}

function isCommonHost(folded: string): boolean {
  return SERVICE_HOSTS.has(folded.replace(/^(?:https?:\/\/)?(?:www\.)?/, "").replace(/\/$/, ""));
}
