import "server-only";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import type { Db } from "@/lib/db/client";
import { verifyPassword } from "@/lib/auth/passwords";
import { ok, refuse, type Result } from "@/lib/result";

type SignedIn = { id: string; name: string; email: string; sessionVersion: number };
export type SignInRefusal = "WRONG_CREDENTIALS" | "SUSPENDED" | "TOO_MANY_TRIES";

const FREE_TRIES = 5;
const WINDOW_SECONDS = 15 * 60;
const TRIES_PER_ADDRESS = 100;

/**
 * Five wrong tries on an e-mail address from one network address block that pair for 15 minutes; the same answer and the same time
 * whether the e-mail exists or not. A suspended person learns so only with the right password.
 */
export async function checkPassword({ db, email, password, address }: {
  db: Db;
  email: string;
  password: string;
  address: string;
}): Promise<Result<SignedIn, SignInRefusal>> {
  // What PostgreSQL cannot hold is nobody's address; it is counted all the same.
  const normalized = email.toWellFormed().replaceAll("\0", "\uFFFD").trim().toLowerCase();
  const { byPair, byAddress } = limiters(db);
  const pair = `${normalized}|${address}`.slice(0, 200);
  const allowed = (await hasPointsLeft(byPair, pair, FREE_TRIES)) && (await hasPointsLeft(byAddress, address, TRIES_PER_ADDRESS));
  if (!allowed) return refuse("TOO_MANY_TRIES");

  // The try is counted before the slow check, so that a hundred at once are a hundred tries and not one.
  const counted = await Promise.all([consume(byPair, pair), consume(byAddress, address)]);
  if (counted.includes(false)) return refuse("TOO_MANY_TRIES");

  const user = normalized.length <= 254
    ? await db.user.findUnique({
        where: { email: normalized },
        select: { id: true, name: true, email: true, sessionVersion: true, passwordHash: true, suspendedAt: true },
      })
    : null;
  const matches = await verifyPassword({ password: password.slice(0, 1000), passwordHash: user?.passwordHash ?? null });
  if (!user || !matches) return refuse("WRONG_CREDENTIALS");
  if (user.suspendedAt) return refuse("SUSPENDED");

  await Promise.all([byPair.delete(pair), byAddress.reward(address)]);
  return ok({ id: user.id, name: user.name, email: user.email, sessionVersion: user.sessionVersion });
}

type Limiters = { byPair: RateLimiterPrisma; byAddress: RateLimiterPrisma };
const made = new WeakMap<Db, Limiters>();

function limiters(db: Db): Limiters {
  const existing = made.get(db);
  if (existing) return existing;
  const common = { storeClient: db, tableName: "rateLimit" as const, duration: WINDOW_SECONDS, timeoutMs: 60_000 };
  const fresh = {
    byPair: new RateLimiterPrisma({ ...common, keyPrefix: "signin", points: FREE_TRIES }),
    byAddress: new RateLimiterPrisma({ ...common, keyPrefix: "signin-address", points: TRIES_PER_ADDRESS }),
  };
  made.set(db, fresh);
  return fresh;
}

async function hasPointsLeft(limiter: RateLimiterPrisma, key: string, points: number): Promise<boolean> {
  const state = await limiter.get(key);
  return state === null || state.consumedPoints < points;
}

async function consume(limiter: RateLimiterPrisma, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}
