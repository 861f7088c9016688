import "server-only";
import { revalidatePath } from "next/cache";
import { KEPT_PAGES } from "@/lib/kb/kept-pages";

/** What stands where, or who may read it, has changed: every page, list and feed that is kept whole is made anew when it is next asked for. */
export function showKnowledgeEverywhere(): void {
  for (const route of KEPT_PAGES.layouts) revalidatePath(route, "layout");
  for (const page of KEPT_PAGES.pages) revalidatePath(page);
  revalidatePath("/agent/kb", "layout");
}
