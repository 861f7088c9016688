import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { isSameName, type PlaceRefusal, type SavedCategory } from "@/lib/kb/categories/commands/add-category";
import { bodyOf, lastPosition, lockTree } from "@/lib/kb/categories/record";
import type { EditCategoryInput } from "@/lib/kb/categories/schema";
import { placeRefusal } from "@/lib/kb/categories/tree";
import type { CategoryBody } from "@/lib/kb/categories/types";
import { canWriteKnowledge } from "@/lib/kb/policy";
import { recordKbEvent } from "@/lib/kb/record-event";
import { ok, refuse, type Result } from "@/lib/result";

/** What somebody else saved meanwhile, and the version to write over it with. */
export type CategoryConflict = { version: number; theirs: CategoryBody };
type Answer = Result<SavedCategory, "FORBIDDEN" | "CATEGORY_GONE" | "CATEGORY_CHANGED" | PlaceRefusal>;

/**
 * Name, words, place and audience, over the version that the editor saw and over no other. Who may read what stands below follows in the
 * same transaction: the database hands it down, and with it who may find it.
 */
export async function editCategory({ db, actor, now }: Context<StaffActor>, input: EditCategoryInput): Promise<Answer> {
  if (!canWriteKnowledge(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Answer> => {
    const rows = await lockTree(tx);
    const category = rows.find((row) => row.id === input.categoryId);
    if (!category) return refuse("CATEGORY_GONE");
    const { id, slug, version } = category;
    const before = bodyOf(category);
    const after = bodyOf({ ...input, parentId: input.parentId ?? null });
    if (JSON.stringify(before) === JSON.stringify(after)) return ok({ categoryId: id, slug });
    if (version !== input.version) return refuse("CATEGORY_CHANGED", { version, theirs: before } satisfies CategoryConflict);
    const refusal = placeRefusal({ id, parentId: after.parentId }, rows);
    if (refusal) return refuse(refusal);
    if (rows.some((row) => row.id !== id && row.parentId === after.parentId && isSameName(row.name, after.name))) return refuse("CATEGORY_NAME_TAKEN");
    const place = before.parentId === after.parentId ? {} : { position: lastPosition(after.parentId, rows) };
    await tx.kbCategory.update({ where: { id }, data: { ...after, ...place, version: { increment: 1 } }, select: { id: true } });
    await recordKbEvent(tx, { subjectId: id, type: "category.changed", data: { before, after }, actor, at: now });
    return ok({ categoryId: id, slug });
  });
}
