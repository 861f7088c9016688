"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { addSynonymGroup } from "@/lib/synonyms/commands/add-synonym-group";
import { deleteSynonymGroup } from "@/lib/synonyms/commands/delete-synonym-group";
import { editSynonymGroup } from "@/lib/synonyms/commands/edit-synonym-group";
import { addSynonymGroupSchema, deleteSynonymGroupSchema, editSynonymGroupSchema } from "@/lib/synonyms/schema";
import { hrefOfSynonyms } from "./_data/addresses";

export const addAction = defineAction({
  name: "synonyms.add",
  actor: "staff",
  input: addSynonymGroupSchema,
  run: addSynonymGroup,
  onDone: () => revalidatePath(hrefOfSynonyms()),
});

export const editAction = defineAction({
  name: "synonyms.edit",
  actor: "staff",
  input: editSynonymGroupSchema,
  run: editSynonymGroup,
  onDone: ({ groupId }) => backToList({ done: "saved", group: groupId }),
});

export const deleteAction = defineAction({
  name: "synonyms.delete",
  actor: "staff",
  input: deleteSynonymGroupSchema,
  run: deleteSynonymGroup,
  onDone: ({ groupId }) => backToList({ done: "deleted", group: groupId }),
});

function backToList(query: { done: "saved" | "deleted"; group: string }): never {
  revalidatePath(hrefOfSynonyms(), "layout");
  redirect(hrefOfSynonyms(query));
}
