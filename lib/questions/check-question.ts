import { ok, refuse, type Result } from "@/lib/result";
import { brokenDependent, ringOf } from "./conditions";
import { CHOICES_MAX, CHOICES_MIN, CHOICE_LENGTH_MAX, type QuestionBody } from "./types";

export type QuestionRefusal = "CHOICES_TOO_FEW" | "CHOICES_TOO_MANY" | "CHOICE_TOO_LONG" | "CONDITION_GONE" | "CONDITION_IN_RING" | "CHOICE_IN_USE";

export type OtherQuestion = QuestionBody & { id: string };

/**
 * A question as it may be saved, beside the others that its department asks. What does not belong to its kind is left out.
 * @param id what it is known by; a new one's name is not among the others
 */
export function checkQuestion(body: QuestionBody, { id, others }: { id: string; others: readonly OtherQuestion[] }): Result<QuestionBody, QuestionRefusal> {
  const choices = body.kind === "choice" ? checkChoices(body.choices) : ok<readonly string[]>([]);
  if (!choices.ok) return choices;
  const condition = checkCondition(body, { id, others });
  if (!condition.ok) return condition;
  const checked = { ...body, choices: choices.data, shownWhen: condition.data };
  const broken = brokenDependent(id, checked, others);
  if (broken) return refuse("CHOICE_IN_USE", { choice: broken.value, other: broken.dependent.label });
  return ok(checked);
}

function checkChoices(choices: readonly string[]): Result<readonly string[], QuestionRefusal> {
  if (choices.length < CHOICES_MIN) return refuse("CHOICES_TOO_FEW", { min: CHOICES_MIN });
  if (choices.length > CHOICES_MAX) return refuse("CHOICES_TOO_MANY", { count: choices.length, max: CHOICES_MAX });
  const long = choices.find((choice) => choice.length > CHOICE_LENGTH_MAX);
  return long === undefined ? ok(choices) : refuse("CHOICE_TOO_LONG", { choice: `${long.slice(0, CHOICE_LENGTH_MAX).toWellFormed()}…`, max: CHOICE_LENGTH_MAX });
}

function checkCondition(body: QuestionBody, { id, others }: { id: string; others: readonly OtherQuestion[] }): Result<QuestionBody["shownWhen"], QuestionRefusal> {
  const { shownWhen } = body;
  if (shownWhen === null) return ok(null);
  const other = others.find((each) => each.id === shownWhen.questionId);
  if (!other || other.id === id) return refuse("CONDITION_GONE");
  const ring = ringOf({ ...body, id }, others);
  if (ring) return refuse("CONDITION_IN_RING", { ring: ring.map((each) => `«${each.label}»`).join(" → ") });
  // Only a choice has answers that can be named; of all others any answer will do.
  return ok({ questionId: other.id, values: shownWhen.values.filter((value) => other.choices.includes(value)) });
}
