import { z } from "zod";
import { idField, optionalIdField, typedText } from "@/lib/actions/text";
import { readChoices, readCondition } from "./choices";
import { CHOICES_MAX, CHOICE_LENGTH_MAX, HINT_MAX, LABEL_MAX, QUESTION_KINDS, type QuestionBody } from "./types";

/** Room for more than a question may offer, so that a list that is too long is told so in its own words. */
const TYPED_CHOICES_MAX = CHOICES_MAX * CHOICE_LENGTH_MAX * 2;

const version = z.coerce.number("field.unknownChoice").int("field.unknownChoice").positive("field.unknownChoice").max(2_147_483_647, "field.unknownChoice");

const fields = {
  label: typedText({ max: LABEL_MAX }),
  hint: typedText({ max: HINT_MAX, min: 0 }).default(""),
  kind: z.enum(QUESTION_KINDS, "field.unknownChoice"),
  choices: typedText({ max: TYPED_CHOICES_MAX, min: 0 }).default("").transform(readChoices),
  /** A box that is not ticked is not in the form. */
  isRequired: z.literal("on", "field.unknownChoice").optional().transform((value) => value === "on"),
  shownWhenId: optionalIdField(),
  shownWhenValues: z.array(z.string("field.unknownChoice").max(200, "field.unknownChoice")).max(400, "field.unknownChoice").default([]),
};

export const addQuestionSchema = z.strictObject({ departmentId: idField(), ...fields });
export type AddQuestionInput = z.output<typeof addQuestionSchema>;

export const editQuestionSchema = z.strictObject({ questionId: idField(), version, ...fields });
export type EditQuestionInput = z.output<typeof editQuestionSchema>;

export const moveQuestionSchema = z.strictObject({ questionId: idField(), direction: z.enum(["up", "down"], "field.unknownChoice") });
export type MoveQuestionInput = z.output<typeof moveQuestionSchema>;

export const questionIdSchema = z.strictObject({ questionId: idField() });
export type QuestionIdInput = z.output<typeof questionIdSchema>;

type TypedQuestion = Omit<AddQuestionInput, "departmentId">;

export function bodyOf({ label, hint, kind, choices, isRequired, shownWhenId, shownWhenValues }: TypedQuestion): QuestionBody {
  return { label, hint, kind, choices, isRequired, shownWhen: readCondition(shownWhenId, shownWhenValues) };
}
