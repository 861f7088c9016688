import "server-only";
import { listUsableContracts, type UsableContract } from "@/lib/billing/usable-contracts";
import type { Db, Tx } from "@/lib/db/client";
import type { PriceKind, QuoteBasis, RateItem } from "@/lib/quotes/quote-types";
import { fromDay } from "@/lib/time/days";

/** The rate card that was published last, with the services that it offers on a day. */
export type RateCard = { id: string; number: number; items: RateItem[] };

export async function findRateCard(db: Db | Tx, on: Temporal.PlainDate): Promise<RateCard | null> {
  const day = fromDay(on);
  return db.rateCardVersion.findFirst({
    orderBy: { number: "desc" },
    select: {
      id: true,
      number: true,
      items: {
        where: { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] },
        orderBy: [{ position: "asc" }, { code: "asc" }],
        select: { id: true, code: true, description: true, unit: true, minutesEstimated: true, publicPriceCents: true, contractPriceCents: true, vatRateBp: true },
      },
    },
  });
}

/** Customers with a póliza in force have the preferential prices (policy, 6); its hours cost nothing more than themselves. */
export function pricesFor(basis: QuoteBasis, contracts: readonly UsableContract[]): PriceKind {
  if (basis === "contract") return "hours";
  return contracts.length > 0 ? "preferential" : "public";
}

/** What a quote's prices depend on beside its lines: the card in force, and the customer's contracts. */
export async function readPricing(db: Db | Tx, { organizationId, on }: { organizationId: string | null; on: Temporal.PlainDate }): Promise<{ card: RateCard | null; contracts: UsableContract[] }> {
  const [card, contracts] = [await findRateCard(db, on), await listUsableContracts(db, organizationId, on)];
  return { card, contracts };
}
