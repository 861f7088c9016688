import { z } from "zod";
import stored from "./weights.json";

/** What each feature of the knowledge-base search is worth, as `npm run eval -- fit` writes it to weights.json. */
export type KnowledgeWeights = { mean: number[]; scale: number[]; linear: number[]; hidden: Array<{ base: number; out: number; weights: number[] }> };

const row = z.strictObject({ mean: z.number(), scale: z.number(), linear: z.number(), hidden: z.array(z.number()) });
const schema = z.strictObject({ hidden: z.array(z.strictObject({ base: z.number(), out: z.number() })), features: z.record(z.string(), row) });

export const WEIGHTS: KnowledgeWeights = readKnowledgeWeights(stored);

/** @throws when the file is not of this shape */
export function readKnowledgeWeights(file: unknown): KnowledgeWeights {
  const { hidden, features } = schema.parse(file);
  const rows = Object.values(features);
  return {
    mean: rows.map(({ mean }) => mean),
    scale: rows.map(({ scale }) => scale),
    linear: rows.map(({ linear }) => linear),
    hidden: hidden.map(({ base, out }, unit) => ({ base, out, weights: rows.map((each) => each.hidden[unit] ?? 0) })),
  };
}
