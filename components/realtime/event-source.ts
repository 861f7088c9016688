import type { News } from "@/lib/realtime/news";

/** Something came through the stream: at least that it is alive. */
export type Sign = { cursor?: string; news?: News[]; isReset?: boolean; isFresh?: boolean; isSignedOut?: boolean };

const RETRY_MS = 60_000;

/** Keeps a stream open: the browser comes again by itself after a cut; after a refusal it is tried again a minute later. @returns what ends it */
export function keepStream({ after, take }: { /** What was seen, when it is opened. */ after: () => string | null; take: (sign: Sign) => void }): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function open() {
    const seen = after();
    source = new EventSource(seen === null ? "/api/events" : `/api/events?after=${encodeURIComponent(seen)}`);
    const on = (type: string, read: (data: unknown) => Sign) =>
      source?.addEventListener(type, (event: MessageEvent<string>) => take({ ...(event.lastEventId && { cursor: event.lastEventId }), ...read(JSON.parse(event.data)) }));
    on("ready", () => ({ isFresh: seen === null }));
    on("reset", () => ({ isReset: true }));
    on("message", (news) => ({ news: news as News[] }));
    on("beat", () => ({}));
    on("end", (data) => {
      const isSignedOut = (data as { why: string }).why === "signed-out";
      if (isSignedOut) close();
      return { isSignedOut };
    });
    source.addEventListener("error", () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      clearTimeout(timer);
      timer = setTimeout(open, RETRY_MS);
    });
  }

  function close() {
    clearTimeout(timer);
    source?.close();
  }

  open();
  return close;
}
