import "server-only";
import { isOpen, lockInvitation, settleInvitations, wayOf, type InvitedWay, type LockedInvitation } from "@/lib/accounts/invitations";
import { lockLink, readLink, useLink, type LinkState } from "@/lib/accounts/links";
import { becomeCustomer } from "@/lib/accounts/newcomers";
import { replaceRequests } from "@/lib/accounts/sign-up-news";
import type { AcceptInvitationInput } from "@/lib/accounts/schema";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context, PublicContext } from "@/lib/auth/context";
import { writeMembership } from "@/lib/auth/memberships";
import { hashPassword } from "@/lib/auth/passwords";
import { recordCustomerEvent } from "@/lib/customers/record";
import type { Tx } from "@/lib/db/client";
import { isUniqueError } from "@/lib/db/errors";
import { ok, refuse, type Result } from "@/lib/result";

const PURPOSES = ["invitation"] as const;

export type InvitedView = { state: "good"; way: InvitedWay; name: string; email: string; organization: string; invitedBy: string };

/** What somebody is invited to by a link, or why by this one they are not; null when the desk never made it. `closed`: withdrawn, or its days are over. */
export async function findInvitationLink({ db, now }: PublicContext, token: string): Promise<InvitedView | { state: Exclude<LinkState, "good"> | "accepted" | "closed" } | null> {
  const link = await readLink(db, { token, purposes: PURPOSES, now });
  if (!link?.invitationId) return null;
  const row = await db.invitation.findUnique({ where: { id: link.invitationId }, select: { name: true, email: true, state: true, expiresAt: true, organization: { select: { name: true } }, invitedBy: { select: { name: true } } } });
  if (!row) return null;
  if (row.state === "accepted") return { state: "accepted" };
  if (!isOpen(row, now)) return { state: "closed" };
  if (link.state !== "good") return { state: link.state };
  return { state: "good", way: await wayOf(db, row.email), name: row.name, email: row.email, organization: row.organization.name, invitedBy: row.invitedBy.name };
}

type Accepted = { email: string };
type Refusals = "LINK_INVALID" | "INVITATION_CLOSED" | "INVITATION_HAS_ACCOUNT";

/** Whoever has the link has the inbox: they become a customer, in that organization, with the password that they choose. Once. */
export async function acceptInvitation(ctx: PublicContext, { token, name, password }: Omit<AcceptInvitationInput, "passwordAgain">): Promise<Result<Accepted, Refusals>> {
  // The slow hash is only made for a link that is good, and outside the transaction, so that no lock waits for it.
  if ((await findInvitationLink(ctx, token))?.state !== "good") return refuse("LINK_INVALID");
  const passwordHash = await hashPassword(password);
  const { db, now } = ctx;
  try {
    return await db.$transaction(async (tx): Promise<Result<Accepted, Refusals>> => {
      const taken = await takeInvitation(tx, token, now);
      if (!taken.ok) return taken;
      const { email, organizationId, role } = taken.data;
      await becomeCustomer(tx, { email, name, passwordHash, membership: { organizationId, role }, now });
      // What they asked for themselves is answered.
      await replaceRequests(tx, { email, id: null });
      return ok({ email });
    });
  } catch (error) {
    if (!isUniqueError(error)) throw error;
    return refuse("INVITATION_HAS_ACCOUNT");
  }
}

/** Whoever has an account without an organization joins with it; theirs it is who is signed in. */
export function joinByInvitation({ db, actor, now }: Context<PersonActor>, { token }: { token: string }): Promise<Result<Accepted, Refusals | "INVITATION_OTHER_ACCOUNT" | "INVITATION_PLACED">> {
  return db.$transaction(async (tx): Promise<Result<Accepted, Refusals | "INVITATION_OTHER_ACCOUNT" | "INVITATION_PLACED">> => {
    const link = await readLink(tx, { token, purposes: PURPOSES, now });
    if (link && link.address !== actor.email) return refuse("INVITATION_OTHER_ACCOUNT");
    // Before the invitation: what moves a person elsewhere takes them first.
    await tx.$queryRaw`SELECT id FROM app_user WHERE id = ${actor.userId}::uuid FOR UPDATE`;
    if ((await wayOf(tx, actor.email)) !== "join") return refuse("INVITATION_PLACED");
    const taken = await takeInvitation(tx, token, now);
    if (!taken.ok) return taken;
    const { email, organizationId, role } = taken.data;
    await writeMembership(tx, actor.userId, { organizationId, role });
    await settleInvitations(tx, { email, organizationId, userId: actor.userId, now });
    await recordCustomerEvent(tx, { organizationId, userId: actor.userId, type: "person.joined", data: { from: null }, actor, at: now });
    return ok({ email });
  });
}

/** The invitation and its link, for this transaction, which uses the link up; of two posts at once, the second waits here and finds it spent. */
async function takeInvitation(tx: Tx, token: string, now: Temporal.Instant): Promise<Result<LockedInvitation, "LINK_INVALID" | "INVITATION_CLOSED">> {
  const seen = await readLink(tx, { token, purposes: PURPOSES, now });
  const invitation = seen?.invitationId ? await lockInvitation(tx, { id: seen.invitationId }) : null;
  const link = await lockLink(tx, { token, purposes: PURPOSES, now });
  if (!invitation || !link) return refuse("LINK_INVALID");
  if (!isOpen(invitation, now)) return refuse("INVITATION_CLOSED");
  await useLink(tx, link.id, now);
  return ok(invitation);
}
