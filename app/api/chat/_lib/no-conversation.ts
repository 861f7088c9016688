/** Nobody: 401, so that the page can say that the session ended; to all others it is as if there were none. */
export function noConversation(status: 401 | 403 | 404): Response {
  return new Response(null, { status, headers: { "cache-control": "private, no-store" } });
}
