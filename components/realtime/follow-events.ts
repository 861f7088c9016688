import { keepStream, type Sign } from "@/components/realtime/event-source";
import { whenLeading } from "@/components/realtime/tab-lead";
import type { News, PollAnswer } from "@/lib/realtime/news";

export type Heard = { news: News[]; /** Nobody knows what was missed. */ isReset: boolean; /** It may have been on the page already. */ isPast: boolean };

const POLL_EVERY_MS = 15_000;
/** A stream that begins gives a sign at once, and later one every twenty seconds. */
const FIRST_SIGN_MS = 10_000;
const NEXT_SIGN_MS = 45_000;
/** What happened while the page was on its way comes right after the beginning. */
const PAST_MS = 1_500;

/**
 * Follows what changes for a person. The pages of one browser share one stream, which one of them holds and tells the others of; a page
 * in sight that hears nothing asks every 15 seconds instead. Once signed out it has ended by itself. @returns what ends it
 */
export function followEvents({ owner, hear, onSession }: { owner: string; hear: (heard: Heard) => void; onSession: (is: "alive" | "over") => void }): () => void {
  const name = `mesa.events:${owner}`;
  const channel = new BroadcastChannel(name);
  let cursor: string | null = null;
  let quietUntil = performance.now() + FIRST_SIGN_MS;
  let pastUntil = 0;
  let isLeading = false;
  let isOver = false;

  function take({ cursor: seen, news = [], isReset = false, isFresh = false, isSignedOut = false }: Sign) {
    if (isOver) return;
    quietUntil = performance.now() + NEXT_SIGN_MS;
    if (isFresh) pastUntil = performance.now() + PAST_MS;
    if (seen) cursor = seen;
    if (!isSignedOut) onSession("alive");
    if (news.length > 0 || isReset) hear({ news, isReset, isPast: performance.now() < pastUntil });
    if (isSignedOut) signedOut();
  }

  channel.addEventListener("message", ({ data }: MessageEvent<Sign | "anybody">) => {
    if (data !== "anybody") return take(data);
    // eslint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin anyway
    if (isLeading && performance.now() < quietUntil) channel.postMessage(cursor === null ? {} : { cursor });
  });
  // eslint-disable-next-line unicorn/require-post-message-target-origin -- as above
  channel.postMessage("anybody");

  const stopLeading = whenLeading(name, () => {
    isLeading = true;
    return keepStream({
      after: () => cursor,
      take(sign) {
        // eslint-disable-next-line unicorn/require-post-message-target-origin -- as above
        channel.postMessage(sign);
        take(sign);
      },
    });
  });

  let timer = setTimeout(look, FIRST_SIGN_MS);
  async function look() {
    if (!document.hidden && performance.now() >= quietUntil) {
      const answer = await poll(cursor);
      if (isOver) return;
      if (answer === "signed-out") return signedOut();
      if (answer) {
        const isPast = cursor === null;
        cursor = answer.cursor;
        onSession("alive");
        if (answer.news.length > 0 || answer.isReset) hear({ ...answer, isPast });
      }
    }
    timer = setTimeout(() => void look(), POLL_EVERY_MS);
  }

  function signedOut() {
    stop();
    onSession("over");
  }

  function stop() {
    isOver = true;
    clearTimeout(timer);
    stopLeading();
    channel.close();
  }
  return stop;
}

async function poll(after: string | null): Promise<PollAnswer | "signed-out" | null> {
  try {
    const response = await fetch(after === null ? "/api/events/poll" : `/api/events/poll?after=${encodeURIComponent(after)}`, { cache: "no-store" });
    if (response.status === 401) return "signed-out";
    return response.ok ? ((await response.json()) as PollAnswer) : null;
  } catch {
    return null; // no network: the next look will tell
  }
}
