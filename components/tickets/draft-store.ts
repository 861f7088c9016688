import type { DraftHome } from "@/components/tickets/draft-request";
import type { LocalDraft } from "@/lib/drafts/choice";

/*
 * What the server does not have yet, in this browser. A key names its person, and only that person's pages read it; signing out erases all.
 * A browser may have no such place, or no room in it: every function then does nothing.
 */

const PREFIX = "mesa.draft:";
const CHANNEL = "mesa.drafts";
const MOST_DAYS = 30;

export function readLocal(home: DraftHome): LocalDraft | null {
  const text = attempt(() => localStorage.getItem(keyOf(home)));
  const found: unknown = text && attempt(() => JSON.parse(text));
  if (!isLocalDraft(found)) return null;
  return found.at > Date.now() - MOST_DAYS * 86_400_000 ? found : null;
}

/** @returns whether it is kept */
export function writeLocal(home: DraftHome, draft: LocalDraft): boolean {
  return attempt(() => localStorage.setItem(keyOf(home), JSON.stringify(draft))) !== null;
}

export function eraseLocal(home: DraftHome): void {
  attempt(() => localStorage.removeItem(keyOf(home)));
}

/** Of everybody: the next person at this computer finds nothing. */
export function wipeLocal(): void {
  attempt(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  });
  tell({ kind: "wiped" });
}

export function hasLocal(): boolean {
  return attempt(() => Object.keys(localStorage).some((key) => key.startsWith(PREFIX))) ?? false;
}

/** What pages of this browser tell each other: that something happened to a draft, that another page has begun with it, or that one signed out. */
export type DraftNews = { kind: "changed" | "opened"; owner: string; slot: string } | { kind: "wiped" };

/** A page hears its own channels too. */
const PAGE = Math.random().toString(36);

export function tell(news: DraftNews): void {
  attempt(() => {
    const channel = new BroadcastChannel(CHANNEL);
    // eslint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin anyway
    channel.postMessage({ news, page: PAGE });
    channel.close();
  });
}

/** News of other pages, and of this one that one signs out. @returns what ends listening */
export function listen(hear: (news: DraftNews) => void): () => void {
  const channel = attempt(() => new BroadcastChannel(CHANNEL));
  if (!channel) return () => {};
  channel.addEventListener("message", ({ data }: MessageEvent<{ news: DraftNews; page: string }>) => {
    if (data.page !== PAGE || data.news.kind === "wiped") hear(data.news);
  });
  return () => channel.close();
}

function keyOf({ owner, slot }: DraftHome): string {
  return `${PREFIX}${owner}:${slot}`;
}

function isLocalDraft(found: unknown): found is LocalDraft {
  if (typeof found !== "object" || found === null) return false;
  const { data, base, unheard, at } = found as Record<string, unknown>;
  return typeof data === "object" && data !== null && (base === null || typeof base === "string") && Array.isArray(unheard) && unheard.every((each) => typeof each === "string") && typeof at === "number";
}

/** Null when the browser refuses; a storage that is full or forbidden throws. */
function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}
