import type { z } from "zod";
import { afterwards } from "@/lib/actions/afterwards";
import { publicContext } from "@/lib/actions/context";
import { isCountedReader } from "@/lib/auth/counted-reader";
import { env } from "@/lib/env";
import { mayRecordSearch } from "@/lib/http/public-limit";
import { isFromOwnPage } from "@/lib/http/same-origin";
import { recordOpenedResult } from "@/lib/kb/commands/follow-search";
import { recordSearch } from "@/lib/kb/commands/record-search";
import { searchReportSchema } from "@/lib/kb/schema";
import { suggestKnowledge } from "@/lib/kb/search-knowledge";

const LONGEST_BODY = 2_000;

/**
 * POST { search, text?, kind?, opened? }: what came of a search, told by the page it was made on. Answers 204 whether it was kept or not:
 * nobody learns from it which searches there are. The results are counted again here, since anybody may send anything.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOwnPage(request, env().APP_URL)) return new Response(null, { status: 403 });
  const text = await request.text();
  const body = text.length <= LONGEST_BODY ? searchReportSchema.safeParse(parseJson(text)) : null;
  if (!body?.success) return new Response(null, { status: 400 });
  const isCounted = (await isCountedReader(request.headers)) && (await mayRecordSearch(request.headers));
  if (isCounted) afterwards("kb.report-search", () => keep(body.data));
  return new Response(null, { status: 204 });
}

async function keep({ search: token, text, kind, opened }: z.output<typeof searchReportSchema>): Promise<void> {
  const ctx = publicContext();
  if (text) {
    const hits = await suggestKnowledge(ctx, { text, ...(kind ? { kinds: [kind] } : {}) });
    await recordSearch(ctx, { token, place: "box", text, kind, shown: hits, resultCount: hits.length });
  }
  if (opened) await recordOpenedResult(ctx, { token, opened });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the schema refuses it
  }
}
