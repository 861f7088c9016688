import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import { findPerson } from "@/lib/auth/session";

type Gate = { actor: StaffActor } | { answer: Response };

/**
 * For the desk's small requests from the browser. Nobody: 401, so that the page can say that the session ended. A customer: 404, as for
 * any address that is not theirs.
 */
export async function staffOf(request: Request): Promise<Gate> {
  if (isFromElsewhere(request)) return { answer: plain(403) };
  const person = await findPerson();
  if (!person) return { answer: plain(401) };
  return person.kind === "staff" ? { actor: person } : { answer: plain(404) };
}

export function plain(status: number): Response {
  return new Response(null, { status, headers: { "cache-control": "private, no-store" } });
}

/** The body as JSON; undefined when it is not, which no schema accepts. */
export async function jsonOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}

/** Another site's page may send requests with this browser's cookies; it may neither write nor ask. */
function isFromElsewhere(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site !== "same-origin";
  const origin = request.headers.get("origin");
  return origin !== null && hostOf(origin) !== request.headers.get("host");
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
