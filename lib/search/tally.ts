/** Counts small whole numbers without a Map: a text is counted by the thousand of its grams, an index by the hundred thousand of its texts. */
export class Tally {
  private counts = new Uint32Array(1_024);
  private readonly seen: number[] = [];

  add(key: number, amount: number): void {
    if (key >= this.counts.length) this.grow(key);
    if (this.counts[key] === 0) this.seen.push(key);
    this.counts[key]! += amount;
  }

  /** Tells each number and its count, in the order of their first sight, and forgets them. */
  drain(tell: (key: number, count: number) => void): void {
    for (const key of this.seen) {
      tell(key, this.counts[key]!);
      this.counts[key] = 0;
    }
    this.seen.length = 0;
  }

  private grow(key: number): void {
    const larger = new Uint32Array(Math.max(key + 1, this.counts.length * 2));
    larger.set(this.counts);
    this.counts = larger;
  }
}
