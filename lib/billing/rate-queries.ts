import "server-only";
import type { CustomerActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findRateCard, findRatesOn, type RateItem } from "@/lib/billing/rate-card";
import { diffRates, type RateChange } from "@/lib/billing/rate-diff";
import { listUsableContracts } from "@/lib/billing/usable-contracts";
import { visibleRateVersions } from "@/lib/billing/visibility";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { dayAt } from "@/lib/time/days";
import { toInstant } from "@/lib/time/instants";

export type RateVersionView = { number: number; note: string; publishedAt: string; publishedBy: string | null; items: number };
export type RateCardView = { version: RateVersionView; items: RateItem[]; changes: RateChange[]; isInForce: boolean };

const versionColumns = { id: true, number: true, note: true, publishedAt: true, publishedBy: { select: { name: true } }, _count: { select: { items: true } } } as const;

const PAGE = 20;

/** The versions, the latest first. @param before the number that the page begins below */
export async function listRateVersions({ db, actor }: Context<StaffActor>, { before }: { before?: number } = {}): Promise<{ items: RateVersionView[]; next: number | null }> {
  const where = visibleRateVersions(actor);
  const rows = await db.rateCardVersion.findMany({ where: { AND: [where, before === undefined ? {} : { number: { lt: before } }] }, orderBy: { number: "desc" }, take: PAGE + 1, select: versionColumns });
  const items = rows.slice(0, PAGE).map(toView);
  return { items, next: rows.length > PAGE ? items.at(-1)!.number : null };
}

/** A version with its lines and what it changed of the one before it; the card in force without a number. */
export async function findRateVersion({ db, actor }: Context<StaffActor>, { number }: { number?: number } = {}): Promise<RateCardView | null> {
  const [row, latest] = await Promise.all([
    db.rateCardVersion.findFirst({ where: { AND: [visibleRateVersions(actor), number === undefined ? {} : { number }] }, orderBy: { number: "desc" }, select: versionColumns }),
    db.rateCardVersion.findFirst({ orderBy: { number: "desc" }, select: { number: true } }),
  ]);
  if (!row) return null;
  const [card, before] = await Promise.all([findRateCard(db, { number: row.number }), row.number === 1 ? null : findRateCard(db, { number: row.number - 1 })]);
  return { version: toView(row), items: card?.items ?? [], changes: before ? diffRates(before.items, card?.items ?? []) : [], isInForce: row.number === latest?.number };
}

export type OwnRate = Pick<RateItem, "code" | "description" | "unit" | "minutesEstimated" | "vatRateBp"> & { priceCents: number; publicPriceCents: number };

/** What services cost this customer today: the price of those with a póliza in force, or the public one. */
export async function listOwnRates({ db, actor, now }: Context<CustomerActor>): Promise<{ hasContract: boolean; rates: OwnRate[] }> {
  if (actor.kind !== "customer") return { hasContract: false, rates: [] };
  const today = dayAt(now, DESK_TIME_ZONE);
  const [card, contracts] = await Promise.all([findRatesOn(db, today), listUsableContracts(db, actor.organizationId, today)]);
  const hasContract = contracts.length > 0;
  const rates = (card?.items ?? []).map(({ code, description, unit, minutesEstimated, vatRateBp, publicPriceCents, contractPriceCents }) => ({
    code, description, unit, minutesEstimated, vatRateBp, publicPriceCents, priceCents: hasContract ? contractPriceCents : publicPriceCents,
  }));
  return { hasContract, rates };
}

type Row = { number: number; note: string; publishedAt: Date; publishedBy: { name: string } | null; _count: { items: number } };

function toView({ number, note, publishedAt, publishedBy, _count }: Row): RateVersionView {
  return { number, note, publishedAt: toInstant(publishedAt).toString(), publishedBy: publishedBy?.name ?? null, items: _count.items };
}
