/**
 * The bounds within which the SAT takes an amount for rounded (Anexo 20, matrix of validations): each factor may be half of its last decimal
 * less or more. In whole cents, the lower one cut, the upper one rounded up.
 */
type Decimal = { units: bigint; decimals: number };

function parse(text: string): Decimal {
  const [whole = "0", fraction = ""] = text.split(".");
  return { units: BigInt(whole + fraction), decimals: fraction.length };
}

/** Half of the last decimal less and more, at twice the scale times ten. */
function around({ units, decimals }: Decimal): { low: bigint; high: bigint; scale: bigint } {
  return { low: units * 10n - 5n, high: units * 10n + 5n, scale: 10n ** BigInt(decimals + 1) };
}

export function amountLimits(quantity: string, unitPrice: string): [bigint, bigint] {
  const [a, b] = [around(parse(quantity)), around(parse(unitPrice))];
  const scale = a.scale * b.scale;
  // The upper bound itself is not within: a billionth less, as the matrix has it.
  return [(a.low * b.low * 100n) / scale, (a.high * b.high * 100n - 1n) / scale + 1n];
}

export function taxLimits(base: string, rate: string): [bigint, bigint] {
  const [a, b] = [around(parse(base)), parse(rate)];
  const scale = a.scale * 10n ** BigInt(b.decimals);
  return [(a.low * b.units * 100n) / scale, b.units === 0n ? 0n : (a.high * b.units * 100n - 1n) / scale + 1n];
}
