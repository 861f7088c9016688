import { FOUL } from "@/lib/conduct/lexicon";

/** A word of a text as it reads once it is undisguised, and where it stands. `isFoul`: it is bad by itself, however it is written. */
export type ReadWord = { word: string; start: number; end: number; isFoul: boolean };

const MOST_LETTERS = 40;
const CHUNK = /\S+/gu;
/** An address, a file or a path is a name: nobody is insulted by it. */
const NAME = /@[\p{L}\p{N}-]+\.|:\/\/|[\p{L}\p{N}]\.(?=[\p{Ll}\p{N}]{2,5}(?:[/?#:,;).]|$))|[/\\][\p{L}\p{N}_-]+[/\\.]/u;
const PIECE = /[\p{L}\p{M}\p{N}@$!|*#•_·+]+/gu;
/** Letters one by one: "p e n d e j o", "p.u.t.a", "p-u-t-o". */
const SPACED = /(?<![\p{L}\p{N}])\p{L}(?:[ .·_*-]{1,2}\p{L}){3,20}(?![\p{L}\p{N}])/gu;

/** "pen-de-jos" */
const HYPHENED = /^\p{L}{1,6}(?:-\p{L}{1,6}){1,6}[,.!;:]?$/u;

const LEET: Record<string, string> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s", "!": "i", "|": "i", "+": "t" };
const MASK = /[*#•_·]/g;

/** The words of a text in their order, bounded in time by its length. */
export function readWords(text: string): ReadWord[] {
  const words: ReadWord[] = [];
  for (const { 0: chunk, index } of text.matchAll(CHUNK)) {
    if (chunk.length > MOST_LETTERS * 4 || NAME.test(chunk)) {
      words.push({ word: "", start: index, end: index + chunk.length, isFoul: false });
      continue;
    }
    const whole = HYPHENED.test(chunk) ? foldLetters(chunk.replace(/[^\p{L}]/gu, "")) : "";
    if (isFoulForm(whole)) words.push({ word: whole, start: index, end: index + chunk.length, isFoul: true });
    else for (const { 0: piece, index: at } of chunk.matchAll(PIECE)) words.push(readPiece(piece, index + at));
  }
  const spaced = [...text.matchAll(SPACED)].flatMap(({ 0: letters, index }) => {
    const word = foldLetters(letters.replace(/[^\p{L}\p{M}]/gu, ""));
    return isFoulForm(word) ? [{ word, start: index, end: index + letters.length, isFoul: true }] : [];
  });
  if (spaced.length === 0) return words;
  let at = 0;
  const outside = words.filter((word) => {
    while (at < spaced.length && spaced[at]!.end <= word.start) at += 1;
    return at === spaced.length || word.start < spaced[at]!.start;
  });
  return [...outside, ...spaced].sort((a, b) => a.start - b.start);
}

function readPiece(piece: string, from: number): ReadWord {
  const lead = /^[!*#_|+$·•]*/.exec(piece)?.[0].length ?? 0;
  const tail = /[!_|+·•]*$/.exec(piece)?.[0].length ?? 0;
  const bare = piece.slice(lead, Math.max(lead, piece.length - tail)).slice(0, MOST_LETTERS);
  const plain = foldLetters(bare);
  const span = { start: from + lead, end: from + Math.max(lead, piece.length - tail) };
  if (isFoulForm(plain)) return { word: plain, ...span, isFoul: true };
  if (/^\p{L}+$/u.test(bare)) return { word: plain, ...span, isFoul: isMisspelt(plain) };
  const undisguised = foldLetters(bare.replace(/[013457@$!|+]/g, (sign) => LEET[sign] ?? sign));
  const letters = bare.match(/\p{L}/gu)?.length ?? 0;
  // Two letters at least: a version or a price is no word.
  const isFoul = letters >= 2 && (isFoulForm(undisguised) || isMisspelt(undisguised) || isMasked(undisguised));
  return { word: isFoul ? undisguised : plain, ...span, isFoul };
}

/** Lower case without accents; ñ stays apart from n no more than in the lexicon. */
export function foldLetters(text: string): string {
  return text.toLowerCase().normalize("NFKD").replace(/\p{Mn}+/gu, "");
}

/** Drawn out: "puuuta", "pendejooos". Twice the same letter may be how it is spelt. */
function isFoulForm(word: string): boolean {
  if (FOUL.has(word)) return true;
  if (!/(.)\1/.test(word)) return false;
  return FOUL.has(word.replace(/(.)\1{2,}/g, "$1")) || FOUL.has(word.replace(/(.)\1{2,}/g, "$1$1")) || (/(.)\1$/.test(word) && FOUL.has(word.replace(/(.)\1+$/, "$1")));
}

/** As one writes to be let through: k for c, v for u before a consonant, q for cu, x for ch, z at the end. */
function isMisspelt(word: string): boolean {
  if (!/[kvqxz]/.test(word)) return false;
  return isFoulForm(word.replace(/^x/, "ch").replace(/k/g, "c").replace(/v(?=[bcdfghjklmnpqrstxz])/g, "u").replace(/q(?!u)/g, "cu").replace(/z$/, "s"));
}

/** By its form with every vowel hidden. */
const BY_SKELETON = Map.groupBy(FOUL, (word) => skeletonOf(word));

/** "p*nd*jo", "ch#ng*n": each sign hides one vowel. */
function isMasked(word: string): boolean {
  const hidden = word.match(MASK)?.length ?? 0;
  // With half of it hidden it may be anything, a password among it.
  if (hidden === 0 || (word.match(/\p{L}/gu)?.length ?? 0) <= hidden) return false;
  const candidates = BY_SKELETON.get(skeletonOf(word)) ?? [];
  return candidates.some((candidate) => [...word].every((sign, at) => sign === candidate[at] || /[*#•_·]/.test(sign)));
}

function skeletonOf(word: string): string {
  return word.replace(/[aeiou*#•_·]/g, "*");
}
