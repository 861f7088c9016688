import { createHash } from "node:crypto";

/**
 * The CSP sources of the inline scripts in a cached page. Only what the framework writes is let through: data pushed for hydration
 * (a call with nothing but JSON in it) and React's own fixed snippets. Anything else, such as a script that slipped in through a
 * text, gets no hash and does not run.
 */
export function inlineScriptHashes(html: string): string[] {
  const hashes = new Set<string>();
  for (const match of html.matchAll(INLINE_SCRIPT)) {
    const [, attributes = "", body = ""] = match;
    if (/\bsrc=/.test(attributes) || /\btype="(?!text\/javascript|module)/.test(attributes) || body === "") continue;
    if (isFrameworkScript(body)) hashes.add(`'sha256-${sha256(body)}'`);
  }
  return [...hashes];
}

const INLINE_SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
const PUSH = /^(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\(([\s\S]*)\)$/;
/** The bundler's start: which of our own chunks to wait for. Data only, like the pushes above. */
const BUNDLER_START = /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\((\{[\s\S]*\})\);?$/;
/** React's fixed snippets, each by its SHA-256: to begin like one is not enough. A test compares them with the React that is installed. */
const SNIPPETS = new Set([
  "7mu4H06fwDCjmnxxr/xNHyuQC6pLTHr4M2E4jXw5WZs=", // when the shell was shown
  "ejxEGil7Q2jnFo9T1EMjhzsRoWDTVn8tRpUYd4XCJkY=", // $RB, $RV and $RC: a boundary is complete
  "rkPyhj2kmK5uKX6SivS3u1ga+pNajy8xBWBiEPXhNMA=", // $RS: a segment of one is
  "HIwET9YbpCDSDZxSjDwBhUP6sywD0vfbAPbsgjDbN4U=", // $RX: it failed, and is made in the browser
]);
const SNIPPET_CALL = /\$R[CSX]\("[A-Za-z0-9:_]*"(?:,"[A-Za-z0-9:_]*")*\)$/;

function isFrameworkScript(body: string): boolean {
  const pushed = PUSH.exec(body);
  if (pushed) return isJson(pushed[1] ?? "");
  const start = BUNDLER_START.exec(body);
  if (start) return isJson(start[1] ?? "");
  const snippet = body.replace(SNIPPET_CALL, "");
  return snippet === "" || SNIPPETS.has(sha256(snippet));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
