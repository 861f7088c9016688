import "server-only";
import { countWithin, hasPointsLeft, limiterOf, SIGN_IN_NETWORK, SIGN_IN_TRIES } from "@/lib/auth/limits";
import type { Db } from "@/lib/db/client";
import { verifyPassword } from "@/lib/auth/passwords";
import { ok, refuse, type Result } from "@/lib/result";

type SignedIn = { id: string; name: string; email: string; sessionVersion: number };
export type SignInRefusal = "WRONG_CREDENTIALS" | "SUSPENDED" | "TOO_MANY_TRIES";

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
  const pair = `${normalized}|${address}`.slice(0, 200);
  const allowed = (await hasPointsLeft(db, SIGN_IN_TRIES, pair)) && (await hasPointsLeft(db, SIGN_IN_NETWORK, address));
  if (!allowed) return refuse("TOO_MANY_TRIES");

  // The try is counted before the slow check, so that a hundred at once are a hundred tries and not one.
  const counted = await Promise.all([countWithin(db, SIGN_IN_TRIES, pair), countWithin(db, SIGN_IN_NETWORK, address)]);
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

  await Promise.all([limiterOf(db, SIGN_IN_TRIES).delete(pair), limiterOf(db, SIGN_IN_NETWORK).reward(address)]);
  return ok({ id: user.id, name: user.name, email: user.email, sessionVersion: user.sessionVersion });
}
