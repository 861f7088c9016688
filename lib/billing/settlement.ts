import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { appendEntry, lockContract, readBalance, type LockedContract } from "@/lib/billing/ledger-record";
import { recordUse } from "@/lib/billing/contract-notices";
import { isOver, mayStillWait } from "@/lib/billing/contract-end";
import { systemReasons } from "@/lib/billing/system-reasons";
import type { Tx } from "@/lib/db/client";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { dayAt, fromDay, toDay } from "@/lib/time/days";
import { toDate } from "@/lib/time/instants";

export type Settlement = "not-over" | "waiting" | "settled" | "already";

/**
 * Settles what is left of a contract after its last day in the desk's zone: expires it, or carries it into the next one. What is held by an
 * authorisation stays until that is settled, and meets the same end then. Safe to call again, whenever.
 * @param contract locked by this transaction
 */
export async function settleContract(tx: Tx, contract: LockedContract, { actor, at }: { actor: Actor; at: Temporal.Instant }): Promise<Settlement> {
  const today = dayAt(at, DESK_TIME_ZONE);
  const endsOn = toDay(contract.endsOn);
  if (!isOver(endsOn, today)) return "not-over";
  const { available, held } = await readBalance(tx, contract.id);
  const isAlready = contract.settledAt !== null;
  if (available <= 0 && (isAlready || held === 0)) {
    if (!isAlready) await markSettled(tx, contract, { at, carriedIntoId: null });
    return isAlready ? "already" : "settled";
  }
  if (contract.atEnd === "expire" || (isAlready && contract.carriedIntoId === null)) {
    if (available > 0) await expire(tx, contract, { minutes: available, actor, at });
    if (!isAlready) await markSettled(tx, contract, { at, carriedIntoId: null });
    return "settled";
  }
  const next = await findNext(tx, contract);
  if (next) {
    if (available > 0) await carry(tx, { from: contract, into: next, minutes: available, actor, at });
    await markSettled(tx, contract, { at, carriedIntoId: next.id });
    return "settled";
  }
  if (mayStillWait(endsOn, today)) return "waiting";
  if (available > 0) await expire(tx, contract, { minutes: available, actor, at });
  await markSettled(tx, contract, { at, carriedIntoId: null });
  return "settled";
}

type How = { minutes: number; actor: Actor; at: Temporal.Instant };

async function expire(tx: Tx, contract: LockedContract, { minutes, actor, at }: How): Promise<void> {
  const key = `expire:${contract.id}:${await countEnds(tx, contract.id)}`;
  await appendEntry(tx, { contractId: contract.id, kind: "expire", minutes: -minutes, reason: systemReasons().expired, ticketId: null, quoteId: null, actor, at, key });
}

async function carry(tx: Tx, { from, into, minutes, actor, at }: { from: LockedContract; into: LockedContract } & How): Promise<void> {
  const key = `carry:${from.id}:${await countEnds(tx, from.id)}`;
  const common = { ticketId: null, quoteId: null, actor, at };
  await appendEntry(tx, { ...common, contractId: from.id, kind: "expire", minutes: -minutes, reason: systemReasons().carriedInto(into.reference), key: `${key}:out` });
  await appendEntry(tx, { ...common, contractId: into.id, kind: "adjust", minutes, reason: systemReasons().carriedFrom(from.reference), key: `${key}:in` });
  await recordUse(tx, { contractId: into.id, balance: await readBalance(tx, into.id), at, isMore: true });
  // It may have ended itself, while this one waited for its last authorisation.
  if (into.settledAt !== null) await settleContract(tx, into, { actor, at });
}

/** How often what was left was taken away: the next time has a key of its own. Stable, since the contract is locked. */
function countEnds(tx: Tx, contractId: string): Promise<number> {
  return tx.ledgerEntry.count({ where: { contractId, kind: "expire" } });
}

/** What is left goes where it went before, else into the contract that ends first of those that end later and are not over. Locked. */
async function findNext(tx: Tx, contract: LockedContract): Promise<LockedContract | null> {
  if (contract.carriedIntoId) return lockContract(tx, contract.carriedIntoId);
  const next = await tx.contract.findFirst({
    where: { organizationId: contract.organizationId, settledAt: null, id: { not: contract.id }, endsOn: { gt: contract.endsOn } },
    orderBy: [{ endsOn: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return next && lockContract(tx, next.id);
}

async function markSettled(tx: Tx, { id, settledAt }: LockedContract, { at, carriedIntoId }: { at: Temporal.Instant; carriedIntoId: string | null }): Promise<void> {
  if (settledAt !== null) return;
  await tx.contract.update({ where: { id }, data: { settledAt: toDate(at), carriedIntoId, updatedAt: toDate(at) } });
}

/** The contracts of an organization that are over and wait for a next one; with `organizationId` left out, all that are to be settled. */
export async function listToSettle(tx: Tx, { organizationId, at }: { organizationId?: string; at: Temporal.Instant }): Promise<string[]> {
  const rows = await tx.contract.findMany({
    where: { settledAt: null, endsOn: { lt: fromDay(dayAt(at, DESK_TIME_ZONE)) }, ...(organizationId ? { organizationId } : {}) },
    orderBy: [{ endsOn: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
