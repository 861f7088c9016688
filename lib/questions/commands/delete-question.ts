import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { isConstraintError } from "@/lib/db/errors";
import { dependentOf } from "@/lib/questions/conditions";
import { canEditQuestions } from "@/lib/questions/policy";
import { lockQuestion, readAsked } from "@/lib/questions/record";
import type { QuestionIdInput } from "@/lib/questions/schema";
import { ok, refuse, type Result } from "@/lib/result";

type Refusals = "FORBIDDEN" | "QUESTION_IN_USE" | "QUESTION_ANSWERED";
type Answer = Result<{ departmentSlug: string | null }, Refusals>;

/** For good, and so only what nobody ever answered. What is gone already is as it was wanted. */
export async function deleteQuestion({ db, actor }: Context<StaffActor>, { questionId }: QuestionIdInput): Promise<Answer> {
  if (!canEditQuestions(actor)) return refuse("FORBIDDEN");
  try {
    return await db.$transaction(async (tx): Promise<Answer> => {
      const question = await lockQuestion(tx, questionId);
      if (!question) return ok({ departmentSlug: null });
      const dependent = dependentOf(questionId, await readAsked(tx, question.departmentId));
      if (dependent) return refuse("QUESTION_IN_USE", { other: dependent.label });
      await tx.departmentQuestion.delete({ where: { id: questionId } });
      return ok({ departmentSlug: question.departmentSlug });
    });
  } catch (error) {
    // The first answer may come at this very moment: the database knows.
    if (isConstraintError(error, "ticket_answer_question")) return refuse("QUESTION_ANSWERED");
    throw error;
  }
}
