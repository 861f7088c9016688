import { contextOf } from "@/lib/actions/context";
import { exportProducts } from "@/lib/customers/imports/queries";
import { refusalMessage } from "@/lib/i18n/refusals";
import { log } from "@/lib/log";
import { staffOf } from "../../_lib/staff-request";

/** Every product as the import reads it, sent as it is read; `?organization=acme` of one organization. */
export async function GET(request: Request): Promise<Response> {
  const gate = await staffOf(request);
  if ("answer" in gate) return gate.answer;
  const organization = new URL(request.url).searchParams.get("organization")?.replaceAll("\0", "").toWellFormed() || undefined;
  const lines = exportProducts(contextOf(gate.actor), { organization });
  if (!lines.ok) return new Response(refusalMessage(lines.code), { status: 403, headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store" } });
  return new Response(streamOf(lines.data), {
    headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": 'attachment; filename="productos.csv"', "cache-control": "private, no-store" },
  });
}

function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        // The answer has begun: all that can still be said is that it is not whole.
        log.error({ err: error, route: "agent.products-export" }, "route failed");
        controller.error(error);
      }
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
