import "server-only";
import type { SystemActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { toDate } from "@/lib/time/instants";

const KEPT_DAYS = 30;

/** Links, unconfirmed sign-ups, changes of addresses and invitations without an answer, of a month ago: until then whoever comes late is told what to do. */
export async function forgetOldAccounts({ db, now }: Context<SystemActor>): Promise<void> {
  const before = toDate(now.subtract({ hours: KEPT_DAYS * 24 }));
  await db.accountLink.deleteMany({ where: { expiresAt: { lt: before } } });
  await db.invitation.deleteMany({ where: { OR: [{ state: "open", expiresAt: { lt: before } }, { state: "withdrawn", closedAt: { lt: before } }] } });
  await db.addressChange.deleteMany({ where: { expiresAt: { lt: before } } });
  await db.signUp.deleteMany({ where: { state: { in: ["unconfirmed", "replaced"] }, createdAt: { lt: before } } });
}
