import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** What anybody may ask the search for in a minute: more than the fastest typist, less than a flood. Counted by this process. */
const limiter = new RateLimiterMemory({ points: 240, duration: 60 });

/** Null when the request may go on; the answer that says when to come back otherwise. */
export async function limitPublicSearch(headers: Headers): Promise<Response | null> {
  try {
    await limiter.consume(addressOf(headers));
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
  return isWithin(recordLimiter, addressOf(headers));
}

/** How many articles one address may vote on in a minute: more than anybody reads. */
const voteLimiter = new RateLimiterMemory({ points: 20, duration: 60 });

export async function mayVote(headers: Pick<Headers, "get">): Promise<boolean> {
  return isWithin(voteLimiter, addressOf(headers));
}

/** How many receipts one address may check in a minute: a pile of them by hand, and no guessing. */
const checkLimiter = new RateLimiterMemory({ points: 30, duration: 60 });

export async function mayCheckReceipt(headers: Pick<Headers, "get">): Promise<boolean> {
  return isWithin(checkLimiter, addressOf(headers));
}

/** How many documents one person may have made in a minute: each takes a core for part of a second. */
const documentLimiter = new RateLimiterMemory({ points: 20, duration: 60 });

export async function mayMakeDocument(userId: string): Promise<boolean> {
  return isWithin(documentLimiter, userId);
}

/** What one person who signed in may look for while typing, in a minute: each letter may ask once. */
const personSearchLimiter = new RateLimiterMemory({ points: 240, duration: 60 });

export async function maySuggestTo(userId: string): Promise<boolean> {
  return isWithin(personSearchLimiter, userId);
}

/** How often one person may have a text shown as its page, in a minute: more than anybody pauses while writing. */
const previewLimiter = new RateLimiterMemory({ points: 120, duration: 60 });

export async function mayPreview(userId: string): Promise<boolean> {
  return isWithin(previewLimiter, userId);
}

/** What one person may write in conversations in ten seconds before the database is asked: more than it lets through, less than a flood. */
const chatLimiter = new RateLimiterMemory({ points: 60, duration: 10 });

export async function mayChat(userId: string): Promise<boolean> {
  return isWithin(chatLimiter, userId);
}

/** How often one person's pages may say what they see and that they write, in ten seconds. */
const signalLimiter = new RateLimiterMemory({ points: 60, duration: 10 });

export async function maySignal(userId: string): Promise<boolean> {
  return isWithin(signalLimiter, userId);
}

async function isWithin(counter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await counter.consume(key);
    return true;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return false;
  }
}

function addressOf(headers: Pick<Headers, "get">): string {
  return headers.get("x-mesa-client-address") ?? "unknown";
}
