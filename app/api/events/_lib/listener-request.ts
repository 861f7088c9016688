import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import { findSessionOfRequest } from "@/lib/auth/person-of-request";
import type { SessionClaim } from "@/lib/auth/person-of-session";
import { env } from "@/lib/env";
import { isFromOwnPage } from "@/lib/http/same-origin";
import { refusalMessage } from "@/lib/i18n/refusals";

type Gate = { person: PersonActor; claim: SessionClaim; /** What the browser says it has seen; null when it begins. */ after: string | null } | { answer: Response };

const STATUS = { FORBIDDEN: 403, SIGNED_OUT: 401, TOO_MANY_STREAMS: 429 } as const;

/** Who wants to hear what changes, and since when: a browser that comes again by itself says so in a header. */
export async function listenerOf(request: Request): Promise<Gate> {
  if (!isFromOwnPage(request, env().APP_URL)) return { answer: refused("FORBIDDEN") };
  const session = await findSessionOfRequest(request);
  if (!session) return { answer: refused("SIGNED_OUT") };
  const after = request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("after");
  return { ...session, after };
}

export function refused(code: keyof typeof STATUS): Response {
  const retryAfter: Record<string, string> = code === "TOO_MANY_STREAMS" ? { "retry-after": "60" } : {};
  return Response.json({ code, message: refusalMessage(code) }, { status: STATUS[code], headers: { "cache-control": "private, no-store", ...retryAfter } });
}
