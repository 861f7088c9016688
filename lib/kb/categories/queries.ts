import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canWriteKnowledge } from "@/lib/kb/policy";
import { treeOf } from "./tree";
import type { CategoryNode } from "./types";

/** Every category, for whoever writes: empty ones and those of the desk too. */
export async function listCategoryTree({ db, actor }: Context<StaffActor>): Promise<CategoryNode[]> {
  if (!canWriteKnowledge(actor)) return [];
  const rows = await db.kbCategory.findMany({
    select: { id: true, slug: true, name: true, description: true, parentId: true, position: true, audience: true, effectiveAudience: true, version: true, _count: { select: { articles: true } } },
  });
  return treeOf(rows.map(({ _count, ...row }) => ({ ...row, articleCount: _count.articles })));
}
