import { z } from "zod";
import { idField, typedText } from "@/lib/actions/text";
import { textWithoutPictures } from "@/lib/markdown/document-text";
import { ANSWER_MAX, GROUP_NAME_MAX, QUESTION_MAX } from "./types";

const oneLine = (max: number) => typedText({ max }).transform((text) => text.replace(/\s+/g, " "));
const version = z.coerce.number("field.unknownChoice").int("field.unknownChoice").positive("field.unknownChoice");
const direction = z.enum(["up", "down"], "field.unknownChoice");

/** Short, beside others, and in the page's data for search engines: it takes no pictures. */
const answer = textWithoutPictures({ max: ANSWER_MAX });

const body = {
  groupId: idField(),
  question: oneLine(QUESTION_MAX),
  answer,
  /** An article's title or address, as it was typed. */
  article: typedText({ max: 300, min: 0 }).default(""),
};

export const addFaqGroupSchema = z.strictObject({ name: oneLine(GROUP_NAME_MAX) });
export const renameFaqGroupSchema = z.strictObject({ groupId: idField(), name: oneLine(GROUP_NAME_MAX), version });
export const faqGroupIdSchema = z.strictObject({ groupId: idField() });
export const moveFaqGroupSchema = z.strictObject({ groupId: idField(), direction });

export const addFaqEntrySchema = z.strictObject(body);
export const editFaqEntrySchema = z.strictObject({ ...body, entryId: idField(), version });
export const faqEntryIdSchema = z.strictObject({ entryId: idField() });
/** One place up or down; or, dragged, to the place `to` of its group, counted from 0. */
export const moveFaqEntrySchema = z.strictObject({ entryId: idField(), direction: direction.optional(), to: z.coerce.number("field.unknownChoice").int("field.unknownChoice").min(0, "field.unknownChoice").max(10_000, "field.unknownChoice").optional() });
/** Over the version that was seen. */
export const restoreFaqVersionSchema = z.strictObject({ entryId: idField(), number: version, version });
export const findArticlesSchema = z.strictObject({ text: typedText({ max: 300, min: 0 }) });

export type AddFaqGroupInput = z.output<typeof addFaqGroupSchema>;
export type RenameFaqGroupInput = z.output<typeof renameFaqGroupSchema>;
export type FaqGroupIdInput = z.output<typeof faqGroupIdSchema>;
export type MoveFaqGroupInput = z.output<typeof moveFaqGroupSchema>;
export type AddFaqEntryInput = z.output<typeof addFaqEntrySchema>;
export type EditFaqEntryInput = z.output<typeof editFaqEntrySchema>;
export type FaqEntryIdInput = z.output<typeof faqEntryIdSchema>;
export type MoveFaqEntryInput = z.output<typeof moveFaqEntrySchema>;
export type RestoreFaqVersionInput = z.output<typeof restoreFaqVersionSchema>;
export type FindArticlesInput = z.output<typeof findArticlesSchema>;
