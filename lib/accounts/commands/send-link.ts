import "server-only";
import { isOpen, lockInvitation, wayOf } from "@/lib/accounts/invitations";
import { isChangeOpen, lockAddressChange, type AddressSide } from "@/lib/accounts/address-changes";
import { createLink } from "@/lib/accounts/links";
import type { LinkRequest } from "@/lib/accounts/link-requests";
import { queueAccountMail } from "@/lib/accounts/mail";
import type { SystemActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Tx } from "@/lib/db/client";

/** Writes the mail that somebody asked for, or none where there is nobody to write to: whoever asked is told the same. */
export async function sendLink({ db, now }: Context<SystemActor>, request: LinkRequest): Promise<void> {
  await db.$transaction(async (tx) => {
    switch (request.kind) {
      case "password":
        return sendPasswordLink(tx, { email: request.email }, now);
      case "sign-up":
        return sendSignUpMail(tx, request.signUpId, now);
      case "invitation":
        return sendInvitation(tx, request.invitationId, now);
      case "address-change":
        return sendAddressChange(tx, { id: request.addressChangeId, sides: ["old", "new"] }, now);
      case "renewal":
        return renew(tx, request.tokenHash, now);
      default:
        return request satisfies never;
    }
  });
}

async function sendPasswordLink(tx: Tx, who: { email: string } | { id: string; email: string }, now: Temporal.Instant): Promise<void> {
  const user = await tx.user.findFirst({ where: { ...who, suspendedAt: null }, select: { id: true, name: true, email: true } });
  if (!user) return;
  const { linkId } = await createLink(tx, { subject: { purpose: "password", userId: user.id }, address: user.email, now });
  await queueAccountMail(tx, { template: "password", to: { name: user.name, address: user.email }, userId: user.id, linkId, now });
}

/** To an address that somebody has already goes a mail that says so. */
async function sendSignUpMail(tx: Tx, signUpId: string, now: Temporal.Instant): Promise<void> {
  const signUp = await tx.signUp.findFirst({ where: { id: signUpId, state: "unconfirmed" }, select: { id: true, name: true, email: true } });
  if (!signUp) return;
  const user = await tx.user.findUnique({ where: { email: signUp.email }, select: { id: true, name: true, email: true } });
  if (user) {
    await queueAccountMail(tx, { template: "signupexists", to: { name: user.name, address: user.email }, userId: user.id, now });
    return;
  }
  const { linkId } = await createLink(tx, { subject: { purpose: "sign_up", signUpId }, address: signUp.email, now });
  await queueAccountMail(tx, { template: "signup", to: { name: signUp.name, address: signUp.email }, linkId, now });
}

/** To whoever belongs to another organization, or to the desk, goes a mail that says so; to whoever may not come in goes none. */
async function sendInvitation(tx: Tx, invitationId: string, now: Temporal.Instant): Promise<void> {
  const invitation = await lockInvitation(tx, { id: invitationId });
  if (!invitation || !isOpen(invitation, now)) return;
  const { email } = invitation;
  const facts = { organizacion: invitation.organization.name, invita: invitation.invitedBy.name };
  const user = await tx.user.findUnique({ where: { email }, select: { id: true, name: true, suspendedAt: true } });
  if (user?.suspendedAt) return;
  const to = { name: user?.name ?? invitation.name, address: email };
  if ((await wayOf(tx, email)) === "elsewhere") {
    await queueAccountMail(tx, { template: "invitationexists", to, userId: user?.id ?? null, facts, now });
    return;
  }
  const { linkId } = await createLink(tx, { subject: { purpose: "invitation", invitationId }, address: email, now });
  await queueAccountMail(tx, { template: "invitation", to, userId: user?.id ?? null, linkId, facts, now });
}

/** To each address that did not agree yet. To whoever has the new one already goes a mail that says so, and to them alone. */
async function sendAddressChange(tx: Tx, { id, sides }: { id: string; sides: readonly AddressSide[] }, now: Temporal.Instant): Promise<void> {
  const change = await lockAddressChange(tx, { id });
  if (!change || !isChangeOpen(change, now)) return;
  const { userId, oldAddress, newAddress, user } = change;
  const facts = { correo: newAddress };
  if (sides.includes("old") && !change.oldAllowedAt) {
    const { linkId } = await createLink(tx, { subject: { purpose: "address_old", addressChangeId: id }, address: oldAddress, now });
    await queueAccountMail(tx, { template: "addressold", to: { name: user.name, address: oldAddress }, userId, linkId, facts, now });
  }
  if (!sides.includes("new") || change.newConfirmedAt) return;
  const owner = await tx.user.findUnique({ where: { email: newAddress }, select: { id: true, name: true, suspendedAt: true } });
  if (owner) {
    if (!owner.suspendedAt) await queueAccountMail(tx, { template: "addresstaken", to: { name: owner.name, address: newAddress }, userId: owner.id, facts, now });
    return;
  }
  const { linkId } = await createLink(tx, { subject: { purpose: "address_new", addressChangeId: id }, address: newAddress, now });
  await queueAccountMail(tx, { template: "addressnew", to: { name: user.name, address: newAddress }, userId, linkId, facts, now });
}

async function renew(tx: Tx, tokenHash: string, now: Temporal.Instant): Promise<void> {
  const link = await tx.accountLink.findUnique({ where: { tokenHash }, select: { purpose: true, address: true, userId: true, signUpId: true, invitationId: true, addressChangeId: true } });
  if (link?.userId) return sendPasswordLink(tx, { id: link.userId, email: link.address }, now);
  if (link?.signUpId) return sendSignUpMail(tx, link.signUpId, now);
  if (link?.invitationId) return sendInvitation(tx, link.invitationId, now);
  if (link?.addressChangeId) return sendAddressChange(tx, { id: link.addressChangeId, sides: [link.purpose === "address_old" ? "old" : "new"] }, now);
}
