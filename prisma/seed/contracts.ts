import { createHash } from "node:crypto";
import { settleContracts } from "@/lib/billing/commands/settle-contracts";
import { recordUse } from "@/lib/billing/contract-notices";
import { contractReferenceFrom } from "@/lib/billing/contract-reference";
import { adjustMinutes } from "@/lib/billing/ledger-corrections";
import { writePurchase } from "@/lib/billing/ledger";
import { appendEntry, lockContract, readBalance } from "@/lib/billing/ledger-record";
import { mintPerson, mintSystem, actorRowSelect } from "@/lib/auth/mint";
import type { PersonActor } from "@/lib/auth/actor";
import type { Db, Tx } from "@/lib/db/client";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import type { Result } from "@/lib/result";
import { dayAt, fromDay } from "@/lib/time/days";
import { toDate } from "@/lib/time/instants";
import { contracts, REASONS, type SeedContract } from "./content/contracts";

type Moment = { at: Temporal.Instant; run: (tx: Tx, at: Temporal.Instant) => Promise<void> };

/** The demonstration's contracts, their hours bought, used, adjusted and ended in the order of time, as they would have been. */
export async function seedContracts({ db, now }: { db: Db; now: Temporal.Instant }): Promise<void> {
  const people = new Map((await db.user.findMany({ select: actorRowSelect })).map((row) => [row.email, mintPerson(row)]));
  const organizations = new Map((await db.organization.findMany({ select: { id: true, slug: true } })).map(({ id, slug }) => [slug, id]));
  const ids = new Map<string, string>();
  const moments = contracts.flatMap((contract) => momentsOf({ contract, now, organizationId: organizations.get(contract.organization)!, people, ids }));
  // The nights after their last days, and after a contract was bought that another may have waited for.
  const nights = contracts.flatMap(({ endsInDays, startedDaysAgo }) => [...(endsInDays < 0 ? [-endsInDays - 1] : []), startedDaysAgo - 1]);
  const ends = nights.map((daysAgo) => daysBefore(now, daysAgo, 0));
  const order = [...moments, ...ends.map((at) => ({ at, run: null }))].sort((one, other) => Temporal.Instant.compare(one.at, other.at));
  for (const { at, run } of order) {
    if (run) await db.$transaction((tx) => run(tx, at));
    else await settleContracts({ db, actor: mintSystem(), now: at });
  }
  await settleContracts({ db, actor: mintSystem(), now });
}

function momentsOf({ contract, now, organizationId, people, ids }: {
  contract: SeedContract;
  now: Temporal.Instant;
  organizationId: string;
  people: Map<string, PersonActor>;
  ids: Map<string, string>;
}): Moment[] {
  const person = (email: string) => people.get(email)!;
  const diego = person("diego@impera.example");
  const { key, startedDaysAgo, work, more = [], adjusted } = contract;
  const common = () => ({ contractId: ids.get(key)!, ticketId: null, quoteId: null });
  return [
    {
      at: daysBefore(now, startedDaysAgo, 9),
      run: async (tx, at) => {
        ids.set(key, await create(tx, { contract, organizationId, now, at, people }));
        done(await writePurchase(tx, { ...common(), minutes: contract.hours * 60, priceCents: contract.price * 100, reason: REASONS.first, actor: diego, at, key: `seed:${key}:purchase` }));
      },
    },
    ...more.map(({ daysAgo, hours, price }, index): Moment => ({
      at: daysBefore(now, daysAgo, 10),
      run: async (tx, at) => done(await writePurchase(tx, { ...common(), minutes: hours * 60, priceCents: price * 100, reason: REASONS.more, actor: diego, at, key: `seed:${key}:more:${index}` })),
    })),
    ...(adjusted ? [{ at: daysBefore(now, adjusted.daysAgo, 11), run: async (tx: Tx, at: Temporal.Instant) => done(await adjustMinutes(tx, { contractId: ids.get(key)!, minutes: adjusted.minutes, reason: adjusted.why, actor: diego, at, key: `seed:${key}:adjust` })) }] : []),
    ...work.map(({ daysAgo, minutes, why, by }, index): Moment => ({
      at: workingHour(daysBefore(now, daysAgo, 13)),
      // Work from before tickets were quoted here: consumed without an authorisation of its own.
      run: async (tx, at) => {
        await lockContract(tx, ids.get(key)!);
        await appendEntry(tx, { ...common(), kind: "consume", minutes: -minutes, reason: why, actor: person(by), at, key: `seed:${key}:work:${index}` });
        await recordUse(tx, { contractId: ids.get(key)!, balance: await readBalance(tx, ids.get(key)!), at });
      },
    })),
  ];
}

async function create(tx: Tx, { contract, organizationId, now, at, people }: { contract: SeedContract; organizationId: string; now: Temporal.Instant; at: Temporal.Instant; people: Map<string, PersonActor> }): Promise<string> {
  const today = dayAt(now, DESK_TIME_ZONE);
  const { key, name, hours, price, startedDaysAgo, endsInDays, rounding, atEnd, overageHours, authorisers, named = [] } = contract;
  const { id } = await tx.contract.create({
    data: {
      reference: contractReferenceFrom(createHash("sha256").update(key).digest()),
      organizationId,
      name,
      minutesBought: hours * 60,
      priceCents: price * 100,
      vatRateBp: 1600,
      startsOn: fromDay(today.subtract({ days: startedDaysAgo })),
      endsOn: fromDay(today.add({ days: endsInDays })),
      roundingMinutes: rounding,
      atEnd,
      overageLimitMinutes: overageHours * 60,
      authorisers,
      createdAt: toDate(at),
      createdById: people.get("diego@impera.example")!.userId,
      updatedAt: toDate(at),
      namedAuthorisers: { create: named.map((email) => ({ userId: people.get(email)!.userId })) },
    },
    select: { id: true },
  });
  return id;
}

/** That hour of that day in the desk's zone. */
function daysBefore(now: Temporal.Instant, days: number, hour: number): Temporal.Instant {
  return dayAt(now, DESK_TIME_ZONE).subtract({ days }).toZonedDateTime({ timeZone: DESK_TIME_ZONE, plainTime: { hour, minute: hour === 0 ? 10 : 0 } }).toInstant();
}

/** On the Friday before, when it would be a weekend. */
function workingHour(at: Temporal.Instant): Temporal.Instant {
  const { dayOfWeek } = at.toZonedDateTimeISO(DESK_TIME_ZONE);
  return at.subtract({ hours: 24 * Math.max(0, dayOfWeek - 5) });
}

function done(result: Result<unknown, string>): void {
  if (!result.ok) throw new Error(`The demonstration's ledger refused: ${result.code}`);
}
