import { noConversation } from "@/app/api/chat/_lib/no-conversation";
import { deskText } from "@/app/portal/chat/_data/desk-text";
import { contextOf } from "@/lib/actions/context";
import { findPersonOfRequest } from "@/lib/auth/person-of-request";
import { findConversation, findDeskState, findOwnConversation } from "@/lib/chat/queries";

/** What the small panel of the public pages begins with: whose it is, whether the desk can be talked to, and what is under way. */
export async function GET(request: Request): Promise<Response> {
  const actor = await findPersonOfRequest(request);
  if (!actor) return noConversation(401);
  if (actor.kind !== "customer") return noConversation(404);
  const ctx = contextOf(actor);
  const [desk, own] = await Promise.all([findDeskState(ctx), findOwnConversation(ctx)]);
  const conversation = own?.isLive ? await findConversation(ctx, own.id) : null;
  return Response.json({ owner: actor.userId, desk: deskText(desk, ctx.now), conversation }, { headers: { "cache-control": "private, no-store" } });
}
