import { publicContext } from "@/lib/actions/context";
import { env } from "@/lib/env";
import { unsubscribe } from "@/lib/notifications/unsubscribe";

type Params = { params: Promise<{ token: string }> };

const HEADERS = { "cache-control": "private, no-store" };

/** Somebody opened the address of a mail's header by hand: the page asks what is wanted. Scanners of mail open it too, and do nothing by it. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  return new Response(null, { status: 303, headers: { ...HEADERS, location: `${env().APP_URL}/unsubscribe/${encodeURIComponent((await params).token)}` } });
}

/** A mail program, on behalf of its reader (RFC 8058): from anywhere, without a session; the token says who and of what. */
export async function POST(_request: Request, { params }: Params): Promise<Response> {
  const done = await unsubscribe(publicContext(), { token: (await params).token, what: "topics" });
  return new Response(null, { status: done.ok ? 204 : 404, headers: HEADERS });
}
