// The framework's page cache, kept in this process. What the build rendered is not used: it came from the database of that moment,
// which need not be the one that is served. Pages are rendered once on demand, then served from here.

const MOST_ENTRIES = 2000;
/** A page that was stored no longer than this after a turn may have been begun before it. */
const MADE_WITHIN_MS = 2000;

/** @type {Map<string, { value: unknown, lastModified: number, tags: string[] }>} the framework makes several handlers; they share one map */
const pages = (globalThis.mesaPageCache ??= new Map());

export default class PageCache {
  async get(key) {
    const entry = pages.get(key);
    if (!entry || wasBeforeTurn(entry.lastModified)) return null;
    pages.delete(key);
    pages.set(key, entry); // the least recently used is the first
    return entry;
  }

  async set(key, value, context) {
    if (value === null) {
      pages.delete(key);
      return;
    }
    const pageTags = String(value.headers?.["x-next-cache-tags"] ?? "").split(",");
    pages.set(key, { value, lastModified: Date.now(), tags: [...(context?.tags ?? []), ...pageTags].filter(Boolean) });
    if (pages.size > MOST_ENTRIES) pages.delete(pages.keys().next().value);
  }

  async revalidateTag(tags) {
    const gone = new Set([tags].flat());
    for (const [key, entry] of pages) if (entry.tags.some((tag) => gone.has(tag))) pages.delete(key);
  }

  resetRequestCache() {}
}

/** Whether what the pages say has changed since, by the clock alone (lib/http/page-turns.ts). */
function wasBeforeTurn(lastModified) {
  const turns = globalThis.mesaPageTurns;
  if (!turns) return false;
  const now = Date.now();
  while (turns.coming.length > 0 && turns.coming[0] <= now) turns.last = Math.max(turns.last, turns.coming.shift());
  return lastModified < turns.last + MADE_WITHIN_MS;
}
