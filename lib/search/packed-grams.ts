import { GRAM_BODY_LENGTH, gramsOf } from "./grams";
import { queryWeight, termScore, type Bm25Settings } from "./bm25";
import { TITLE_WEIGHT, type Analysis } from "./analysis";
import { foldText } from "./text";
import type { Token } from "./types";

/** Grams of a text as numbers in ascending order: 24 bits of hash, 8 bits of frequency. Four bytes each, little endian, when stored. */
export type PackedGrams = { grams: Uint32Array; length: number };

const MAX_FREQUENCY = 255;

export function packGrams(text: Pick<Analysis, "titleTokens" | "bodyTokens">, bodyLength = GRAM_BODY_LENGTH): PackedGrams {
  const counts = countHashes(text, bodyLength);
  const grams = new Uint32Array(counts.size);
  let at = 0;
  let length = 0;
  for (const [hash, count] of counts) {
    const frequency = Math.min(count, MAX_FREQUENCY);
    grams[at] = hash * 256 + frequency;
    length += frequency;
    at += 1;
  }
  return { grams: grams.sort(), length };
}

export function gramsToBytes({ grams }: PackedGrams): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(grams.length * 4);
  const view = new DataView(bytes.buffer);
  grams.forEach((gram, at) => view.setUint32(at * 4, gram, true));
  return bytes;
}

export function gramsFromBytes(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.byteLength >> 2 }, (_, at) => view.getUint32(at * 4, true));
}

/** What each gram of a query is worth, by hash. */
export type GramQuery = Map<number, number>;

/**
 * A gram is worth what its word is: statistics over grams would cost ten times those over words, and rank no better. Divided by the
 * root of the word's grams, so that a long word does not drown the short ones.
 */
export function gramQueryOf(text: Pick<Analysis, "titleTokens" | "bodyTokens">, weightOf: (token: Token) => number, bodyLength = GRAM_BODY_LENGTH): GramQuery {
  const weights = new Map<number, number>();
  for (const token of gramTokens(text, bodyLength)) {
    const grams = gramsOf(foldText(token.surface.slice(0, 100)));
    const weight = weightOf(token) / Math.sqrt(grams.length);
    for (const gram of grams) weights.set(hashOf(gram), Math.max(weights.get(hashOf(gram)) ?? 0, weight));
  }
  for (const [hash, count] of countHashes(text, bodyLength)) weights.set(hash, (weights.get(hash) ?? 0) * queryWeight(count));
  return weights;
}

export function gramScore(query: GramQuery, text: PackedGrams, averageLength: number, settings: Bm25Settings): number {
  let score = 0;
  for (const packed of text.grams) {
    const weight = query.get(packed >>> 8);
    if (weight !== undefined) score += weight * termScore({ frequency: packed & 255, length: text.length, averageLength }, settings);
  }
  return score;
}

function countHashes(text: Pick<Analysis, "titleTokens" | "bodyTokens">, bodyLength: number): Map<number, number> {
  const counts = new Map<number, number>();
  const add = (token: Token, weight: number) => {
    for (const gram of gramsOf(foldText(token.surface.slice(0, 100)))) counts.set(hashOf(gram), (counts.get(hashOf(gram)) ?? 0) + weight);
  };
  for (const token of text.titleTokens) if (!token.isStopWord) add(token, TITLE_WEIGHT);
  for (const token of text.bodyTokens) if (!token.isStopWord && token.start < bodyLength) add(token, 1);
  return counts;
}

function gramTokens(text: Pick<Analysis, "titleTokens" | "bodyTokens">, bodyLength: number): Token[] {
  return [...text.titleTokens, ...text.bodyTokens.filter((token) => token.start < bodyLength)].filter((token) => !token.isStopWord);
}

/** FNV-1a, folded to 24 bits. */
function hashOf(gram: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < gram.length; at += 1) hash = Math.imul(hash ^ gram.charCodeAt(at), 0x01000193);
  return ((hash >>> 24) ^ hash) & 0xffffff;
}
