import { contextOf } from "@/lib/actions/context";
import { findSessionOfRequest } from "@/lib/auth/person-of-request";
import { env } from "@/lib/env";
import { isFromOwnPage } from "@/lib/http/same-origin";
import { keepPushBrowser } from "@/lib/notifications/commands/push-browsers";
import { getPush } from "@/lib/notifications/queries";
import { pushBrowserSchema } from "@/lib/notifications/schema";

const MOST_BYTES = 10_000;
const HEADERS = { "cache-control": "private, no-store" };

/** The key that a browser asks its push service with: for one that was here before and renews what it has. */
export async function GET(request: Request): Promise<Response> {
  const session = await findSessionOfRequest(request);
  if (!session) return plain(401);
  const { publicKey } = await getPush(contextOf(session.person));
  return Response.json({ publicKey }, { headers: HEADERS });
}

/** A browser is to show its person's notifications, or still does. 404: not (any more). 422: the desk does not send to its service. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOwnPage(request, env().APP_URL)) return plain(403);
  const session = await findSessionOfRequest(request);
  if (!session?.claim.sessionId || session.claim.sessionVersion === undefined) return plain(401);
  if (!(Number(request.headers.get("content-length") ?? Number.NaN) <= MOST_BYTES)) return plain(413);
  const parsed = pushBrowserSchema.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return plain(400);
  const { sessionId, sessionVersion } = session.claim;
  const kept = await keepPushBrowser(contextOf(session.person), parsed.data, { sessionId, sessionVersion });
  return kept.ok ? Response.json(kept.data, { headers: HEADERS }) : plain(kept.code === "NOT_FOUND" ? 404 : 422);
}

function plain(status: number): Response {
  return new Response(null, { status, headers: HEADERS });
}
