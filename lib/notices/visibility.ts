import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db/generated/client";
import { canEditNotices } from "./policy";

/** Who may not edit them sees them where they are shown, and no list of them. */
export function visibleNotices(actor: Actor): Prisma.ServiceMessageWhereInput {
  return canEditNotices(actor) ? {} : { id: { in: [] } };
}
