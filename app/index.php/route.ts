/** The front of the desk before this one, and its form for a new ticket. */
export function GET(request: Request): Response {
  const isNew = new URL(request.url).searchParams.get("a") === "add";
  return new Response(null, { status: 308, headers: { location: isNew ? "/portal/tickets/new" : "/", "cache-control": "public, max-age=86400" } });
}
