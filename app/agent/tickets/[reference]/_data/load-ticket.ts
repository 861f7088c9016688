import "server-only";
import { cache } from "react";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { findTicketForStaff } from "@/lib/tickets/staff-queries";
import { parseReference } from "@/lib/tickets/reference";

/** The ticket of this request, for the page and its title alike. Null is not found. */
export const loadTicket = cache(async (typed: string) => {
  const ctx = contextOf(await requireStaff());
  const reference = parseReference(typed);
  const ticket = reference && (await findTicketForStaff(ctx, reference));
  return ticket ? { ctx, ticket } : null;
});
