import { z } from "zod";
import { idField, optionalIdField, typedText } from "@/lib/actions/text";
import { AUDIENCES } from "@/lib/kb/audience";
import { DESCRIPTION_MAX, NAME_MAX } from "./types";

const body = {
  name: typedText({ max: NAME_MAX }).transform((name) => name.replace(/\s+/g, " ")),
  description: typedText({ max: DESCRIPTION_MAX, min: 0 }).default(""),
  audience: z.enum(AUDIENCES, "field.unknownChoice"),
  parentId: optionalIdField(),
};

export const addCategorySchema = z.strictObject(body);
export const editCategorySchema = z.strictObject({ ...body, categoryId: idField(), version: z.coerce.number("field.unknownChoice").int().positive() });
const step = z.strictObject({ direction: z.enum(["up", "down"], "field.unknownChoice"), categoryId: idField() });
/** The whole tree is one form, and the button pressed says what goes where: "up <id>". */
export const moveCategorySchema = z.strictObject({
  move: z
    .string("field.unknownChoice")
    .transform((pressed) => {
      const [direction, categoryId] = pressed.split(" ");
      return { direction, categoryId };
    })
    .pipe(step),
});
export const categoryIdSchema = z.strictObject({ categoryId: idField() });

export type AddCategoryInput = z.output<typeof addCategorySchema>;
export type EditCategoryInput = z.output<typeof editCategorySchema>;
export type MoveCategoryInput = z.output<typeof step>;
export type CategoryIdInput = z.output<typeof categoryIdSchema>;
