import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { bodyOf, lockTree } from "@/lib/kb/categories/record";
import type { CategoryIdInput } from "@/lib/kb/categories/schema";
import { canWriteKnowledge } from "@/lib/kb/policy";
import { recordKbEvent } from "@/lib/kb/record-event";
import { ok, refuse, type Result } from "@/lib/result";

type Answer = Result<{ isGone: true }, "FORBIDDEN" | "CATEGORY_HAS_ARTICLES" | "CATEGORY_HAS_CHILDREN">;

/** Only what is empty, so that nothing is lost with it. What is gone already is as it was wanted. */
export async function deleteCategory({ db, actor, now }: Context<StaffActor>, { categoryId }: CategoryIdInput): Promise<Answer> {
  if (!canWriteKnowledge(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Answer> => {
    const rows = await lockTree(tx);
    const category = rows.find((row) => row.id === categoryId);
    if (!category) return ok({ isGone: true });
    // Held as a whole: an article that is put into it at this moment waits, and then finds it gone.
    await tx.$queryRaw`SELECT id FROM kb_category WHERE id = ${categoryId}::uuid FOR UPDATE`;
    const children = rows.filter((row) => row.parentId === categoryId).length;
    if (children > 0) return refuse("CATEGORY_HAS_CHILDREN", { count: children });
    const articles = await tx.article.count({ where: { categoryId } });
    if (articles > 0) return refuse("CATEGORY_HAS_ARTICLES", { count: articles });
    await tx.kbCategory.delete({ where: { id: categoryId }, select: { id: true } });
    await recordKbEvent(tx, { subjectId: categoryId, type: "category.deleted", data: { slug: category.slug, ...bodyOf(category) }, actor, at: now });
    return ok({ isGone: true });
  });
}
