/** What stands in a cell. Each reader takes the text as it was written, and answers null for what it cannot read; nothing is guessed. */

/** 2026-11-03, or 03/11/2026 with the day first. */
export function readDay(text: string): Temporal.PlainDate | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const local = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
  return local ? dayOf(local[3], local[2], local[1]) : null;
}

function dayOf(year = "", month = "", day = ""): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) }, { overflow: "reject" });
  } catch {
    return null; // 31 February
  }
}

/** Digits alone, with thousands apart by commas or not. */
export function readWholeNumber(text: string): number | null {
  const digits = withoutThousands(text.trim());
  const number = /^\d{1,9}$/.test(digits) ? Number(digits) : null;
  return number;
}

/** "1,234.50", "$ 1234.5" or "1234" pesos as integer cents; more than two decimals are refused, never rounded. */
export function readCents(text: string): number | null {
  const typed = withoutThousands(text.trim().replace(/^(?:MXN\s*)?\$?\s*/i, ""));
  const found = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(typed);
  return found ? Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0")) : null;
}

function withoutThousands(text: string): string {
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
}

/** A cell as it was before an export made it harmless to spreadsheets. */
export function asWritten(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
