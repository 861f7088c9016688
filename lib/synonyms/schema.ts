import { z } from "zod";
import { idField, typedText } from "@/lib/actions/text";
import { EXPRESSIONS_MAX, EXPRESSION_LENGTH_MAX, readExpressions } from "./expressions";

/** Room for more than a group may hold, so that a list that is too long is told so in its own words. */
export const TYPED_MAX = EXPRESSIONS_MAX * EXPRESSION_LENGTH_MAX * 2;

const expressions = typedText({ max: TYPED_MAX }).transform(readExpressions);
const version = z.coerce.number("field.unknownChoice").int("field.unknownChoice").positive("field.unknownChoice").max(2_147_483_647, "field.unknownChoice");

export const addSynonymGroupSchema = z.strictObject({ expressions });
export type AddSynonymGroupInput = z.output<typeof addSynonymGroupSchema>;

export const editSynonymGroupSchema = z.strictObject({ groupId: idField(), version, expressions });
export type EditSynonymGroupInput = z.output<typeof editSynonymGroupSchema>;

export const deleteSynonymGroupSchema = z.strictObject({ groupId: idField(), version });
export type DeleteSynonymGroupInput = z.output<typeof deleteSynonymGroupSchema>;
