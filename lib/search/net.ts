import { z } from "zod";

/** A line through scaled features, and a small layer of bends in it: what orders the finds of both finders. One entry a feature, in their order. */
export type Net = { mean: number[]; scale: number[]; linear: number[]; hidden: Array<{ base: number; out: number; weights: number[] }> };

/** As it stands in a file of weights, where a feature's numbers can be read together. */
export const storedNetSchema = z.strictObject({
  hidden: z.array(z.strictObject({ base: z.number(), out: z.number() })),
  features: z.record(z.string(), z.strictObject({ mean: z.number(), scale: z.number(), linear: z.number(), hidden: z.array(z.number()) })),
});

export type StoredNet = z.output<typeof storedNetSchema>;

export function netOf({ hidden, features }: StoredNet): Net {
  const rows = Object.values(features);
  return {
    mean: rows.map((row) => row.mean),
    scale: rows.map((row) => row.scale),
    linear: rows.map((row) => row.linear),
    hidden: hidden.map(({ base, out }, unit) => ({ base, out, weights: rows.map((row) => row.hidden[unit] ?? 0) })),
  };
}

/** Beyond this many deviations a value says no more. */
const MOST_DEVIATIONS = 5;

/** How many deviations each value lies from the mean, `most` at most. */
export function scaledRow(row: Float64Array, { mean, scale }: Pick<Net, "mean" | "scale">, most = MOST_DEVIATIONS): Float64Array {
  return row.map((value, at) => Math.min(most, Math.max(-most, (value - (mean[at] ?? 0)) / (scale[at] ?? 1))));
}

export function netScore(row: Float64Array, net: Net): number {
  const scaled = scaledRow(row, net);
  let score = weighed(scaled, net.linear);
  for (const { base, out, weights } of net.hidden) score += out * Math.tanh(base + weighed(scaled, weights));
  return score;
}

export function weighed(scaled: Float64Array, weights: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < scaled.length; at += 1) sum += scaled[at]! * (weights[at] ?? 0);
  return sum;
}
