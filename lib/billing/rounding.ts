/** Worked minutes up to whole multiples of the contract's step; nothing stays nothing. Both whole. */
export function roundUp(minutes: number, step: number): number {
  return Math.ceil(minutes / step) * step;
}
