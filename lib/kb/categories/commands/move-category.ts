import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { SavedCategory } from "@/lib/kb/categories/commands/add-category";
import { lockTree } from "@/lib/kb/categories/record";
import type { MoveCategoryInput } from "@/lib/kb/categories/schema";
import { inOrder } from "@/lib/kb/categories/tree";
import { canWriteKnowledge } from "@/lib/kb/policy";
import { recordKbEvent } from "@/lib/kb/record-event";
import { steppedBy } from "@/lib/order";
import { ok, refuse, type Result } from "@/lib/result";

type Answer = Result<SavedCategory, "FORBIDDEN" | "CATEGORY_GONE">;

/** One place up or down on its level; at the end it stays where it is. What one reads of it does not change, and so neither does its version. */
export async function moveCategory({ db, actor, now }: Context<StaffActor>, { categoryId, direction }: MoveCategoryInput): Promise<Answer> {
  if (!canWriteKnowledge(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Answer> => {
    const rows = await lockTree(tx);
    const category = rows.find((row) => row.id === categoryId);
    if (!category) return refuse("CATEGORY_GONE");
    const level = inOrder(rows.filter((row) => row.parentId === category.parentId));
    const before = level.map((row) => row.id);
    const after = steppedBy(before, categoryId, direction);
    const done = ok({ categoryId, slug: category.slug });
    if (before.join() === after.join()) return done;
    const positions = new Map(level.map((row) => [row.id, row.position]));
    for (const [at, id] of after.entries()) {
      if (positions.get(id) !== at + 1) await tx.kbCategory.update({ where: { id }, data: { position: at + 1 }, select: { id: true } });
    }
    await recordKbEvent(tx, { subjectId: categoryId, type: "category.moved", data: { direction }, actor, at: now });
    return done;
  });
}
