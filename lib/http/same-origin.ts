/**
 * Whether a request comes from a page of this desk. Another site's page can send one with the reader's cookies; what it cannot do is say
 * that it comes from here. A browser without either header may read, and not write.
 */
export function isFromOwnPage(request: Pick<Request, "headers" | "method">, appUrl: string): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = request.headers.get("origin");
  if (origin === null) return request.method === "GET" || request.method === "HEAD";
  return origin === new URL(appUrl).origin;
}
