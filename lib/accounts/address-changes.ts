import "server-only";
import { endLinks } from "@/lib/accounts/links";
import { recordSecurityEvent, type SecurityEvents } from "@/lib/auth/security-events";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { toDate } from "@/lib/time/instants";

/** So long both addresses may agree; each link works for half an hour. */
export const ADDRESS_CHANGE_HOURS = 24;

/** Which of the two addresses a link went to. */
export type AddressSide = "old" | "new";

const columns = { id: true, userId: true, oldAddress: true, newAddress: true, sessionId: true, state: true, expiresAt: true, oldAllowedAt: true, newConfirmedAt: true, user: { select: { name: true, email: true, suspendedAt: true, organizationId: true } } } as const;
export type LockedChange = Prisma.AddressChangeGetPayload<{ select: typeof columns }>;

/** Takes a change for this transaction. Whoever needs its links too takes it first, so that no two wait for each other. */
export async function lockAddressChange(tx: Tx, where: Prisma.AddressChangeWhereInput): Promise<LockedChange | null> {
  const found = await tx.addressChange.findFirst({ where, select: { id: true } });
  if (!found) return null;
  await tx.$queryRaw`SELECT id FROM address_change WHERE id = ${found.id}::uuid FOR UPDATE`;
  return tx.addressChange.findUnique({ where: { id: found.id }, select: columns });
}

type Standing = { state: string; expiresAt: Date; oldAddress: string; user: { email: string; suspendedAt: Date | null } };

/** Both may still agree: its day is not over, and the person is who they were. */
export function isChangeOpen({ state, expiresAt, oldAddress, user }: Standing, now: Temporal.Instant): boolean {
  return state === "open" && expiresAt.getTime() > now.epochMilliseconds && user.email === oldAddress && user.suspendedAt === null;
}

type Ending = { state: "refused"; type: "address.refused"; by: AddressSide } | { state: "withdrawn"; type: "address.withdrawn" };

/** Nothing changes: neither of its links works any more. @param actorId null where nobody was signed in */
export async function endAddressChange(tx: Tx, { id, userId, newAddress: to }: LockedChange, { ending, actorId, now }: { ending: Ending; actorId: string | null; now: Temporal.Instant }): Promise<void> {
  await tx.addressChange.update({ where: { id }, data: { state: ending.state, closedAt: toDate(now) } });
  await endLinks(tx, { addressChangeId: id }, now);
  const event = { userId, actorId, at: now };
  if (ending.type === "address.refused") await recordSecurityEvent(tx, { ...event, type: ending.type, data: { to, by: ending.by } satisfies SecurityEvents["address.refused"] });
  else await recordSecurityEvent(tx, { ...event, type: ending.type, data: { to } });
}
