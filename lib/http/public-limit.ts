import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** What anybody may ask the search for in a minute: more than the fastest typist, less than a flood. Counted by this process. */
const limiter = new RateLimiterMemory({ points: 240, duration: 60 });

/** Null when the request may go on; the answer that says when to come back otherwise. */
export async function limitPublicSearch(headers: Headers): Promise<Response | null> {
  try {
    await limiter.consume(headers.get("x-mesa-client-address") ?? "unknown");
    return null;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const seconds = Math.ceil(refusal.msBeforeNext / 1000);
    return new Response(null, { status: 429, headers: { "retry-after": String(seconds), "cache-control": "no-store" } });
  }
}

/** What one address may add to the record of searches in a minute: more than anybody looks for, too little to drown what others did. */
const recordLimiter = new RateLimiterMemory({ points: 40, duration: 60 });

export async function mayRecordSearch(headers: Pick<Headers, "get">): Promise<boolean> {
  try {
    await recordLimiter.consume(headers.get("x-mesa-client-address") ?? "unknown");
    return true;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return false;
  }
}
