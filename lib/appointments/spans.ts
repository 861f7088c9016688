/** Half-open spans of epoch milliseconds, as sorted lists that do not overlap. */
export type MsSpan = { from: number; to: number };

/** Sorted, and what touches or overlaps made one. Empty ones are dropped. */
export function joined(spans: readonly MsSpan[]): MsSpan[] {
  const sorted = spans.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from);
  const result: MsSpan[] = [];
  for (const span of sorted) {
    const last = result.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else result.push({ ...span });
  }
  return result;
}

/** What lies in both. Both are `joined`. */
export function intersection(a: readonly MsSpan[], b: readonly MsSpan[]): MsSpan[] {
  const result: MsSpan[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const from = Math.max(a[i]!.from, b[j]!.from);
    const to = Math.min(a[i]!.to, b[j]!.to);
    if (to > from) result.push({ from, to });
    if (a[i]!.to < b[j]!.to) i += 1;
    else j += 1;
  }
  return result;
}

/** What lies in `a` and not in `b`. Both are `joined`. */
export function difference(a: readonly MsSpan[], b: readonly MsSpan[]): MsSpan[] {
  return a.flatMap((span) => {
    const rest: MsSpan[] = [];
    let { from } = span;
    for (const hole of b) {
      if (hole.to <= from) continue;
      if (hole.from >= span.to) break;
      if (hole.from > from) rest.push({ from, to: hole.from });
      from = Math.max(from, hole.to);
    }
    if (from < span.to) rest.push({ from, to: span.to });
    return rest;
  });
}
