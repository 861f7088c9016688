export const PAGE_MAX = 500;

/**
 * An address as it may be written down: without query, fragment, name or password, where keys to accounts stand. What is no address
 * stays as it was typed, up to the first sign that would begin one of those.
 */
export function barePage(typed: string): string {
  const text = typed.trim();
  const url = /^https?:\/\//i.test(text) ? URL.parse(text) : null;
  const bare = url ? `${url.protocol}//${url.host}${url.pathname}` : (text.split(/[?#]/, 1)[0] ?? "").trim();
  return bare.slice(0, PAGE_MAX);
}
