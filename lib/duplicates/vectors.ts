export type Vector = { terms: Int32Array; values: Float64Array };

const NEIGHBOURS = 50;
const NEAR = 0.3;

export function unitVector(counts: ReadonlyMap<number, number>, weightOf: (term: number) => number): Vector {
  const terms = Int32Array.from(counts.keys());
  const values = Float64Array.from(counts, ([term, count]) => (1 + Math.log(count)) * weightOf(term));
  let norm = 0;
  for (const value of values) norm += value * value;
  norm = Math.sqrt(norm) || 1;
  for (let at = 0; at < values.length; at += 1) values[at]! /= norm;
  return { terms, values };
}

export function vectorEntries({ terms, values }: Vector): Array<[number, number]> {
  return Array.from(terms, (term, at) => [term, values[at]!]);
}

export function dot({ terms, values }: Vector, other: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (let at = 0; at < terms.length; at += 1) sum += values[at]! * (other.get(terms[at]!) ?? 0);
  return sum;
}

/** How the candidates stand to each other: the tickets of one matter resemble each other as they resemble the draft. */
export function neighbourhood(terms: number, vectors: readonly Vector[], likeness: readonly number[]): { best: Float64Array; mean: Float64Array; count: Float64Array } {
  const best = new Float64Array(vectors.length);
  const mean = new Float64Array(vectors.length);
  const count = new Float64Array(vectors.length);
  const among = Math.min(NEIGHBOURS, vectors.length);
  const spread = new Float64Array(terms);
  let all = 0;
  for (let j = 0; j < among; j += 1) {
    const weight = likeness[j]! ** 3;
    all += weight;
    scatter(vectors[j]!, spread);
    for (let i = 0; i < vectors.length; i += 1) {
      if (i === j) continue;
      const { terms: ids, values } = vectors[i]!;
      let cosine = 0;
      for (let at = 0; at < ids.length; at += 1) cosine += values[at]! * spread[ids[at]!]!;
      best[i] = Math.max(best[i]!, cosine * likeness[j]!);
      mean[i]! += cosine * weight;
      if (cosine > NEAR) count[i]! += 1;
    }
    for (const id of vectors[j]!.terms) spread[id] = 0;
  }
  for (let i = 0; i < vectors.length; i += 1) mean[i]! /= Math.max(1e-9, all - (i < among ? likeness[i]! ** 3 : 0));
  return { best, mean, count };
}

function scatter({ terms, values }: Vector, into: Float64Array): void {
  for (let at = 0; at < terms.length; at += 1) into[terms[at]!] = values[at]!;
}

export function countOf(sequence: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const term of sequence) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
