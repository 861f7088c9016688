import "server-only";
import { revalidatePath } from "next/cache";

/**
 * What stands where, or who may read it, has changed: every page, list and feed that is kept whole is made anew when it is next asked for.
 * By their routes, so that no address has to be known.
 */
export function showKnowledgeEverywhere(): void {
  for (const pages of ["/(public)/kb", "/(public)/faq"]) revalidatePath(pages, "layout");
  for (const page of ["/", "/sitemap.xml", "/kb/feed.xml"]) revalidatePath(page);
  revalidatePath("/agent/kb", "layout");
}
