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
    if (isFrameworkScript(body)) hashes.add(`'sha256-${createHash("sha256").update(body).digest("base64")}'`);
  }
  return [...hashes];
}

const INLINE_SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
const PUSH = /^(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\(([\s\S]*)\)$/;
/** The bundler's start: which of our own chunks to wait for. Data only, like the pushes above. */
const BUNDLER_START = /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\((\{[\s\S]*\})\);?$/;
/** React's fixed snippets, by how they begin; each is a constant of its source. */
const SNIPPETS = [
  "requestAnimationFrame(function(){$RT=performance.now()})",
  "$RB=[];$RV=function(",
  "$RC=function(",
  "$RS=function(",
  "$RX=function(",
];
const SNIPPET_CALL = /^\$R[CSX]\("[A-Za-z0-9:_]*"(?:,"[A-Za-z0-9:_]*")*\)$/;

function isFrameworkScript(body: string): boolean {
  const pushed = PUSH.exec(body);
  if (pushed) return isJson(pushed[1] ?? "");
  const start = BUNDLER_START.exec(body);
  if (start) return isJson(start[1] ?? "");
  return SNIPPET_CALL.test(body) || SNIPPETS.some((snippet) => body.startsWith(snippet));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
