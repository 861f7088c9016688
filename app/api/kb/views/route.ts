import { publicContext } from "@/lib/actions/context";
import { isCountedReader } from "@/lib/auth/counted-reader";
import { findPerson } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { isFromOwnPage } from "@/lib/http/same-origin";
import { countArticleView } from "@/lib/kb/commands";
import { viewSchema } from "@/lib/kb/schema";
import { viewDay, visitorHash } from "@/lib/kb/views";

const LONGEST_BODY = 500;

/**
 * POST { slug }: a person has had the article before their eyes. Answers 204 whether it was counted or not, so that nobody can find out
 * who read what; bots, the desk's own people and second looks on the same day are not counted.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOwnPage(request, env().APP_URL)) return new Response(null, { status: 403 });
  const text = await request.text();
  const body = text.length <= LONGEST_BODY ? viewSchema.safeParse(parseJson(text)) : null;
  if (!body?.success) return new Response(null, { status: 400 });

  if (!(await isCountedReader(request.headers))) return new Response(null, { status: 204 });

  const ctx = publicContext();
  const userAgent = request.headers.get("user-agent") ?? "";
  const address = request.headers.get("x-mesa-client-address") ?? "unknown";
  const counted = await countArticleView({ ...ctx, actor: await findPerson() }, {
    slug: body.data.slug,
    visitorHash: visitorHash({ secret: env().APP_SECRET, day: viewDay(ctx.now), address, userAgent }),
  });
  return new Response(null, { status: counted.ok ? 204 : 404 });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the schema refuses it
  }
}
