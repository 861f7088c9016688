import "server-only";
import { lockLink, readLink, useLink, type FoundLink, type LinkState } from "@/lib/accounts/links";
import { mayAskForMail, mayTryPassword } from "@/lib/accounts/limits";
import { requestLink } from "@/lib/accounts/link-requests";
import { becomeCustomer } from "@/lib/accounts/newcomers";
import type { SignUpInput } from "@/lib/accounts/schema";
import { replaceRequests, tellSignUpChanged } from "@/lib/accounts/sign-up-news";
import { findSignUpMode } from "@/lib/accounts/settings";
import type { PublicContext } from "@/lib/auth/context";
import { hashPassword, verifyPassword } from "@/lib/auth/passwords";
import { membershipForAddress } from "@/lib/customers/placing";
import type { Tx } from "@/lib/db/client";
import { isUniqueError } from "@/lib/db/errors";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

const PURPOSES = ["sign_up"] as const;

/**
 * Somebody would like an account. The same is done, written and answered whether the address is somebody's already or not; a job writes
 * the mail, which says to the owner of the address which it is.
 * @param network the address that the request came from
 */
export async function signUp({ db, now }: PublicContext, { network, name, email, password }: SignUpInput & { network: string }): Promise<Result<{ email: string }, "SIGN_UP_CLOSED" | "TOO_MANY_TRIES">> {
  if ((await findSignUpMode({ db })) === "closed") return refuse("SIGN_UP_CLOSED");
  if (!(await mayAskForMail(db, { address: email, network }))) return refuse("TOO_MANY_TRIES");
  const passwordHash = await hashPassword(password);
  await db.$transaction(async (tx) => {
    const { id } = await tx.signUp.create({ data: { name, email, passwordHash, createdAt: toDate(now) }, select: { id: true } });
    await requestLink(tx, { kind: "sign-up", signUpId: id });
  });
  return ok({ email });
}

/** Who would be confirmed by a link, or in what state it is otherwise; null when the desk never made it. */
export async function findSignUpLink({ db, now }: PublicContext, token: string): Promise<{ state: "good"; name: string; email: string } | { state: Exclude<LinkState, "good"> } | null> {
  const link = await readLink(db, { token, purposes: PURPOSES, now });
  if (!link?.signUpId) return null;
  if (link.state !== "good") return { state: link.state };
  const row = await db.signUp.findFirst({ where: { id: link.signUpId, state: "unconfirmed" }, select: { name: true, email: true } });
  return row ? { state: "good", ...row } : { state: "spent" };
}

type Confirmed = { email: string; outcome: "placed" | "waiting" };
type Refusals = "LINK_INVALID" | "WRONG_PASSWORD" | "TOO_MANY_TRIES" | "SIGN_UP_CLOSED" | "SIGN_UP_EXISTS" | "SIGN_UP_NO_PLACE";

/**
 * The address is theirs who has the link, and the account theirs who chose its password: both are asked for, so that nobody confirms by
 * mistake what a stranger began with their address. Placed by the address's domain, or left to the desk, as the settings say.
 */
export async function confirmSignUp(ctx: PublicContext, { token, password }: { token: string; password: string }): Promise<Result<Confirmed, Refusals>> {
  const { db, now } = ctx;
  const link = await readLink(db, { token, purposes: PURPOSES, now });
  if (!link?.signUpId || link.state !== "good") return refuse("LINK_INVALID");
  if (!(await mayTryPassword(db, link.id))) return refuse("TOO_MANY_TRIES");
  const begun = await db.signUp.findUnique({ where: { id: link.signUpId }, select: { passwordHash: true } });
  if (!(await verifyPassword({ password, passwordHash: begun?.passwordHash ?? null }))) return refuse("WRONG_PASSWORD");
  try {
    return await db.$transaction(async (tx) => {
      const locked = await lockLink(tx, { token, purposes: PURPOSES, now });
      return locked ? confirm(tx, locked, now) : refuse("LINK_INVALID");
    });
  } catch (error) {
    // Somebody became the owner of the address meanwhile, by an invitation or an approval.
    if (!isUniqueError(error)) throw error;
    return refuse("SIGN_UP_EXISTS");
  }
}

async function confirm(tx: Tx, link: FoundLink, now: Temporal.Instant): Promise<Result<Confirmed, Refusals>> {
  const signUp = await tx.signUp.findFirst({ where: { id: link.signUpId ?? "", state: "unconfirmed" }, select: { id: true, email: true, name: true, passwordHash: true } });
  if (!signUp?.passwordHash) return refuse("LINK_INVALID");
  if (await tx.user.findUnique({ where: { email: signUp.email }, select: { id: true } })) return refuse("SIGN_UP_EXISTS");
  const mode = await findSignUpMode({ db: tx });
  if (mode === "closed") return refuse("SIGN_UP_CLOSED");
  const membership = await membershipForAddress(tx, signUp.email);
  if (!membership && mode === "domain") return refuse("SIGN_UP_NO_PLACE");

  await useLink(tx, link.id, now);
  const at = toDate(now);
  // Whoever asked twice waits once, with what was said last.
  await replaceRequests(tx, signUp);
  if (!membership) {
    await tx.signUp.update({ where: { id: signUp.id }, data: { state: "waiting", confirmedAt: at } });
    await tellSignUpChanged(tx, signUp.id);
    return ok({ email: signUp.email, outcome: "waiting" });
  }
  const userId = await becomeCustomer(tx, { email: signUp.email, name: signUp.name, passwordHash: signUp.passwordHash, membership, now });
  await tx.signUp.update({ where: { id: signUp.id }, data: { state: "approved", confirmedAt: at, decidedAt: at, userId, passwordHash: null } });
  return ok({ email: signUp.email, outcome: "placed" });
}
