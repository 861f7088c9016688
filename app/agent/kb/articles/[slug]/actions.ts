"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import type { ActionResult } from "@/lib/actions/result";
import { articleFileSchema, attachToArticleSchema, moveArticleFileSchema } from "@/lib/attachments/schema";
import { attachToArticle, moveArticleFile, removeFromArticle, type ChangedArticle } from "@/lib/files/commands/article-files";
import { hrefOfArticle } from "../_data/addresses";

export const attachAction = defineAction({ name: "files.attach-to-article", actor: "staff", input: attachToArticleSchema, run: attachToArticle, onDone: showEverywhere });

const remove = defineAction({ name: "files.remove-from-article", actor: "staff", input: articleFileSchema, run: removeFromArticle, onDone: showEverywhere });
const move = defineAction({ name: "files.move-article-file", actor: "staff", input: moveArticleFileSchema, run: moveArticleFile, onDone: showEverywhere });

/** Of one file: taken away, or moved, as the button says that was pressed. */
export async function changeFileAction(previous: ActionResult, form: FormData): Promise<ActionResult<ChangedArticle>> {
  if (!form.has("remove")) return move(previous, form);
  form.delete("remove");
  return remove(previous, form);
}

/** The page that everybody reads is kept whole: it is made anew. */
function showEverywhere({ slug }: ChangedArticle): void {
  revalidatePath(hrefOfArticle(slug));
  revalidatePath(`/kb/articles/${slug}`);
}
