import { searchHitIn } from "@/app/(public)/_data/search-hits";
import { contextOf } from "@/lib/actions/context";
import { findPersonOfRequest } from "@/lib/auth/person-of-request";
import { env } from "@/lib/env";
import { maySuggestTo } from "@/lib/http/public-limit";
import { isFromOwnPage } from "@/lib/http/same-origin";
import { searchTextSchema } from "@/lib/kb/schema";
import { suggestKnowledge } from "@/lib/kb/search-knowledge";

const headers = { "cache-control": "private, no-store" };

/** GET ?q=…: what matches of all that whoever asks may read, while one types. Kept nowhere: what is made private is gone with the next letter. */
export async function GET(request: Request): Promise<Response> {
  const plain = (status: number) => new Response(null, { status, headers });
  if (!isFromOwnPage(request, env().APP_URL)) return plain(403);
  const person = await findPersonOfRequest(request);
  if (!person) return plain(401);
  if (!(await maySuggestTo(person.userId))) return plain(429);
  const text = searchTextSchema.parse(new URL(request.url).searchParams.get("q") ?? "");
  const hits = text === "" ? [] : await suggestKnowledge(contextOf(person), { text });
  return Response.json({ hits: hits.map((hit) => searchHitIn(person.kind === "staff" ? "agent" : "portal", hit, null)) }, { headers });
}
