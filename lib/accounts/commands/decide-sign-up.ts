import "server-only";
import { queueAccountMail } from "@/lib/accounts/mail";
import { becomeCustomer } from "@/lib/accounts/newcomers";
import { canDecideSignUps } from "@/lib/accounts/policy";
import type { ApproveSignUpInput, RefuseSignUpInput } from "@/lib/accounts/schema";
import { tellSignUpChanged } from "@/lib/accounts/sign-up-news";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { isFreeIdentity, linkIdentity } from "@/lib/auth/identities";
import { providerName } from "@/lib/auth/provider";
import { findOrganizationTyped } from "@/lib/customers/placing";
import type { Tx } from "@/lib/db/client";
import { isUniqueError } from "@/lib/db/errors";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

type Decided = Result<{ name: string }, "FORBIDDEN" | "SIGN_UP_NOT_FOUND" | "SIGN_UP_DECIDED" | "ORGANIZATION_UNKNOWN" | "SIGN_UP_TAKEN">;

/** The person comes to be, as a member of the organization or of none, and hears of it by mail. */
export async function approveSignUp({ db, actor, now }: Context<StaffActor>, { signUpId, organization: typed }: ApproveSignUpInput): Promise<Decided> {
  if (!canDecideSignUps(actor)) return refuse("FORBIDDEN");
  try {
    return await db.$transaction(async (tx): Promise<Decided> => {
      const signUp = await lockWaiting(tx, signUpId);
      if (!signUp.ok) return signUp;
      const organization = typed === "" ? null : await findOrganizationTyped(tx, typed);
      if (typed !== "" && !organization) return refuse("ORGANIZATION_UNKNOWN");
      const { email, name, passwordHash, identity } = signUp.data;
      const userId = await becomeCustomer(tx, { email, name, passwordHash, membership: organization && { organizationId: organization.id, role: "member" }, actor, now });
      await tx.signUp.update({ where: { id: signUpId }, data: { state: "approved", userId, decidedAt: toDate(now), decidedById: actor.userId, passwordHash: null } });
      await tellSignUpChanged(tx, signUpId);
      const facts = { organizacion: organization?.name ?? name };
      if (identity) {
        // Linked to somebody else meanwhile, it stays theirs; whoever comes is then known by the address.
        if (await isFreeIdentity(tx, identity)) await linkIdentity(tx, { userId, ...identity, email, now });
        await queueAccountMail(tx, { template: "signupprovider", to: { name, address: email }, userId, facts: { ...facts, proveedor: providerName() }, now });
        return ok({ name });
      }
      await queueAccountMail(tx, { template: "signupapproved", to: { name, address: email }, userId, facts, now });
      return ok({ name });
    });
  } catch (error) {
    if (!isUniqueError(error)) throw error;
    return refuse("SIGN_UP_TAKEN");
  }
}

/** Nobody comes to be; whoever asked hears why. */
export async function refuseSignUp({ db, actor, now }: Context<StaffActor>, { signUpId, reason }: RefuseSignUpInput): Promise<Decided> {
  if (!canDecideSignUps(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Decided> => {
    const signUp = await lockWaiting(tx, signUpId);
    if (!signUp.ok) return signUp;
    const { email, name } = signUp.data;
    await tx.signUp.update({ where: { id: signUpId }, data: { state: "refused", reason, decidedAt: toDate(now), decidedById: actor.userId, passwordHash: null } });
    await tellSignUpChanged(tx, signUpId);
    await queueAccountMail(tx, { template: "signuprefused", to: { name, address: email }, facts: { motivo: reason }, now });
    return ok({ name });
  });
}

type Waiting = { email: string; name: string; /** Null where the provider lets them in. */ passwordHash: string | null; identity: { issuer: string; subject: string } | null };

/** Of two who decide at once, the second waits here and learns that it was decided. */
async function lockWaiting(tx: Tx, signUpId: string): Promise<Result<Waiting, "SIGN_UP_NOT_FOUND" | "SIGN_UP_DECIDED">> {
  await tx.$queryRaw`SELECT id FROM sign_up WHERE id = ${signUpId}::uuid FOR UPDATE`;
  const row = await tx.signUp.findUnique({ where: { id: signUpId }, select: { state: true, email: true, name: true, passwordHash: true, issuer: true, subject: true } });
  if (!row || row.state === "unconfirmed") return refuse("SIGN_UP_NOT_FOUND");
  if (row.state !== "waiting") return refuse("SIGN_UP_DECIDED");
  const { email, name, passwordHash, issuer, subject } = row;
  return ok({ email, name, passwordHash, identity: issuer !== null && subject !== null ? { issuer, subject } : null });
}
