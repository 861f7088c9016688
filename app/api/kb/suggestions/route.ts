import { searchHit } from "@/app/(public)/_data/search-hits";
import { publicContext } from "@/lib/actions/context";
import { limitPublicSearch } from "@/lib/http/public-limit";
import { knowledgeKindSchema, searchTextSchema } from "@/lib/kb/schema";
import { suggestKnowledge } from "@/lib/kb/search-knowledge";

/** GET ?q=…&kind=article|faq: what matches while one types. Kept for a minute by the browser that asked, and by nobody in between: what is made private goes at once. */
export async function GET(request: Request): Promise<Response> {
  const limited = await limitPublicSearch(request.headers);
  if (limited) return limited;
  const { searchParams } = new URL(request.url);
  const text = searchTextSchema.parse(searchParams.get("q") ?? "");
  const kind = knowledgeKindSchema.parse(searchParams.get("kind") ?? undefined);
  const hits = text === "" ? [] : await suggestKnowledge(publicContext(), { text, ...(kind ? { kinds: [kind] } : {}) });
  return Response.json({ hits: hits.map((hit) => searchHit(hit)) }, { headers: { "cache-control": "private, max-age=60" } });
}
