import { publicContext } from "@/lib/actions/context";
import { legacyQuestion } from "@/lib/kb/legacy/addresses";
import { findLegacyTarget } from "@/lib/kb/legacy/queries";

/** Addresses of the knowledge base of the desk before this one, wherever they are still kept: in letters, in bookmarks, in search engines. */
export async function GET(request: Request): Promise<Response> {
  const asked = legacyQuestion(new URL(request.url).searchParams);
  switch (asked.kind) {
    case "home":
      return forGood("/kb");
    case "search":
      return forNow(`/kb/search?${new URLSearchParams({ q: asked.text })}`);
    case "article":
    case "category": {
      const target = await findLegacyTarget(publicContext(), asked);
      // Neither the title nor the address of what is not for everybody: whoever signs in is led on from there.
      if (target === "private") return forNow(`/portal/earlier?${new URLSearchParams({ [asked.kind]: asked.key })}`);
      if (!target) return forNow(`/earlier?${new URLSearchParams({ [asked.kind]: asked.key })}`);
      return forGood(target.kind === "article" ? `/kb/articles/${target.slug}` : `/kb/${target.slug}`);
    }
    default:
      return asked satisfies never;
  }
}

/** A day at most is it remembered: an article may be made private. */
function forGood(location: string): Response {
  return new Response(null, { status: 308, headers: { location, "cache-control": "public, max-age=86400" } });
}

function forNow(location: string): Response {
  return new Response(null, { status: 307, headers: { location, "cache-control": "no-store" } });
}
