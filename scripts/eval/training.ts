/** Small learners in plain arithmetic: seeded, so that a fit can be repeated to the last digit. */

export type Group = { rows: Float64Array[]; labels: number[]; weight: number };
export type Scaling = { mean: number[]; scale: number[] };
export type Net = Scaling & { linear: number[]; hidden: Array<{ base: number; out: number; weights: number[] }> };

export function seededRandom(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(Math.max(random(), 1e-12))) * Math.cos(2 * Math.PI * random());
}

export function scalingOf(rows: Iterable<Float64Array>): Scaling {
  let count = 0;
  let sums: number[] = [];
  let squares: number[] = [];
  for (const row of rows) {
    if (count === 0) {
      sums = Array.from(row, () => 0);
      squares = Array.from(row, () => 0);
    }
    count += 1;
    row.forEach((value, at) => {
      sums[at]! += value;
      squares[at]! += value * value;
    });
  }
  const mean = sums.map((sum) => sum / count);
  return { mean, scale: squares.map((square, at) => Math.sqrt(Math.max(0, square / count - mean[at]! ** 2)) || 1) };
}

export function scaled(row: Float64Array, { mean, scale }: Scaling, most = 5): Float64Array {
  return row.map((value, at) => Math.min(most, Math.max(-most, (value - mean[at]!) / scale[at]!)));
}

/** Adam over one flat vector of parameters; `memory` is how slowly it forgets how steep it was. */
class Adam {
  private readonly m: Float64Array;
  private readonly v: Float64Array;
  private step = 0;

  constructor(
    size: number,
    private readonly memory: number,
  ) {
    this.m = new Float64Array(size);
    this.v = new Float64Array(size);
  }

  update(parameters: Float64Array, gradient: Float64Array, rate: number): void {
    this.step += 1;
    const first = 1 - 0.9 ** this.step;
    const second = 1 - this.memory ** this.step;
    for (let at = 0; at < parameters.length; at += 1) {
      const slope = gradient[at]!;
      this.m[at] = 0.9 * this.m[at]! + 0.1 * slope;
      this.v[at] = this.memory * this.v[at]! + (1 - this.memory) * slope * slope;
      parameters[at]! -= (rate * (this.m[at]! / first)) / (Math.sqrt(this.v[at]! / second) + 1e-8);
    }
  }
}

/** Ranks within groups: softmax over a group's rows, the true ones sharing the target; a line plus `hidden` bent units. */
export function fitRanker(groups: readonly Group[], { hidden, epochs, decay, seed }: { hidden: number; epochs: number; decay: number; seed: number }): Net {
  const scaling = scalingOf(groups.flatMap(({ rows }) => rows));
  const inputs = groups.map((group) => ({ ...group, rows: group.rows.map((row) => scaled(row, scaling)) }));
  const width = scaling.mean.length;
  const random = seededRandom(seed);
  // Laid out as: line, then for each unit its weights, its base and what it adds.
  const parameters = new Float64Array(width + hidden * (width + 2));
  for (let unit = 0; unit < hidden; unit += 1) {
    const from = width + unit * (width + 2);
    for (let at = 0; at < width; at += 1) parameters[from + at] = normal(random) / Math.sqrt(width);
    parameters[from + width + 1] = normal(random) * 0.1;
  }
  const adam = new Adam(parameters.length, 0.999);
  const meanWeight = inputs.reduce((sum, { weight }) => sum + weight, 0) / inputs.length;
  const order = inputs.map((_, at) => at);
  const BATCH = 64;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    const rate = 0.004 * (1 - epoch / epochs) + 1e-5;
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH);
      const gradient = new Float64Array(parameters.length);
      for (const at of batch) {
        const { rows, labels, weight } = inputs[at]!;
        addSlope({ rows, labels, width, hidden, parameters, gradient, factor: weight / meanWeight / batch.length });
      }
      for (let at = 0; at < parameters.length; at += 1) if (!isBase(at, width)) gradient[at]! += decay * parameters[at]!;
      adam.update(parameters, gradient, rate);
    }
  }
  return {
    ...scaling,
    linear: [...parameters.subarray(0, width)],
    hidden: Array.from({ length: hidden }, (_, unit) => {
      const from = width + unit * (width + 2);
      return { weights: [...parameters.subarray(from, from + width)], base: parameters[from + width]!, out: parameters[from + width + 1]! };
    }),
  };
}

function isBase(at: number, width: number): boolean {
  return at >= width && (at - width) % (width + 2) === width;
}

type Slope = { rows: Float64Array[]; labels: number[]; width: number; hidden: number; parameters: Float64Array; gradient: Float64Array; factor: number };

function addSlope({ rows, labels, width, hidden, parameters, gradient, factor }: Slope): void {
  const bends: Float64Array[] = [];
  const scores = rows.map((row) => {
    let score = 0;
    for (let at = 0; at < width; at += 1) score += parameters[at]! * row[at]!;
    const bend = new Float64Array(hidden);
    for (let unit = 0; unit < hidden; unit += 1) {
      const from = width + unit * (width + 2);
      let sum = parameters[from + width]!;
      for (let at = 0; at < width; at += 1) sum += parameters[from + at]! * row[at]!;
      bend[unit] = Math.tanh(sum);
      score += parameters[from + width + 1]! * bend[unit]!;
    }
    bends.push(bend);
    return score;
  });
  const most = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - most));
  const all = raised.reduce((sum, each) => sum + each, 0);
  const positives = labels.reduce((sum, label) => sum + label, 0);
  rows.forEach((row, at) => {
    const slope = (raised[at]! / all - labels[at]! / positives) * factor;
    for (let k = 0; k < width; k += 1) gradient[k]! += slope * row[k]!;
    for (let unit = 0; unit < hidden; unit += 1) {
      const from = width + unit * (width + 2);
      const bend = bends[at]![unit]!;
      gradient[from + width + 1]! += slope * bend;
      const inner = slope * parameters[from + width + 1]! * (1 - bend * bend);
      gradient[from + width]! += inner;
      for (let k = 0; k < width; k += 1) gradient[from + k]! += inner * row[k]!;
    }
  });
}

export type AlarmSet = { rows: Float64Array[]; isRight: boolean[]; isNegative: boolean[] };
export type Alarm = Scaling & { weights: number[] };

/**
 * A line that lifts the right alarms above the loudest of the negatives: only the `share` of them that are loudest pull at full weight,
 * each set against a base of its own, since what matters is the order within a set.
 */
export function fitAlarm(sets: readonly AlarmSet[], { share, decay, rounds }: { share: number; decay: number; rounds: number }): Alarm {
  const scaling = scalingOf(sets.flatMap(({ rows }) => rows));
  const inputs = sets.map((set) => ({ ...set, rows: set.rows.map((row) => scaled(row, scaling, 4)) }));
  const width = scaling.mean.length;
  const parameters = new Float64Array(width + sets.length);
  const adam = new Adam(parameters.length, 0.99);
  for (let round = 0; round < rounds; round += 1) {
    const gradient = new Float64Array(parameters.length);
    inputs.forEach(({ rows, isRight, isNegative }, set) => {
      const base = parameters[width + set]!;
      const scores = rows.map((row) => row.reduce((sum, value, at) => sum + value * parameters[at]!, 0));
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
  return scaled(row, alarm, 4).reduce((sum, value, at) => sum + value * alarm.weights[at]!, 0);
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

function shuffle(items: number[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other]!, items[at]!];
  }
}
