import { contextOf } from "@/lib/actions/context";
import { stayPresent } from "@/lib/chat/commands/set-availability";
import { countChats, listConversations } from "@/lib/chat/queries";
import { staffOf } from "../_lib/staff-request";

const headers = { "cache-control": "private, no-store" };

/** The desk's conversations as they are now. */
export async function GET(request: Request): Promise<Response> {
  const gate = await staffOf(request);
  if ("answer" in gate) return gate.answer;
  return Response.json(await listConversations(contextOf(gate.actor)), { headers });
}

/** A page of the desk is open: whoever is available stays so. Answers what waits. */
export async function POST(request: Request): Promise<Response> {
  const gate = await staffOf(request);
  if ("answer" in gate) return gate.answer;
  const ctx = contextOf(gate.actor);
  await stayPresent(ctx);
  return Response.json(await countChats(ctx), { headers });
}
