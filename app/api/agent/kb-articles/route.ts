import { contextOf } from "@/lib/actions/context";
import { env } from "@/lib/env";
import { maySuggestTo } from "@/lib/http/public-limit";
import { findTextForReply, searchArticlesForReply } from "@/lib/kb/articles/insertion-queries";
import { searchTextSchema, slugSchema } from "@/lib/kb/schema";
import { plain, staffOf } from "../_lib/staff-request";

const PRIVATE = { headers: { "cache-control": "private, no-store" } };

/** GET ?q=…: articles that an answer can lead to. GET ?slug=…: the text of one, to be put into an answer. */
export async function GET(request: Request): Promise<Response> {
  const gate = await staffOf(request);
  if ("answer" in gate) return gate.answer;
  if (!(await maySuggestTo(gate.actor.userId))) return plain(429);
  const ctx = contextOf(gate.actor);
  const origin = env().APP_URL.replace(/\/$/, "");
  const { searchParams } = new URL(request.url);
  const slug = searchParams.get("slug");
  if (slug === null) return Response.json({ articles: await searchArticlesForReply(ctx, { text: searchTextSchema.parse(searchParams.get("q")), origin }) }, PRIVATE);
  const text = slugSchema.safeParse(slug).success ? await findTextForReply(ctx, { slug, origin }) : null;
  return text === null ? plain(404) : Response.json({ text }, PRIVATE);
}
