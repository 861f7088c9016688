import { contextOf } from "@/lib/actions/context";
import { lookAtTicket } from "@/lib/tickets/commands/look-at-ticket";
import { lookSchema } from "@/lib/tickets/schema";
import { jsonOf, plain, staffOf } from "../_lib/staff-request";

/** The browser says that somebody looks at a ticket, or does no more, and hears who else does. */
export async function POST(request: Request): Promise<Response> {
  const gate = await staffOf(request);
  if ("answer" in gate) return gate.answer;
  const parsed = lookSchema.safeParse(await jsonOf(request));
  if (!parsed.success) return plain(400);
  const looked = await lookAtTicket(contextOf(gate.actor), parsed.data);
  return looked.ok ? Response.json(looked.data, { headers: { "cache-control": "private, no-store" } }) : plain(404);
}
