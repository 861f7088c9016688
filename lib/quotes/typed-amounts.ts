/** What a person types into a line of a quote, as whole cents, minutes or events. Never through floating point. Null when it cannot be one. */

/** "1,250.00", "1250", "$ 1 250.5" */
export function parseCents(text: string): number | null {
  const match = /^(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.replace(/[\s$]/g, ""));
  if (!match) return null;
  const [, whole = "", part = ""] = match;
  return Number(whole.replaceAll(",", "")) * 100 + Number(part.padEnd(2, "0"));
}

/** "1:30", "1.5", "0.25", "2": hours as minutes. A part of an hour that is no whole minute is refused, not rounded. */
export function parseHours(text: string): number | null {
  const bare = text.replace(/\s+/g, "").replace(/h$/i, "").replace(",", ".");
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(bare);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const decimal = /^(\d{1,4})(?:\.(\d{1,4}))?$/.exec(bare);
  if (!decimal) return null;
  const [, whole = "", part = ""] = decimal;
  const scaled = Number(part || "0") * 60;
  const scale = 10 ** part.length;
  return scaled % scale === 0 ? Number(whole) * 60 + scaled / scale : null;
}

/** "2": how many events. */
export function parseCount(text: string): number | null {
  const bare = text.trim();
  return /^\d{1,4}$/.test(bare) ? Number(bare) : null;
}

/** Minutes as they are typed: "1:30". */
export function typedHours(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Cents as they are typed: "1250.00". */
export function typedCents(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}
