import "server-only";

/** On globalThis, because the page cache (page-cache.mjs) is loaded apart from the pages. In milliseconds; `coming` in order. */
const shared = globalThis as typeof globalThis & { mesaPageTurns?: { last: number; coming: number[] } };

/**
 * Instants at which kept pages stop being true by the clock alone: what was stored before one of them is made anew when it is asked for
 * after it. Says all that are known now; past ones count too, for pages that were stored before them.
 */
export function turnPagesAt(instants: readonly Temporal.Instant[]): void {
  const coming = [...new Set(instants.map((each) => each.epochMilliseconds))].sort((one, other) => one - other);
  shared.mesaPageTurns = { last: shared.mesaPageTurns?.last ?? 0, coming };
}
