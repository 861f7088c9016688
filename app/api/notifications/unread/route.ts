import { unreadOf } from "@/app/_notifications/unread";
import { contextOf } from "@/lib/actions/context";
import { findPersonOfRequest } from "@/lib/auth/person-of-request";

/** What the bell shows now; asked when the stream says that it changed. */
export async function GET(request: Request): Promise<Response> {
  const headers = { "cache-control": "private, no-store" };
  const actor = await findPersonOfRequest(request);
  return actor ? Response.json(await unreadOf(contextOf(actor)), { headers }) : new Response(null, { status: 401, headers });
}
