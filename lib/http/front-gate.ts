import type { IncomingHttpHeaders } from "node:http";

/** What is known of a request before the framework sees it. `url`: as it was asked for, from its path on. */
export type AskedRequest = { method?: string | undefined; url?: string | undefined; headers: IncomingHttpHeaders };

/**
 * What becomes of a request while the desk is held. `open`: it goes its way. `form`: a page answers it, and its action refuses and gives
 * back what was typed. `page`, `data`, `text`: it is answered with 503, by the page that says why, in JSON, or in a line.
 */
export type HeldKind = "open" | "page" | "form" | "data" | "text";

/** `staff`: passes, and is told that others do not. `until`: when one may ask again, for people; null where nobody knows. */
export type Verdict = { kind: "staff" } | { kind: "marked"; until: Temporal.Instant | null } | { kind: Exclude<HeldKind, "open">; retryAfterSeconds: number; until: Temporal.Instant | null; message: string };

/** Null: nothing is held. Put on globalThis by instrumentation.ts, which the server (lib/http/server.ts) cannot reach otherwise. */
export type FrontGate = (request: AskedRequest) => Verdict | null | Promise<Verdict | null>;

/** The page that says why; a real address too, which leads on while nothing is held. */
export const HELD_PAGE = "/maintenance";

/**
 * What stays open to everybody: the ways in; the desk and its routes, whose own gates let the staff alone in and lead them through the
 * sign-in; what keeps a text that is being written (drafts, what is sealed in them, votes with their comments); health; mail
 * that a server hands over, which would send it back otherwise; and what a page is made of. robots.txt too: a crawler that gets 503 there stops for the whole site, and for long.
 */
const OPEN = /^\/(?:_next\/|maintenance$|sign-in(?:$|\/)|forgot-password$|set-password\/|agent(?:$|\/)|api\/(?:agent|auth)\/|api\/health$|api\/mail\/inbound$|api\/portal\/(?:drafts$|held-secrets(?:$|\/))|api\/kb\/votes$|robots\.txt$|[\w-]+\.(?:ico|svg|png|js)$)/;
/** Of which the reader is a program. */
const FEEDS = /\.xml$/;

export function heldKindOf({ method = "GET", url = "/", headers }: AskedRequest): HeldKind {
  const path = pathOf(url);
  if (OPEN.test(path)) return path === HELD_PAGE && method !== "POST" ? "page" : "open";
  // The storage service reports what it took in before.
  if (path === "/api/uploadthing" && headers["uploadthing-hook"] !== undefined) return "open";
  if (path.startsWith("/api/")) return "data";
  if (isAction({ method, headers })) return "form";
  const isRead = method === "GET" || method === "HEAD";
  return isRead && !FEEDS.test(path) && headers.rsc === undefined ? "page" : "text";
}

/** A form that a server action answers, with JavaScript or without. */
export function isAction({ method, headers }: Pick<AskedRequest, "method" | "headers">): boolean {
  return method === "POST" && (headers["next-action"] !== undefined || (headers["content-type"] ?? "").startsWith("multipart/form-data"));
}

/** Without dots that lead elsewhere: as the framework will read it. */
function pathOf(url: string): string {
  return URL.parse(url, "http://desk")?.pathname ?? "/";
}
