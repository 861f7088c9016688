"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { addCategory } from "@/lib/kb/categories/commands/add-category";
import { deleteCategory } from "@/lib/kb/categories/commands/delete-category";
import { editCategory } from "@/lib/kb/categories/commands/edit-category";
import { moveCategory } from "@/lib/kb/categories/commands/move-category";
import { addCategorySchema, categoryIdSchema, editCategorySchema, moveCategorySchema } from "@/lib/kb/categories/schema";
import { showKnowledgeEverywhere } from "../_data/show-everywhere";
import { hrefOfCategories } from "./_data/addresses";

export const addAction = defineAction({ name: "kb.add-category", actor: "staff", input: addCategorySchema, run: addCategory, onDone: () => backToTree("added") });

export const editAction = defineAction({ name: "kb.edit-category", actor: "staff", input: editCategorySchema, run: editCategory, onDone: () => backToTree("saved") });

export const deleteAction = defineAction({ name: "kb.delete-category", actor: "staff", input: categoryIdSchema, run: deleteCategory, onDone: () => backToTree("deleted") });

export const moveAction = defineAction({ name: "kb.move-category", actor: "staff", input: moveCategorySchema, run: (ctx, { move }) => moveCategory(ctx, move), onDone: showKnowledgeEverywhere });

function backToTree(done: "added" | "saved" | "deleted"): never {
  showKnowledgeEverywhere();
  redirect(hrefOfCategories(done));
}
