import "server-only";
import { INVITATION_DAYS, lockInvitation, OPEN_MAX, visibleInvitations } from "@/lib/accounts/invitations";
import { mayInvite } from "@/lib/accounts/limits";
import { endLinks } from "@/lib/accounts/links";
import { requestLink } from "@/lib/accounts/link-requests";
import { canChooseRole, canInvite } from "@/lib/accounts/policy";
import type { InvitationInput, InviteInput } from "@/lib/accounts/schema";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { recordCustomerEvent } from "@/lib/customers/record";
import { visibleOrganizations } from "@/lib/customers/visibility";
import type { Db, Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

/** `slug`: of the organization whose page one came from. */
type Sent = { name: string; email: string; slug: string };
type Known = "INVITATION_IS_MEMBER" | "INVITATION_IS_STAFF" | "INVITATION_SUSPENDED" | "INVITATION_ELSEWHERE";
type InviteRefusal = "FORBIDDEN" | "ORGANIZATION_NOT_FOUND" | "INVITATIONS_TOO_MANY" | "INVITATIONS_OPEN_MAX" | Known;

/**
 * Invites somebody into an organization; inviting the same address again renews what is open. To a manager the same is done and said
 * whoever has the address, but for a colleague, whom they see anyway: a job looks, and writes what there is to write. The desk, which sees
 * everybody, is told at once.
 */
export async function invite({ db, actor, now }: Context<PersonActor>, { organizationId, name, email, role }: InviteInput): Promise<Result<Sent, InviteRefusal>> {
  const organization = await db.organization.findFirst({ where: { AND: [visibleOrganizations(actor), { id: organizationId }] }, select: { slug: true } });
  if (!organization) return refuse("ORGANIZATION_NOT_FOUND");
  if (!canInvite(actor, { organizationId })) return refuse("FORBIDDEN");
  if (role !== undefined && !canChooseRole(actor)) return refuse("FORBIDDEN");
  const known = await knownTo(db, actor, { organizationId, email });
  if (!known.ok) return known;
  if (!(await mayInvite(db, { userId: actor.userId, address: email }))) return refuse("INVITATIONS_TOO_MANY");

  return db.$transaction(async (tx): Promise<Result<Sent, InviteRefusal>> => {
    // Of two who invite at once, the second waits here, and renews.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`invitation ${organizationId} ${email}`}, 0))`;
    const open = await lockInvitation(tx, { organizationId, email, state: "open" });
    if (!open && (await tx.invitation.count({ where: { organizationId, state: "open" } })) >= OPEN_MAX) return refuse("INVITATIONS_OPEN_MAX", { max: OPEN_MAX });
    const sending = { name, invitedById: actor.userId, ...timesFrom(now) };
    // Accepted or withdrawn while it was waited for, it is no longer one to renew.
    const renewed = open?.state === "open" ? await tx.invitation.update({ where: { id: open.id }, data: { ...sending, role: role ?? open.role }, select: { id: true } }) : null;
    const { id } = renewed ?? (await tx.invitation.create({ data: { ...sending, organizationId, email, role: role ?? "member", createdAt: toDate(now) }, select: { id: true } }));
    await askForMail(tx, id, now);
    await recordCustomerEvent(tx, { organizationId, type: "person.invited", data: { email, name }, actor, at: now });
    return ok({ name, email, slug: organization.slug });
  });
}

/** What may be said at once of somebody who has the address already. */
async function knownTo(db: Db, actor: PersonActor, { organizationId, email }: { organizationId: string; email: string }): Promise<Result<null, Known>> {
  const seen = actor.kind === "staff" ? {} : { organizationId };
  const person = await db.user.findFirst({ where: { ...seen, email }, select: { name: true, role: true, suspendedAt: true, organizationId: true, organization: { select: { name: true } } } });
  if (!person) return ok(null);
  const { name } = person;
  if (person.role !== "customer") return refuse("INVITATION_IS_STAFF", { name });
  if (person.organizationId === organizationId) return refuse("INVITATION_IS_MEMBER", { name });
  if (person.suspendedAt) return refuse("INVITATION_SUSPENDED", { name });
  return person.organization ? refuse("INVITATION_ELSEWHERE", { name, organization: person.organization.name }) : ok(null);
}

/** Another link for whoever was invited; the one before is dead, and the days begin anew. */
export async function resendInvitation({ db, actor, now }: Context<PersonActor>, { invitationId }: InvitationInput): Promise<Result<Sent, "INVITATION_NOT_FOUND" | "INVITATION_CLOSED" | "INVITATIONS_TOO_MANY">> {
  const where = { AND: [visibleInvitations(actor), { id: invitationId }] };
  const found = await db.invitation.findFirst({ where, select: { email: true } });
  if (!found) return refuse("INVITATION_NOT_FOUND");
  if (!(await mayInvite(db, { userId: actor.userId, address: found.email }))) return refuse("INVITATIONS_TOO_MANY");
  return db.$transaction(async (tx): Promise<Result<Sent, "INVITATION_NOT_FOUND" | "INVITATION_CLOSED">> => {
    const invitation = await lockInvitation(tx, where);
    if (!invitation) return refuse("INVITATION_NOT_FOUND");
    if (invitation.state !== "open") return refuse("INVITATION_CLOSED");
    const { organizationId, name, email, organization } = invitation;
    await tx.invitation.update({ where: { id: invitationId }, data: { invitedById: actor.userId, ...timesFrom(now) } });
    await askForMail(tx, invitationId, now);
    await recordCustomerEvent(tx, { organizationId, type: "person.invited", data: { email, name }, actor, at: now });
    return ok({ name, email, slug: organization.slug });
  });
}

/** Nobody comes in by it any more. What was withdrawn already is as it was wanted. */
export function withdrawInvitation({ db, actor, now }: Context<PersonActor>, { invitationId }: InvitationInput): Promise<Result<Sent, "INVITATION_NOT_FOUND" | "INVITATION_CLOSED">> {
  return db.$transaction(async (tx): Promise<Result<Sent, "INVITATION_NOT_FOUND" | "INVITATION_CLOSED">> => {
    const invitation = await lockInvitation(tx, { AND: [visibleInvitations(actor), { id: invitationId }] });
    if (!invitation) return refuse("INVITATION_NOT_FOUND");
    const { organizationId, name, email, state, organization } = invitation;
    if (state === "accepted") return refuse("INVITATION_CLOSED");
    if (state === "withdrawn") return ok({ name, email, slug: organization.slug });
    await tx.invitation.update({ where: { id: invitationId }, data: { state: "withdrawn", closedAt: toDate(now), withdrawnById: actor.userId } });
    await endLinks(tx, { invitationId }, now);
    await recordCustomerEvent(tx, { organizationId, type: "invitation.withdrawn", data: { email, name }, actor, at: now });
    return ok({ name, email, slug: organization.slug });
  });
}

function timesFrom(now: Temporal.Instant): { sentAt: Date; expiresAt: Date } {
  return { sentAt: toDate(now), expiresAt: toDate(now.add({ hours: INVITATION_DAYS * 24 })) };
}

async function askForMail(tx: Tx, invitationId: string, now: Temporal.Instant): Promise<void> {
  await endLinks(tx, { invitationId }, now);
  await requestLink(tx, { kind: "invitation", invitationId });
}
