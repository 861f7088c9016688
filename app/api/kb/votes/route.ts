import { publicContext } from "@/lib/actions/context";
import { isCountedReader } from "@/lib/auth/counted-reader";
import { findPerson } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { mayVote } from "@/lib/http/public-limit";
import { isFromOwnPage } from "@/lib/http/same-origin";
import { articleHrefIn } from "@/lib/kb/addresses";
import { castVote } from "@/lib/kb/commands/cast-vote";
import { voteSchema } from "@/lib/kb/schema";
import { voterHash } from "@/lib/kb/views";
import { AFTER_NO, AFTER_REASON, AFTER_YES } from "@/lib/kb/vote-anchors";

const LONGEST_BODY = 12_000;

/**
 * POST slug, vote, reason?, comment? from the form below an article: leads back to it, to the thanks or to the question why. The answer is
 * the same whether the vote counts or not; bots and the desk's own people are not counted. The page needs no script for it.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOwnPage(request, env().APP_URL)) return new Response(null, { status: 403 });
  const text = await request.text();
  const vote = text.length <= LONGEST_BODY ? voteSchema.safeParse(Object.fromEntries(new URLSearchParams(text))) : null;
  if (!vote?.success) return new Response(null, { status: 400 });
  if ((await isCountedReader(request.headers)) && (await mayVote(request.headers))) {
    const person = await findPerson();
    const voter = voterHash({
      secret: env().APP_SECRET,
      slug: vote.data.slug,
      userId: person?.userId ?? null,
      address: request.headers.get("x-mesa-client-address") ?? "unknown",
      userAgent: request.headers.get("user-agent") ?? "",
    });
    const { area: _, ...said } = vote.data;
    const cast = await castVote({ ...publicContext(), actor: person }, { ...said, voter });
    if (!cast.ok) return new Response(null, { status: 404 });
  }
  const anchor = vote.data.isHelpful ? AFTER_YES : vote.data.reason || vote.data.comment ? AFTER_REASON : AFTER_NO;
  return new Response(null, { status: 303, headers: { location: `${articleHrefIn(vote.data.area, vote.data.slug)}#${anchor}`, "cache-control": "no-store" } });
}
