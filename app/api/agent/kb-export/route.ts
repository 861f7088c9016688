import { Readable } from "node:stream";
import { contextOf } from "@/lib/actions/context";
import { getTranslator } from "@/lib/i18n/translator";
import { exportKnowledge } from "@/lib/kb/export/export-knowledge";
import { VERSION_CHOICES } from "@/lib/kb/export/read";
import { log } from "@/lib/log";
import { plain, staffOf } from "../_lib/staff-request";

/** All the knowledge as one zip, sent while it is made; `?versions=head` with drafts and what was saved last. */
export async function GET(request: Request): Promise<Response> {
  const gate = await staffOf(request);
  if ("answer" in gate) return gate.answer;
  const asked = new URL(request.url).searchParams.get("versions");
  const versions = VERSION_CHOICES.find((each) => each === asked) ?? "live";
  const made = await exportKnowledge(contextOf(gate.actor), { versions });
  if (!made.ok) return plain(403);
  // The answer has begun: all that can still be said is that it is not whole.
  made.data.on("error", (error) => log.error({ err: error, route: "agent.kb-export" }, "route failed"));
  const name = `${getTranslator("kbExchange")("export.file")}.zip`;
  return new Response(Readable.toWeb(made.data) as unknown as ReadableStream<Uint8Array>, {
    headers: { "content-type": "application/zip", "content-disposition": `attachment; filename="${name}"`, "cache-control": "private, no-store" },
  });
}
