import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canEditBilling } from "@/lib/billing/policy";
import { findRateCard } from "@/lib/billing/rate-card";
import { diffRates } from "@/lib/billing/rate-diff";
import { readRateLines, type RateLine, type RateProblem } from "@/lib/billing/rate-lines";
import type { PublishRatesInput } from "@/lib/billing/rate-schema";
import type { Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";
import { fromDay } from "@/lib/time/days";
import { toDate } from "@/lib/time/instants";

export type Published = { number: number };
type Answer = Result<Published, "FORBIDDEN" | "RATES_WRONG" | "RATES_EMPTY" | "RATES_CHANGED" | "RATES_SAME", { problems: RateProblem[] } | { theirs: number } | undefined>;

/** Publishes a new version of the card, whole, over the one that the editor saw and over no other. What was quoted keeps its own. */
export async function publishRateCard({ db, actor, now }: Context<StaffActor>, input: PublishRatesInput): Promise<Answer> {
  if (!canEditBilling(actor)) return refuse("FORBIDDEN");
  const { lines, problems } = readRateLines(input.lines.map((cells, at) => ({ line: at + 1, cells })));
  if (problems.length > 0) return refuse("RATES_WRONG", { problems });
  if (lines.length === 0) return refuse("RATES_EMPTY");
  return db.$transaction(async (tx): Promise<Answer> => {
    // One at a time: the next number is spent.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('rate_card_version'))`;
    const current = await findRateCard(tx);
    const number = current?.number ?? 0;
    if (number !== input.base) return refuse("RATES_CHANGED", { theirs: number });
    if (current && diffRates(current.items, lines).length === 0 && isInSameOrder(current.items, lines)) return refuse("RATES_SAME");
    await writeVersion(tx, { number: number + 1, note: input.note, lines, at: now, by: actor.userId });
    return ok({ number: number + 1 });
  });
}

/** A version with its lines, as the seed writes its first one too. */
export async function writeVersion(tx: Tx, { number, note, lines, at, by }: { number: number; note: string; lines: readonly RateLine[]; at: Temporal.Instant; by: string | null }): Promise<void> {
  const { id: versionId } = await tx.rateCardVersion.create({ data: { number, note, publishedAt: toDate(at), publishedById: by }, select: { id: true } });
  await tx.rateCardItem.createMany({
    data: lines.map(({ validFrom, validTo, ...line }, position) => ({ ...line, versionId, position, validFrom: dateOf(validFrom), validTo: validTo === null ? null : dateOf(validTo) })),
  });
}

function dateOf(day: string): Date {
  return fromDay(Temporal.PlainDate.from(day));
}

function isInSameOrder(one: readonly RateLine[], other: readonly RateLine[]): boolean {
  return one.every(({ code }, at) => other[at]?.code === code);
}
