import type { Bm25Settings } from "./bm25";

/** What `termScore` adds to a frequency below the line, by position: the same for every question until a text comes or goes. */
export class Saturations {
  private known = { k1: 0, b: 0, averageLength: 0, span: 0 };
  private values = new Float64Array(0);

  of(lengths: readonly number[], averageLength: number, { k1, b }: Bm25Settings): Float64Array {
    const { known } = this;
    const span = lengths.length;
    if (known.k1 === k1 && known.b === b && known.averageLength === averageLength && known.span === span) return this.values;
    if (this.values.length < span) this.values = new Float64Array(span + (span >> 2));
    for (let at = 0; at < span; at += 1) this.values[at] = k1 * (1 - b + b * (averageLength > 0 ? lengths[at]! / averageLength : 1));
    this.known = { k1, b, averageLength, span };
    return this.values;
  }
}
