import "server-only";
import type { Device } from "@/lib/auth/device";
import { recordSecurityEvent } from "@/lib/auth/security-events";
import { beginSession } from "@/lib/auth/sessions";
import type { Db, Tx } from "@/lib/db/client";
import { isUniqueError } from "@/lib/db/errors";
import { readMailAddress } from "@/lib/mail/address";
import { queueSecurityMail } from "@/lib/mail/security-mail";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

/** What a provider says of somebody, as its signed token and its own answer have it. */
export type ProviderClaims = { issuer: string; subject: string; email: string | null; isEmailVerified: boolean; name: string; /** RFC 8176: how they were asked. */ methods: readonly string[] };

export type StrangerRefusal = "PROVIDER_UNKNOWN" | "PROVIDER_NO_PLACE" | "PROVIDER_WAITING";
export type ProviderRefusal = "PROVIDER_UNVERIFIED" | "PROVIDER_TAKEN" | "SUSPENDED" | StrangerRefusal;

/** Somebody whom the provider vouches for, address included, and whom the desk does not know. */
export type Stranger = { issuer: string; subject: string; email: string; name: string; providerName: string };
/** What becomes of a stranger: the id of the person that they are from now on, or why they are nobody. */
export type AdmitStranger = (tx: Tx, stranger: Stranger, now: Temporal.Instant) => Promise<Result<string, StrangerRefusal>>;

/** `providerName`: as people know it. Without `admit` nobody becomes anybody. */
type Visit = { claims: ProviderClaims; providerName: string; admit: AdmitStranger | null; now: Temporal.Instant };
type Found = { id: string; name: string; email: string; sessionVersion: number };
type SignedIn = Found & { sessionId: string };

const userSelect = { id: true, name: true, email: true, sessionVersion: true, suspendedAt: true } as const;

/**
 * Signs in whoever the provider vouches for. The first time, they are who has the verified address here, and are told by mail, or who they
 * become by it; from then on the subject alone counts, whatever becomes of the address there. Nobody is linked by an address that is not
 * verified, and no account has two subjects of one provider.
 */
export async function signInWithIdentity(db: Db, { device, ...visit }: Visit & { device: Device }): Promise<Result<SignedIn, ProviderRefusal>> {
  const { claims, now } = visit;
  const found = (await findLinked(db, claims, now)) ?? (await linkOnce(db, visit));
  if (!found.ok) return found;
  const { isProviderFactorEnough } = await db.securitySettings.findUniqueOrThrow({ where: { id: 1 }, select: { isProviderFactorEnough: true } });
  const hasProviderFactor = isProviderFactorEnough && claims.methods.includes("mfa");
  const { id: userId, sessionVersion } = found.data;
  return ok({ ...found.data, sessionId: await beginSession(db, { userId, sessionVersion, device, hasProviderFactor, now }) });
}

const TRIES = 3;

/** Of two at once the second finds what the first made: the same link, the same person, the same request; or that the address is another's at the provider by now. */
async function linkOnce(db: Db, visit: Visit): Promise<Result<Found, ProviderRefusal>> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    try {
      return await link(db, visit);
    } catch (error) {
      if (!isUniqueError(error)) throw error;
      const linked = await findLinked(db, visit.claims, visit.now);
      if (linked) return linked;
    }
  }
  return refuse("PROVIDER_TAKEN");
}

async function findLinked(db: Db, { issuer, subject }: ProviderClaims, now: Temporal.Instant): Promise<Result<Found, "SUSPENDED"> | null> {
  const identity = await db.userIdentity.findUnique({ where: { issuer_subject: { issuer, subject } }, select: { id: true, user: { select: userSelect } } });
  if (!identity) return null;
  const { suspendedAt, ...user } = identity.user;
  if (suspendedAt) return refuse("SUSPENDED");
  await db.userIdentity.update({ where: { id: identity.id }, data: { lastUsedAt: toDate(now) } });
  return ok(user);
}

/** The first time: the person who has the verified address here, or whoever it becomes. */
async function link(db: Db, visit: Visit): Promise<Result<Found, ProviderRefusal>> {
  const { claims, providerName, admit, now } = visit;
  const { issuer, subject } = claims;
  const given = claims.email?.trim().toLowerCase();
  // As it is kept here, where the provider writes its domain otherwise.
  const email = given && (readMailAddress(given) ?? given);
  if (!email || !claims.isEmailVerified) return refuse("PROVIDER_UNVERIFIED");
  if (email.length > 254 || !email.isWellFormed() || email.includes("\0")) return refuse("PROVIDER_UNKNOWN");
  const known = await db.user.findUnique({ where: { email }, select: { id: true, suspendedAt: true } });
  if (known?.suspendedAt) return refuse("SUSPENDED");
  return db.$transaction(async (tx): Promise<Result<Found, ProviderRefusal>> => {
    const person = known ? ok(known.id) : admit ? await admit(tx, { issuer, subject, email, name: claims.name, providerName }, now) : refuse("PROVIDER_UNKNOWN");
    if (!person.ok) return person;
    const userId = person.data;
    await linkIdentity(tx, { userId, issuer, subject, email, now });
    if (known) await queueSecurityMail(tx, { userId, template: "identitylinked", facts: { proveedor: providerName }, now });
    return ok(await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { id: true, name: true, email: true, sessionVersion: true } }));
  });
}

/** Who somebody is to the provider from now on, with its trail. @throws a unique error where either has another already */
export async function linkIdentity(tx: Tx, { userId, issuer, subject, email, now }: { userId: string; issuer: string; subject: string; email: string; now: Temporal.Instant }): Promise<void> {
  const at = toDate(now);
  await tx.userIdentity.create({ data: { userId, issuer, subject, linkedEmail: email, linkedAt: at, lastUsedAt: at } });
  await recordSecurityEvent(tx, { type: "identity.linked", data: { issuer }, userId, actorId: userId, at: now });
}

export async function isFreeIdentity(tx: Tx, { issuer, subject }: { issuer: string; subject: string }): Promise<boolean> {
  return (await tx.userIdentity.count({ where: { issuer, subject } })) === 0;
}
