import { noConversation } from "@/app/api/chat/_lib/no-conversation";
import { contextOf } from "@/lib/actions/context";
import { findPersonOfRequest } from "@/lib/auth/person-of-request";
import { findConversation } from "@/lib/chat/queries";
import { isUuid } from "@/lib/files/ids";

type Params = { params: Promise<{ conversation: string }> };

/** A conversation as its reader may see it, with what was written after `?after=`. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const actor = await findPersonOfRequest(request);
  if (!actor) return noConversation(401);
  const { conversation } = await params;
  const after = Number(new URL(request.url).searchParams.get("after") ?? 0);
  const found = isUuid(conversation) && (await findConversation(contextOf(actor), conversation, { after: Number.isSafeInteger(after) && after > 0 ? Math.min(after, 1_000_000) : 0 }));
  return found ? Response.json(found, { headers: { "cache-control": "private, no-store" } }) : noConversation(404);
}
