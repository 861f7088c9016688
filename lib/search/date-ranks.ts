/** Instants in order, to tell how many are later than another. */
export class DateRanks {
  private readonly sorted: number[] = [];

  add(instant: number): void {
    // Texts come in the order of their dates, as a rule.
    const last = this.sorted.at(-1);
    if (last === undefined || last <= instant) this.sorted.push(instant);
    else this.sorted.splice(this.firstAfter(instant), 0, instant);
  }

  remove(instant: number): void {
    const at = this.firstAfter(instant) - 1;
    if (this.sorted[at] === instant) this.sorted.splice(at, 1);
  }

  get size(): number {
    return this.sorted.length;
  }

  countAfter(instant: number): number {
    return this.sorted.length - this.firstAfter(instant);
  }

  private firstAfter(instant: number): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle] ?? 0) <= instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
