/** Whole numbers in one stretch of memory, four bytes each, that is doubled when it is full. */
export class GrowingList {
  /** Longer than the list; taken anew after a push. */
  values = new Int32Array(1_024);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length] = value;
    this.length += 1;
  }
}
