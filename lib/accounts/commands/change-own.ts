import "server-only";
import { endLinks } from "@/lib/accounts/links";
import { queueAccountMail } from "@/lib/accounts/mail";
import type { ChangePasswordInput } from "@/lib/accounts/schema";
import type { PersonActor } from "@/lib/auth/actor";
import { checkPassword } from "@/lib/auth/check-password";
import type { Context } from "@/lib/auth/context";
import { hashPassword } from "@/lib/auth/passwords";
import { replacePassword, writeName } from "@/lib/auth/people";
import { recordSecurityEvent } from "@/lib/auth/security-events";
import { confirmSession, endSessionsOf } from "@/lib/auth/sessions";
import { recordCustomerEvent } from "@/lib/customers/record";
import { ok, refuse, type Result } from "@/lib/result";

/** What one is called; what was written before keeps the name that it had where it was copied. */
export async function changeOwnName({ db, actor, now }: Context<PersonActor>, { name }: { name: string }): Promise<Result<null>> {
  const { userId, name: from } = actor;
  if (name === from) return ok(null);
  await db.$transaction(async (tx) => {
    await writeName(tx, { userId, name });
    await recordSecurityEvent(tx, { type: "name.changed", data: { from, to: name }, userId, actorId: userId, at: now });
    if (actor.kind === "customer" && actor.organizationId) await recordCustomerEvent(tx, { organizationId: actor.organizationId, userId, type: "person.changed", data: { changes: { name: [from, name] } }, actor, at: now });
  });
  return ok(null);
}

type Refusals = "NO_PASSWORD" | "WRONG_PASSWORD" | "TOO_MANY_TRIES";

/**
 * Another password, for whoever knows the present one; with the limits of signing in. Every other session ends, and links that would set a
 * password do.
 * @param network the address that the request came from
 */
export async function changeOwnPassword({ db, actor, now }: Context<PersonActor>, { currentPassword, password, sessionId, network }: Omit<ChangePasswordInput, "passwordAgain"> & { sessionId: string; network: string }): Promise<Result<null, Refusals>> {
  const { userId, email, name } = actor;
  const { passwordHash: from } = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { passwordHash: true } });
  if (from === null) return refuse("NO_PASSWORD");
  const checked = await checkPassword({ db, email, password: currentPassword, address: network });
  if (!checked.ok) return refuse(checked.code === "TOO_MANY_TRIES" ? "TOO_MANY_TRIES" : "WRONG_PASSWORD");
  const to = await hashPassword(password);
  return db.$transaction(async (tx): Promise<Result<null, Refusals>> => {
    // Before the person: what uses a link up takes it first.
    await endLinks(tx, { purpose: "password", userId }, now);
    // Of two at once the second finds that what it knew is the password no longer.
    if (!(await replacePassword(tx, { userId, from, to }))) return refuse("WRONG_PASSWORD");
    await confirmSession(tx, { sessionId, userId, now });
    await endSessionsOf(tx, { userId, exceptId: sessionId, now });
    await recordSecurityEvent(tx, { type: "password.changed", data: {}, userId, actorId: userId, at: now });
    await queueAccountMail(tx, { template: "passwordchanged", to: { name, address: email }, userId, now });
    return ok(null);
  });
}
