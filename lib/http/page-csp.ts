import type { ServerResponse } from "node:http";
import { inlineScriptHashes } from "./inline-scripts";
import { contentSecurityPolicy } from "./security-headers";
import { stillPage } from "./still-page";

/**
 * Takes the scripts out of still pages, and gives pages that came without a policy of their own (the public ones) a policy with the
 * hashes of what inline scripts are left.
 * The page is held back until it is whole: cached pages are, and a header cannot follow the body.
 */
export function addPageCsp(response: ServerResponse, { change, ...policy }: { isHttps: boolean; isDevelopment: boolean; /** Of the whole page, for this reader. */ change?: (html: string) => string }): void {
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  const writeHead = response.writeHead.bind(response);
  let held: Buffer[] | null = null;
  let isDecided = false;

  function holdsBack(): boolean {
    if (!isDecided) {
      isDecided = true;
      const isPage = String(response.getHeader("content-type") ?? "").startsWith("text/html");
      if (isPage && !response.hasHeader("content-security-policy") && !response.headersSent) held = [];
    }
    return held !== null;
  }

  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    const headers = args.at(-1);
    if (typeof headers === "object" && headers !== null && !Array.isArray(headers)) {
      for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
    }
    response.statusCode = args[0];
    if (holdsBack()) return response;
    return writeHead(args[0]);
  }) as typeof response.writeHead;

  response.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
    if (!holdsBack()) return Reflect.apply(write, response, [chunk, ...rest]);
    held?.push(Buffer.from(chunk as Uint8Array));
    callbackOf(rest)?.();
    return true;
  }) as typeof response.write;

  response.end = ((...args: unknown[]) => {
    if (!holdsBack() || held === null) return Reflect.apply(end, response, args);
    const [chunk] = args;
    if (typeof chunk === "string" || chunk instanceof Uint8Array) held.push(Buffer.from(chunk as Uint8Array));
    const whole = Buffer.concat(held).toString("utf8");
    // Development reloads through the framework's scripts, so they stay there.
    const still = policy.isDevelopment ? whole : stillPage(whole);
    const html = change ? change(still) : still;
    const page = Buffer.from(html);
    held = null;
    const scriptSources = ["'self'", ...(policy.isDevelopment ? ["'unsafe-inline'"] : inlineScriptHashes(html))];
    response.setHeader("content-security-policy", contentSecurityPolicy({ scriptSources, ...policy }));
    if (response.hasHeader("content-length")) response.setHeader("content-length", page.byteLength);
    return Reflect.apply(end, response, [page, ...(callbackOf(args) ? [callbackOf(args)] : [])]);
  }) as typeof response.end;
}

function callbackOf(args: unknown[]): (() => void) | undefined {
  return args.find((each): each is () => void => typeof each === "function");
}
