import "server-only";
import { isValidOn, type RateLine } from "@/lib/billing/rate-lines";
import type { Db, Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { toDay, toDayOrNull } from "@/lib/time/days";

const itemColumns = {
  id: true,
  code: true,
  description: true,
  unit: true,
  minutesEstimated: true,
  publicPriceCents: true,
  contractPriceCents: true,
  vatRateBp: true,
  validFrom: true,
  validTo: true,
} as const satisfies Prisma.RateCardItemSelect;

export type RateItem = RateLine & { id: string };
export type RateCard = { versionId: string; number: number; items: RateItem[] };

/** The card in force, whole: the latest version; null before the first one. */
export async function findRateCard(db: Db | Tx, where: { number?: number } = {}): Promise<RateCard | null> {
  const version = await db.rateCardVersion.findFirst({ where, orderBy: { number: "desc" }, select: { id: true, number: true, items: { orderBy: [{ position: "asc" }, { code: "asc" }], select: itemColumns } } });
  return version && { versionId: version.id, number: version.number, items: version.items.map(toItem) };
}

/** What may be quoted on a day, in the desk's zone: the lines of the card in force that are valid then. */
export async function findRatesOn(db: Db | Tx, day: Temporal.PlainDate): Promise<RateCard | null> {
  const card = await findRateCard(db);
  return card && { ...card, items: card.items.filter((item) => isValidOn(item, day)) };
}

function toItem({ validFrom, validTo, ...item }: Prisma.RateCardItemGetPayload<{ select: typeof itemColumns }>): RateItem {
  return { ...item, validFrom: toDay(validFrom).toString(), validTo: toDayOrNull(validTo)?.toString() ?? null };
}
