import "server-only";
import { cache } from "react";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { findWork } from "@/lib/quotes/work-queries";
import { parseReference } from "@/lib/tickets/reference";

/** The work on a ticket, for the page and its title alike. Null is not found. */
export const loadWork = cache(async (typed: string) => {
  const ctx = contextOf(await requireStaff());
  const reference = parseReference(typed);
  const work = reference && (await findWork(ctx, reference));
  return work ? { ctx, work } : null;
});
