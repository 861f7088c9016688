import "server-only";
import { queueAccountMail } from "@/lib/accounts/mail";
import { becomeCustomer } from "@/lib/accounts/newcomers";
import { replaceRequests, tellSignUpChanged } from "@/lib/accounts/sign-up-news";
import { findSignUpMode } from "@/lib/accounts/settings";
import type { Stranger, StrangerRefusal } from "@/lib/auth/identities";
import { membershipForAddress } from "@/lib/customers/placing";
import type { Tx } from "@/lib/db/client";
import { headerLine, readMailAddress } from "@/lib/mail/address";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

const NAME_MAX = 120;

/**
 * Somebody whom the identity provider vouches for and the desk does not know, by the rule of those who sign up: a customer of the
 * organization that has the domain, or a request that waits for the desk. Never one of the desk. Whoever is refused as waiting has a request.
 * @returns the new person's id, for the link to the provider in the same transaction
 * @throws a unique error when the same one came twice at once
 */
export async function admitStranger(tx: Tx, stranger: Stranger, now: Temporal.Instant): Promise<Result<string, StrangerRefusal>> {
  const { issuer, subject, providerName } = stranger;
  const email = readMailAddress(stranger.email);
  const mode = await findSignUpMode({ db: tx });
  if (email === null || mode === "closed") return refuse("PROVIDER_UNKNOWN");
  const membership = await membershipForAddress(tx, email);
  if (!membership && mode === "domain") return refuse("PROVIDER_NO_PLACE");
  const name = shownNameOf(stranger.name) || email.slice(0, email.lastIndexOf("@"));
  const at = toDate(now);
  const request = { email, name, issuer, subject, createdAt: at, confirmedAt: at };

  if (!membership) {
    // Of one address one request waits: its owner's of now, where the provider gave it to somebody else since.
    const waiting = await tx.signUp.findFirst({ where: { email, state: "waiting" }, select: { id: true, issuer: true, subject: true } });
    const isTheirs = waiting !== null && (waiting.subject === null || (waiting.subject === subject && waiting.issuer === issuer));
    if (isTheirs) return refuse("PROVIDER_WAITING");
    if (waiting) await replaceRequests(tx, { email, id: null });
    const { id } = await tx.signUp.create({ data: { ...request, state: "waiting" }, select: { id: true } });
    await tellSignUpChanged(tx, id);
    return refuse("PROVIDER_WAITING");
  }
  const userId = await becomeCustomer(tx, { email, name, passwordHash: null, membership, now });
  await replaceRequests(tx, { email, id: null });
  await tx.signUp.create({ data: { ...request, state: "approved", decidedAt: at, userId } });
  const { name: organizacion } = await tx.organization.findUniqueOrThrow({ where: { id: membership.organizationId }, select: { name: true } });
  await queueAccountMail(tx, { template: "signupprovider", to: { name, address: email }, userId, facts: { organizacion, proveedor: providerName }, now });
  return ok(userId);
}

/** One line, without what would turn the letters around it. "" where nothing is left that can be read. */
function shownNameOf(claimed: string): string {
  const line = headerLine(claimed.toWellFormed().replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, ""), NAME_MAX);
  return /[\p{L}\p{N}]/u.test(line) ? line : "";
}
