import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db/generated/client";
import { canEditSynonyms } from "./policy";

/** Who may not edit the groups does not see them either. */
export function visibleSynonymGroups(actor: Actor): Prisma.SearchSynonymGroupWhereInput {
  return canEditSynonyms(actor) ? {} : { id: { in: [] } };
}
