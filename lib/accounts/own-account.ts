import "server-only";
import { isChangeOpen } from "@/lib/accounts/address-changes";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { toDate } from "@/lib/time/instants";

/** What somebody is told of a change that was said no to. */
const REFUSED_SHOWN_DAYS = 7;

export type AddressChangeView = { to: string; state: "open" | "expired" | "refused"; isOldAllowed: boolean; isNewConfirmed: boolean; until: string };
export type OwnAccountView = { name: string; email: string; /** Without one they sign in through a provider alone. */ hasPassword: boolean; change: AddressChangeView | null };

/** One's own account. Whether the new address is somebody's already, it does not say. */
export async function getOwnAccount({ db, actor, now }: Context<PersonActor>): Promise<OwnAccountView> {
  const { userId } = actor;
  const [owner, newest] = await Promise.all([
    db.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true, email: true, passwordHash: true } }),
    db.addressChange.findFirst({
      where: { userId },
      orderBy: { createdAt: "desc" },
      select: { newAddress: true, oldAddress: true, state: true, expiresAt: true, closedAt: true, oldAllowedAt: true, newConfirmedAt: true, user: { select: { email: true, suspendedAt: true } } },
    }),
  ]);
  const since = toDate(now.subtract({ hours: REFUSED_SHOWN_DAYS * 24 }));
  const isShown = newest && (newest.state === "open" || (newest.state === "refused" && newest.closedAt !== null && newest.closedAt > since));
  const change: AddressChangeView | null = isShown
    ? { to: newest.newAddress, state: stateOf(newest.state, isChangeOpen(newest, now)), isOldAllowed: newest.oldAllowedAt !== null, isNewConfirmed: newest.newConfirmedAt !== null, until: newest.expiresAt.toISOString() }
    : null;
  return { name: owner.name, email: owner.email, hasPassword: owner.passwordHash !== null, change };
}

function stateOf(state: string, isOpen: boolean): AddressChangeView["state"] {
  if (state === "refused") return "refused";
  return isOpen ? "open" : "expired";
}
