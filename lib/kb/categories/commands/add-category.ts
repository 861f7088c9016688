import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { bodyOf, lastPosition, lockTree } from "@/lib/kb/categories/record";
import type { AddCategoryInput } from "@/lib/kb/categories/schema";
import { placeRefusal } from "@/lib/kb/categories/tree";
import { canWriteKnowledge } from "@/lib/kb/policy";
import { recordKbEvent } from "@/lib/kb/record-event";
import { freeSlug } from "@/lib/kb/slug";
import { ok, refuse, type Result } from "@/lib/result";

export type SavedCategory = { categoryId: string; slug: string };
export type PlaceRefusal = "CATEGORY_PARENT_GONE" | "CATEGORY_BELOW_ITSELF" | "CATEGORY_TOO_DEEP" | "CATEGORY_NAME_TAKEN";
type Answer = Result<SavedCategory, "FORBIDDEN" | PlaceRefusal>;

/** A new category, the last on its level. Its address is made of its name and stays. */
export async function addCategory({ db, actor, now }: Context<StaffActor>, input: AddCategoryInput): Promise<Answer> {
  if (!canWriteKnowledge(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Answer> => {
    const rows = await lockTree(tx);
    const body = bodyOf({ ...input, parentId: input.parentId ?? null });
    const refusal = placeRefusal({ id: null, parentId: body.parentId }, rows);
    if (refusal) return refuse(refusal);
    if (rows.some((row) => row.parentId === body.parentId && isSameName(row.name, body.name))) return refuse("CATEGORY_NAME_TAKEN");
    const slug = freeSlug(body.name, new Set(rows.map((row) => row.slug)));
    const { id } = await tx.kbCategory.create({ data: { ...body, slug, position: lastPosition(body.parentId, rows) }, select: { id: true } });
    await recordKbEvent(tx, { subjectId: id, type: "category.created", data: body, actor, at: now });
    return ok({ categoryId: id, slug });
  });
}

/** Two with one name beside each other cannot be told apart. */
export function isSameName(one: string, other: string): boolean {
  return one.localeCompare(other, "es", { sensitivity: "base" }) === 0;
}
