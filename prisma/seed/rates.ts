import { writeVersion } from "@/lib/billing/commands/publish-rate-card";
import type { RateLine } from "@/lib/billing/rate-lines";
import type { Db } from "@/lib/db/client";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { dayAt } from "@/lib/time/days";
import { FIRST_PUBLISHED_DAYS_AGO, NOTES, RAISED_DAYS_AGO, rates, RETIRED } from "./content/rates";

/** The demonstration's rate card: as it was first published, and as it was raised since. */
export async function seedRates({ db, now }: { db: Db; now: Temporal.Instant }): Promise<void> {
  const today = dayAt(now, DESK_TIME_ZONE);
  const diego = await db.user.findUniqueOrThrow({ where: { email: "diego@impera.example" }, select: { id: true } });
  const lines = rates.map(({ code, description, unit, minutes, publicPrice, contractPrice }): RateLine => ({
    code,
    description,
    unit,
    minutesEstimated: minutes,
    publicPriceCents: publicPrice * 100,
    contractPriceCents: contractPrice * 100,
    vatRateBp: 1600,
    validFrom: today.subtract({ days: FIRST_PUBLISHED_DAYS_AGO }).toString(),
    validTo: null,
  }));
  const cheaper = lines.map((line) => ({ ...line, publicPriceCents: aTenthLess(line.publicPriceCents), contractPriceCents: aTenthLess(line.contractPriceCents) }));
  const retired = lines.map((line) => (line.code === RETIRED.code ? { ...line, validTo: today.subtract({ days: RETIRED.daysAgo }).toString() } : line));
  const versions = [
    { number: 1, note: NOTES.first, lines: cheaper, at: now.subtract({ hours: 24 * FIRST_PUBLISHED_DAYS_AGO }) },
    { number: 2, note: NOTES.raised, lines: retired, at: now.subtract({ hours: 24 * RAISED_DAYS_AGO }) },
  ];
  for (const version of versions) await db.$transaction((tx) => writeVersion(tx, { ...version, by: diego.id }));
}

function aTenthLess(cents: number): number {
  return Math.round((cents * 9) / 10 / 1000) * 1000;
}
