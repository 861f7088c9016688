import { contextOf } from "@/lib/actions/context";
import { markTicketNotificationsRead } from "@/lib/notifications/commands/mark-read";
import { markTicketRead } from "@/lib/tickets/commands/mark-ticket-read";
import { ticketIdSchema } from "@/lib/tickets/schema";
import { jsonOf, plain, staffOf } from "../_lib/staff-request";

/** The browser says that a ticket is in sight: opening a page changes nothing by itself. */
export async function POST(request: Request): Promise<Response> {
  const gate = await staffOf(request);
  if ("answer" in gate) return gate.answer;
  const parsed = ticketIdSchema.safeParse(await jsonOf(request));
  if (!parsed.success) return plain(400);
  const ctx = contextOf(gate.actor);
  const marked = await markTicketRead(ctx, parsed.data);
  if (marked.ok) await markTicketNotificationsRead(ctx, parsed.data);
  return plain(marked.ok ? 204 : 404);
}
