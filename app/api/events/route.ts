import { streamHub } from "@/lib/realtime/registry";
import { listenerOf, refused } from "./_lib/listener-request";

export const dynamic = "force-dynamic";

/** So many messages may wait for a browser that does not read them; then it comes again and is told what it missed. */
const MOST_WAITING = 100;

/** Everything that changes for the person who listens, as server-sent events, until they sign out or go. */
export async function GET(request: Request): Promise<Response> {
  const gate = await listenerOf(request);
  if ("answer" in gate) return gate.answer;
  const { person, claim, after } = gate;

  const encoder = new TextEncoder();
  let leave = () => {};
  let isGone = request.signal.aborted;
  const go = () => {
    isGone = true;
    leave();
  };
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given), cancel: go });
  const joined = await streamHub().join(
    {
      person,
      claim,
      write(text) {
        // Nobody reads what is broken; a stream that fails must not keep the next one from being written to.
        if (isGone || controller.desiredSize === null) return false;
        controller.enqueue(encoder.encode(text));
        return (controller.desiredSize ?? 0) > -MOST_WAITING;
      },
      close() {
        if (!isGone && controller.desiredSize !== null) controller.close();
        isGone = true;
      },
    },
    after,
  );
  if (!joined.ok) return refused(joined.code);
  leave = joined.data;
  request.signal.addEventListener("abort", go, { once: true });
  if (isGone) leave();
  return new Response(body, { headers: STREAM_HEADERS });
}

const STREAM_HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  // Neither our own compression nor a proxy's may hold anything back.
  "cache-control": "private, no-store, no-transform",
  "x-accel-buffering": "no",
};
