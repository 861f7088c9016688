import { scaledRow, type Net, type StoredNet } from "@/lib/search/net";

/** Small learners in plain arithmetic: seeded, so that a fit can be repeated to the last digit. */

export type Group = { rows: Float64Array[]; labels: number[]; weight: number };
export type Scaling = Pick<Net, "mean" | "scale">;

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

/** Adam over one flat vector of parameters; `memory` is how slowly it forgets how steep it was. */
export class Adam {
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

type RankerSettings = {
  hidden: number;
  epochs: number;
  decay: number;
  seed: number;
  /** So many are fitted, each from another beginning, and made one: their mean. It knows less by heart than any of them. */
  members: number;
  /** The share of features that a batch does not see, so that no single one is leant on. */
  dropout: number;
};

/** Ranks within groups: softmax over a group's rows, the true ones sharing the target; a line plus `hidden` bent units a member. */
export function fitRanker(groups: readonly Group[], settings: RankerSettings): Net {
  const scaling = scalingOf(groups.flatMap(({ rows }) => rows));
  const inputs = groups.map((group) => ({ ...group, rows: group.rows.map((row) => scaledRow(row, scaling)) }));
  const nets = Array.from({ length: settings.members }, (_, member) => fitMember(inputs, scaling, { ...settings, seed: settings.seed + member }));
  return {
    ...scaling,
    linear: scaling.mean.map((_, at) => nets.reduce((sum, { linear }) => sum + linear[at]! / nets.length, 0)),
    hidden: nets.flatMap((net) => net.hidden.map((unit) => ({ ...unit, out: unit.out / nets.length }))),
  };
}

function fitMember(inputs: readonly Group[], scaling: Scaling, { hidden, epochs, decay, seed, dropout }: RankerSettings): Net {
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
      const seen = Float64Array.from({ length: width }, () => (dropout > 0 && random() < dropout ? 0 : 1 / (1 - dropout)));
      for (const at of batch) {
        const { labels, weight } = inputs[at]!;
        const rows = dropout > 0 ? inputs[at]!.rows.map((row) => row.map((value, feature) => value * seen[feature]!)) : inputs[at]!.rows;
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

function shuffle(items: number[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other]!, items[at]!];
  }
}

/** Five digits are enough: the figures do not change, and the file stays readable. */
export function short(value: number): number {
  return Number(value.toPrecision(5));
}

export function storedNet(net: Net, names: readonly string[]): StoredNet {
  return {
    hidden: net.hidden.map(({ base, out }) => ({ base: short(base), out: short(out) })),
    features: Object.fromEntries(
      names.map((name, at) => [
        name,
        { mean: short(net.mean[at] ?? 0), scale: short(net.scale[at] ?? 1), linear: short(net.linear[at] ?? 0), hidden: net.hidden.map(({ weights }) => short(weights[at] ?? 0)) },
      ]),
    ),
  };
}
