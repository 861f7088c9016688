import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import { toDate } from "@/lib/time/instants";

/** What can happen to somebody's ways in, and what is told of it. */
export type SecurityEvents = {
  "factor.set-up": Record<string, never>;
  "factor.removed": Record<string, never>;
  /** By the desk, for somebody who lost it. `reason`: how it was known that it was them. */
  "factor.reset": { reason: string };
  "codes.renewed": Record<string, never>;
  "code.recovery-used": { left: number };
  "sessions.ended": { count: number };
  "identity.linked": { issuer: string };
  "name.changed": { from: string; to: string };
  "password.changed": Record<string, never>;
  "address.asked": { to: string };
  /** From the address of before. */
  "address.allowed": { to: string };
  /** From the new one. */
  "address.confirmed": { to: string };
  "address.refused": { to: string; by: "old" | "new" };
  "address.withdrawn": { to: string };
  "address.changed": { from: string; to: string };
  "staff.deactivated": { openTickets: number };
  "staff.activated": Record<string, never>;
  "tickets.handed-over": { count: number; to: string | null };
  "settings.changed": { isStaffFactorRequired: boolean; isProviderFactorEnough: boolean; canAgentsResetFactors: boolean };
};
export type SecurityEventType = keyof SecurityEvents;

type Event<T extends SecurityEventType> = { type: T; data: SecurityEvents[T]; userId: string | null; actorId: string | null; at: Temporal.Instant };

export async function recordSecurityEvent<T extends SecurityEventType>(tx: Tx | Db, { type, data, userId, actorId, at }: Event<T>): Promise<void> {
  await tx.securityEvent.create({ data: { type, data, userId, actorId, at: toDate(at) } });
}
