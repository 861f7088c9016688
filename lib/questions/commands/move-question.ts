import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { steppedBy } from "@/lib/order";
import type { Saved } from "@/lib/questions/commands/add-question";
import { canEditQuestions } from "@/lib/questions/policy";
import { lockQuestion, readAsked } from "@/lib/questions/record";
import type { MoveQuestionInput } from "@/lib/questions/schema";
import { ok, refuse, type Result } from "@/lib/result";

type Answer = Result<Saved, "FORBIDDEN" | "QUESTION_GONE">;

/** One place up or down among those that the department asks; at the end it stays where it is. */
export async function moveQuestion({ db, actor }: Context<StaffActor>, { questionId, direction }: MoveQuestionInput): Promise<Answer> {
  if (!canEditQuestions(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Answer> => {
    const question = await lockQuestion(tx, questionId);
    if (!question || question.isRetired) return refuse("QUESTION_GONE");
    const order = steppedBy((await readAsked(tx, question.departmentId)).map((each) => each.id), questionId, direction);
    for (const [at, id] of order.entries()) await tx.departmentQuestion.update({ where: { id }, data: { position: at + 1 } });
    return ok({ questionId, departmentSlug: question.departmentSlug });
  });
}
