"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { addFaqGroup, deleteFaqGroup, moveFaqGroup, renameFaqGroup } from "@/lib/kb/faq/commands/groups";
import { archiveFaqEntry, moveFaqEntry, unarchiveFaqEntry } from "@/lib/kb/faq/commands/place-entry";
import { addFaqEntry, editFaqEntry, restoreFaqVersion } from "@/lib/kb/faq/commands/save-entry";
import { findArticlesByTitle } from "@/lib/kb/faq/queries";
import {
  addFaqEntrySchema, addFaqGroupSchema, editFaqEntrySchema, faqEntryIdSchema, faqGroupIdSchema, findArticlesSchema, moveFaqEntrySchema, moveFaqGroupSchema, renameFaqGroupSchema, restoreFaqVersionSchema,
} from "@/lib/kb/faq/schema";
import { showKnowledgeEverywhere } from "../_data/show-everywhere";
import { hrefOfFaq, type FaqDone } from "./_data/addresses";

export const addGroupAction = defineAction({ name: "kb.add-faq-group", actor: "staff", input: addFaqGroupSchema, run: addFaqGroup, onDone: () => backToList("groupAdded") });

export const renameGroupAction = defineAction({ name: "kb.rename-faq-group", actor: "staff", input: renameFaqGroupSchema, run: renameFaqGroup, onDone: () => backToList("groupSaved") });

export const deleteGroupAction = defineAction({ name: "kb.delete-faq-group", actor: "staff", input: faqGroupIdSchema, run: deleteFaqGroup, onDone: () => backToList("groupDeleted") });

export const moveGroupAction = defineAction({ name: "kb.move-faq-group", actor: "staff", input: moveFaqGroupSchema, run: moveFaqGroup, onDone: showKnowledgeEverywhere });

export const addEntryAction = defineAction({ name: "kb.add-faq", actor: "staff", input: addFaqEntrySchema, run: addFaqEntry, onDone: () => backToList("added") });

export const editEntryAction = defineAction({ name: "kb.edit-faq", actor: "staff", input: editFaqEntrySchema, run: editFaqEntry, onDone: () => backToList("saved") });

export const moveEntryAction = defineAction({ name: "kb.move-faq", actor: "staff", input: moveFaqEntrySchema, run: moveFaqEntry, onDone: showKnowledgeEverywhere });

export const archiveEntryAction = defineAction({ name: "kb.archive-faq", actor: "staff", input: faqEntryIdSchema, run: archiveFaqEntry, onDone: () => backToList("archived") });

export const unarchiveEntryAction = defineAction({ name: "kb.unarchive-faq", actor: "staff", input: faqEntryIdSchema, run: unarchiveFaqEntry, onDone: () => backToList("unarchived") });

export const restoreVersionAction = defineAction({ name: "kb.restore-faq", actor: "staff", input: restoreFaqVersionSchema, run: restoreFaqVersion, onDone: () => backToList("restored") });

/** Titles while somebody types one. */
export const findArticlesAction = defineAction({ name: "kb.find-articles", actor: "staff", input: findArticlesSchema, run: findArticlesByTitle });

function backToList(done: FaqDone): never {
  showKnowledgeEverywhere();
  redirect(hrefOfFaq(done));
}
