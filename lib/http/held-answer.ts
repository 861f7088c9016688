import type { IncomingMessage, ServerResponse } from "node:http";
import { HELD_PAGE, type Verdict } from "./front-gate";

/** Tells the actions (lib/actions/held.ts) that the desk is held, and until when if that is known. */
export const HELD_HEADER = "x-mesa-held";

/**
 * Carries out what the gate decided. @returns true when that was the whole answer
 */
export function holdRequest(request: IncomingMessage, response: ServerResponse, verdict: Verdict): boolean {
  if (verdict.kind === "staff") {
    passStaff(request, response);
    return false;
  }
  if (verdict.kind === "form" || verdict.kind === "marked") request.headers[HELD_HEADER] = verdict.until?.toString() ?? "on";
  if (verdict.kind === "marked") return false;
  response.setHeader("retry-after", String(verdict.retryAfterSeconds));
  if (verdict.kind === "data" || verdict.kind === "text") {
    refuse(response, verdict);
    return true;
  }
  turnInto503(response);
  if (verdict.kind === "form") return false;
  // What the page is asked to lead back to.
  request.headers["x-mesa-path"] = request.url ?? "/";
  request.url = HELD_PAGE;
  delete request.headers["if-none-match"];
  return false;
}

/** A copy that says something to staff alone is nobody else's: nothing in between may keep it, and none that was kept before will do. */
function passStaff(request: IncomingMessage, response: ServerResponse): void {
  delete request.headers["if-none-match"];
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) => {
    const isKept = name.toLowerCase() === "cache-control" && /s-maxage/.test(String(value));
    return setHeader(name, isKept ? "private, no-store" : value);
  };
}

/** What is still being sent is read away, not cut off: whoever sends reads no answer on a line that broke. */
function refuse(response: ServerResponse, { kind, message }: Extract<Verdict, { message: string }>): void {
  const isData = kind === "data";
  const body = Buffer.from(isData ? JSON.stringify({ code: "MAINTENANCE", message }) : `${message}\n`);
  response.writeHead(503, {
    "content-type": isData ? "application/json; charset=utf-8" : "text/plain; charset=utf-8",
    "content-length": body.byteLength,
    "cache-control": "private, no-store",
  });
  response.end(body);
}

/** The framework renders what it is asked for as a page like any other. Redirects and what went wrong stay what they are. */
function turnInto503(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((status: number, ...rest: unknown[]) => Reflect.apply(writeHead, response, [status === 200 ? 503 : status, ...rest])) as typeof response.writeHead;
}

const HIDDEN_BAR = /<([a-z]+) hidden="" data-maintenance-bar=""/;

/** Shows the bar that every public page carries hidden: cached pages know nobody. */
export function showBar(html: string): string {
  return html.replace(HIDDEN_BAR, '<$1 data-maintenance-bar=""');
}
