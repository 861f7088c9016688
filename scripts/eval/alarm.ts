import { alarmInput } from "@/lib/duplicates/probability";
import { weighed } from "@/lib/search/net";
import { Adam, scalingOf, type Scaling } from "./training";

export type AlarmSet = { rows: Float64Array[]; isRight: boolean[]; isNegative: boolean[] };
export type Alarm = Scaling & { weights: number[] };

/**
 * A line that lifts the right alarms above the loudest of the negatives: only the `share` of them that are loudest pull at full weight,
 * each set against a base of its own, since what matters is the order within a set.
 */
export function fitAlarm(sets: readonly AlarmSet[], { share, decay, rounds }: { share: number; decay: number; rounds: number }): Alarm {
  const scaling = scalingOf(sets.flatMap(({ rows }) => rows));
  const inputs = sets.map((set) => ({ ...set, rows: set.rows.map((row) => alarmInput(row, scaling)) }));
  const width = scaling.mean.length;
  const parameters = new Float64Array(width + sets.length);
  const adam = new Adam(parameters.length, 0.99);
  for (let round = 0; round < rounds; round += 1) {
    const gradient = new Float64Array(parameters.length);
    inputs.forEach(({ rows, isRight, isNegative }, set) => {
      const base = parameters[width + set]!;
      const scores = rows.map((row) => weighed(row, parameters));
      const loudness = scores.filter((_, at) => isNegative[at]).sort((a, b) => b - a);
      const threshold = loudness[Math.max(7, Math.floor(share * loudness.length) - 1)] ?? Number.NEGATIVE_INFINITY;
      const pull = scores.map((score, at): number => (isNegative[at] ? (score >= threshold ? 1 : 0.05) : 0));
      const pulls = pull.reduce((sum, each) => sum + each, 0) || 1;
      const rights = isRight.filter(Boolean).length || 1;
      rows.forEach((row, at) => {
        const probability = 1 / (1 + Math.exp(base - scores[at]!));
        let slope = 0;
        if (isRight[at]) slope = -(1 - probability) / rights;
        else if (isNegative[at]) slope = (probability * pull[at]!) / pulls;
        if (slope === 0) return;
        slope /= sets.length;
        for (let k = 0; k < width; k += 1) gradient[k]! += slope * row[k]!;
        gradient[width + set]! -= slope;
      });
    });
    for (let k = 0; k < width; k += 1) gradient[k]! += decay * parameters[k]!;
    adam.update(parameters, gradient, 0.02 * (1 - round / rounds) + 1e-4);
  }
  return { ...scaling, weights: [...parameters.subarray(0, width)] };
}

export function alarmScore(row: Float64Array, alarm: Alarm): number {
  return weighed(alarmInput(row, alarm), alarm.weights);
}

/** Factor and base of a logistic curve through (score, isRight), so that the curve's value is a probability. */
export function calibrate(points: ReadonlyArray<{ score: number; isRight: boolean; weight: number }>): { factor: number; base: number } {
  let factor = 1;
  let base = 0;
  for (let round = 0; round < 60; round += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
    for (const { score, isRight, weight } of points) {
      const p = 1 / (1 + Math.exp(-(factor * score + base)));
      const slope = (p - (isRight ? 1 : 0)) * weight;
      const bend = p * (1 - p) * weight;
      g0 += slope * score;
      g1 += slope;
      h00 += bend * score * score;
      h01 += bend * score;
      h11 += bend;
    }
    const determinant = h00 * h11 - h01 * h01;
    factor -= (h11 * g0 - h01 * g1) / determinant;
    base -= (h00 * g1 - h01 * g0) / determinant;
  }
  return { factor, base };
}
