import "server-only";

const running = globalThis as typeof globalThis & { mesaPageCache?: Map<string, { tags: string[] }> };

/**
 * Has pages made anew when they are next asked for, from where there is no request: a job knows no `revalidatePath`.
 * @param layouts routes with everything below them, as `revalidatePath(…, "layout")` names them; @param pages single addresses
 */
export function forgetKeptPages({ layouts, pages }: { layouts: readonly string[]; pages: readonly string[] }): void {
  const kept = running.mesaPageCache;
  if (!kept) return; // a process that serves none
  const gone = new Set([...layouts.map((route) => `_N_T_${route}/layout`), ...pages.map((path) => `_N_T_${path}`)]);
  for (const [key, { tags }] of kept) if (tags.some((tag) => gone.has(tag))) kept.delete(key);
}
