import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { checkQuestion, type QuestionRefusal } from "@/lib/questions/check-question";
import { canEditQuestions } from "@/lib/questions/policy";
import { insertQuestion, lockDepartment, readAsked } from "@/lib/questions/record";
import { bodyOf, type AddQuestionInput } from "@/lib/questions/schema";
import { QUESTIONS_MAX } from "@/lib/questions/types";
import { ok, refuse, type Result } from "@/lib/result";

export type Saved = { questionId: string; departmentSlug: string };
type Answer = Result<Saved, "FORBIDDEN" | "UNKNOWN_DEPARTMENT" | "TOO_MANY_QUESTIONS" | QuestionRefusal>;

/** A new question of a department, asked after the others from now on. */
export async function addQuestion({ db, actor, now }: Context<StaffActor>, input: AddQuestionInput): Promise<Answer> {
  if (!canEditQuestions(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Answer> => {
    const department = await lockDepartment(tx, input.departmentId);
    if (!department) return refuse("UNKNOWN_DEPARTMENT");
    const others = await readAsked(tx, input.departmentId);
    if (others.length >= QUESTIONS_MAX) return refuse("TOO_MANY_QUESTIONS", { max: QUESTIONS_MAX });
    const checked = checkQuestion(bodyOf(input), { id: "", others });
    if (!checked.ok) return checked;
    const questionId = await insertQuestion(tx, { departmentId: input.departmentId, body: checked.data, at: now, by: actor.userId });
    return ok({ questionId, departmentSlug: department.slug });
  });
}
