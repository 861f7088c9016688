import "server-only";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import type { Db } from "@/lib/db/client";

/** Counted in the database, so that every process of the desk counts together. */
export type Limit = { name: string; points: number; seconds: number };

const QUARTER_HOUR = 15 * 60;
/** Sign-in: wrong tries for an e-mail from one network address, and of one network address in all. */
export const SIGN_IN_TRIES: Limit = { name: "signin", points: 5, seconds: QUARTER_HOUR };
export const SIGN_IN_NETWORK: Limit = { name: "signin-address", points: 100, seconds: QUARTER_HOUR };

const made = new WeakMap<Db, Map<string, RateLimiterPrisma>>();

export function limiterOf(db: Db, { name, points, seconds }: Limit): RateLimiterPrisma {
  const known = made.get(db) ?? new Map<string, RateLimiterPrisma>();
  made.set(db, known);
  const existing = known.get(name);
  if (existing) return existing;
  // What ran out is swept by a job (lib/auth/jobs), not by every limit of every process for itself.
  const fresh = new RateLimiterPrisma({ storeClient: db, tableName: "rateLimit", duration: seconds, keyPrefix: name, points, clearExpiredByTimeout: false });
  known.set(name, fresh);
  return fresh;
}

/** Counts one more. @returns whether it was within the limit */
export async function countWithin(db: Db, limit: Limit, key: string): Promise<boolean> {
  try {
    await limiterOf(db, limit).consume(key.toWellFormed().replaceAll("\0", "\uFFFD").slice(0, 200));
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}

/** Whether one more would be within the limit; counts nothing. */
export async function hasPointsLeft(db: Db, limit: Limit, key: string): Promise<boolean> {
  const state = await limiterOf(db, limit).get(key);
  return state === null || state.consumedPoints < limit.points;
}
