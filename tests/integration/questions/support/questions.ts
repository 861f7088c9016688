import { addQuestion } from "@/lib/questions/commands/add-question";
import type { AddQuestionInput } from "@/lib/questions/schema";
import { diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb } from "@/tests/support/db";
import { departmentId, unwrap } from "@/tests/support/factories";

/** The form of a question as it is sent. */
export async function addInput({ department = "correo-electronico", ...changes }: Partial<AddQuestionInput> & { department?: string } = {}): Promise<Omit<AddQuestionInput, "departmentId"> & { departmentId: string }> {
  return {
    departmentId: await departmentId(department),
    label: "¿Con qué dirección?",
    hint: "",
    kind: "text",
    choices: [],
    isRequired: false,
    shownWhenId: undefined,
    shownWhenValues: [],
    ...changes,
  };
}

export async function newQuestion(changes: Parameters<typeof addInput>[0] = {}): Promise<string> {
  return unwrap(await addQuestion({ db: testDb(), actor: diego, now: NOON }, await addInput(changes))).questionId;
}

/** Questions of earlier tests, with what answered them. */
export async function forgetQuestions(): Promise<void> {
  await testDb().ticketAnswer.deleteMany();
  await testDb().departmentQuestion.deleteMany();
}
