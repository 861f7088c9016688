import { contextOf } from "@/lib/actions/context";
import { refusalMessage } from "@/lib/i18n/refusals";
import { log } from "@/lib/log";
import { exportDecisions, type ExportLine } from "@/lib/tickets/export-decisions";
import { exportSchema, type ExportInput } from "@/lib/tickets/schema";
import { staffOf } from "../../_lib/staff-request";

/** The labelled set as JSON lines, sent as it is read. `?file=docs|queries|pairs` gives a file of the evaluation's format, without it all three in one. */
export async function GET(request: Request): Promise<Response> {
  const gate = await staffOf(request);
  if ("answer" in gate) return gate.answer;
  const parsed = exportSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success) return refused("EXPORT_UNKNOWN", 400);
  const lines = exportDecisions(contextOf(gate.actor), parsed.data);
  if (!lines.ok) return refused(lines.code, 403);
  return new Response(streamOf(lines.data, parsed.data), {
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      "content-disposition": `attachment; filename="${parsed.data.file ?? "duplicates"}.jsonl"`,
      "cache-control": "private, no-store",
    },
  });
}

function refused(code: string, status: number): Response {
  return new Response(refusalMessage(code), { status, headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store" } });
}

function streamOf(lines: AsyncIterable<ExportLine>, { file }: ExportInput): ReadableStream<Uint8Array> {
  const iterator = lines[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(`${JSON.stringify(value, (key, each: unknown) => (file && key === "type" ? undefined : each))}\n`));
      } catch (error) {
        // The answer has begun: all that can still be said is that it is not whole.
        log.error({ err: error, route: "agent.duplicates-export" }, "route failed");
        controller.error(error);
      }
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
