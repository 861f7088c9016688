import { createHash } from "node:crypto";
import type { LiveAnswer } from "@/app/agent/_components/desk-live";
import { listAddressOf } from "@/app/agent/_data/list-address";
import { readListVersion } from "@/app/agent/_data/load-list";
import { contextOf } from "@/lib/actions/context";
import { countQueues } from "@/lib/tickets/staff-queries";
import { staffOf } from "../_lib/staff-request";

/** The counts beside the queues, and whether the list in sight would look different now. 304 while nothing changed. */
export async function GET(request: Request): Promise<Response> {
  const gate = await staffOf(request);
  if ("answer" in gate) return gate.answer;

  const params = new URL(request.url).searchParams;
  const ctx = contextOf(gate.actor);
  const [counts, listVersion] = await Promise.all([
    countQueues(ctx),
    params.has("queue") ? readListVersion(ctx, listAddressOf(Object.fromEntries(params))) : null,
  ]);
  const body = JSON.stringify({ counts, listVersion } satisfies LiveAnswer);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const headers = { etag, "cache-control": "private, no-cache", "content-type": "application/json" };
  if (request.headers.get("if-none-match")?.replace(/^W\//, "") === etag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}
