"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { addQuestion } from "@/lib/questions/commands/add-question";
import { deleteQuestion } from "@/lib/questions/commands/delete-question";
import { editQuestion } from "@/lib/questions/commands/edit-question";
import { moveQuestion } from "@/lib/questions/commands/move-question";
import { restoreQuestion, retireQuestion } from "@/lib/questions/commands/retire-question";
import { addQuestionSchema, editQuestionSchema, moveQuestionSchema, questionIdSchema } from "@/lib/questions/schema";
import { hrefOfQuestions } from "./_data/addresses";

export const addAction = defineAction({
  name: "questions.add",
  actor: "staff",
  input: addQuestionSchema,
  run: addQuestion,
  onDone: ({ departmentSlug }) => backToList(departmentSlug, "added"),
});

export const editAction = defineAction({
  name: "questions.edit",
  actor: "staff",
  input: editQuestionSchema,
  run: editQuestion,
  onDone: ({ departmentSlug }) => backToList(departmentSlug, "saved"),
});

export const moveAction = defineAction({
  name: "questions.move",
  actor: "staff",
  input: moveQuestionSchema,
  run: moveQuestion,
  onDone: () => revalidatePath(hrefOfQuestions()),
});

export const retireAction = defineAction({
  name: "questions.retire",
  actor: "staff",
  input: questionIdSchema,
  run: retireQuestion,
  onDone: ({ departmentSlug }) => backToList(departmentSlug, "retired"),
});

export const restoreAction = defineAction({
  name: "questions.restore",
  actor: "staff",
  input: questionIdSchema,
  run: restoreQuestion,
  onDone: ({ departmentSlug }) => backToList(departmentSlug, "restored"),
});

export const deleteAction = defineAction({
  name: "questions.delete",
  actor: "staff",
  input: questionIdSchema,
  run: deleteQuestion,
  onDone: ({ departmentSlug }) => backToList(departmentSlug, "deleted"),
});

function backToList(department: string | null, done: string): never {
  revalidatePath(hrefOfQuestions(), "layout");
  redirect(hrefOfQuestions({ department, done }));
}
