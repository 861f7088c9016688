import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db/generated/client";

const NONE = { id: { in: [] } };

/** Agents see what is about customers, administrators all but what is about themselves. Customers see no case, also none of their own. */
export function visibleCases(actor: Actor): Prisma.ConductCaseWhereInput {
  if (actor.kind !== "staff") return NONE;
  if (actor.role === "admin") return { aboutId: { not: actor.userId } };
  return { about: { role: "customer" } };
}

/** A customer sees their own suspensions; the desk everybody's. */
export function visibleSuspensions(actor: Actor): Prisma.SuspensionWhereInput {
  if (actor.kind === "customer") return { userId: actor.userId };
  return actor.kind === "staff" ? {} : NONE;
}
