import type { LedgerEntryKind } from "@/lib/db/generated/enums";

/** "2026-11": a month of the desk's calendar. Null for what is none. */
export function parseMonth(text: string | undefined): Temporal.PlainYearMonth | null {
  if (!text || !/^\d{4}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainYearMonth.from(text);
  } catch {
    return null;
  }
}

/** From its first instant to the first of the next one, in a zone. */
export function boundsOf(month: Temporal.PlainYearMonth, zone: string): { from: Temporal.Instant; until: Temporal.Instant } {
  const start = (each: Temporal.PlainYearMonth) => each.toPlainDate({ day: 1 }).toZonedDateTime(zone).toInstant();
  return { from: start(month), until: start(month.add({ months: 1 })) };
}

/** The months from one to another, the latest first; no more than ten years of them. */
export function monthsBetween(first: Temporal.PlainYearMonth, last: Temporal.PlainYearMonth): string[] {
  const months: string[] = [];
  for (let each = last; Temporal.PlainYearMonth.compare(each, first) >= 0 && months.length < 120; each = each.subtract({ months: 1 })) months.push(each.toString());
  return months;
}

export type StatementEntry = { kind: LedgerEntryKind; minutes: number };

/** Each entry with the balance after it, counted on from the opening one. */
export function withBalances<E extends StatementEntry>(opening: number, entries: readonly E[]): { rows: (E & { balance: number })[]; closing: number } {
  let balance = opening;
  const rows = entries.map((entry) => ({ ...entry, balance: (balance += entry.minutes) }));
  return { rows, closing: balance };
}
