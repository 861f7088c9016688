// The framework's page cache, kept in this process. What the build rendered is not used: it came from the database of that moment,
// which need not be the one that is served. Pages are rendered once on demand, then served from here.

const MOST_ENTRIES = 2000;

/** @type {Map<string, { value: unknown, lastModified: number, tags: string[] }>} the framework makes several handlers; they share one map */
const pages = (globalThis.mesaPageCache ??= new Map());

export default class PageCache {
  async get(key) {
    const entry = pages.get(key);
    if (!entry) return null;
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
