import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import { findPerson } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { isFromOwnPage } from "@/lib/http/same-origin";

type Gate = { actor: StaffActor } | { answer: Response };

/**
 * For the desk's small requests from the browser. Nobody: 401, so that the page can say that the session ended. A customer: 404, as for
 * any address that is not theirs.
 */
export async function staffOf(request: Request): Promise<Gate> {
  if (!isFromOwnPage(request, env().APP_URL)) return { answer: plain(403) };
  const person = await findPerson();
  if (!person) return { answer: plain(401) };
  return person.kind === "staff" ? { actor: person } : { answer: plain(404) };
}

export function plain(status: number): Response {
  return new Response(null, { status, headers: { "cache-control": "private, no-store" } });
}

/** A draft of 20,000 characters of four bytes each, escaped. */
const MOST_BYTES = 300_000;

/** The body as JSON; undefined when it is not, or too long to be one of ours, which no schema accepts. */
export async function jsonOf(request: Request): Promise<unknown> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= MOST_BYTES)) return undefined;
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}
