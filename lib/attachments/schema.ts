import { z } from "zod";
import { FILE_TYPES, type FileType } from "@/lib/attachments/file-types";
import { FILES_MAX, MEGABYTES_MAX } from "@/lib/attachments/limits";

/** Of a message: the uploads that it claims. More than any setting allows is no form of ours. */
export const attachmentIds = z.array(z.uuid("field.unknownChoice")).max(100, "field.unknownChoice").optional();

/** What goes with a call for an upload: the UUID that the browser chose for the file, kept for each new try. */
export const uploadInputSchema = z.strictObject({ customId: z.uuid() });

const whole = (max: number) => z.coerce.number("field.wholeNumber").int("field.wholeNumber").min(1, "field.wholeNumber").max(max, `field.atMost:${max}`);

export const editSettingsSchema = z.strictObject({
  maxFileMegabytes: whole(MEGABYTES_MAX),
  maxFiles: whole(FILES_MAX),
  types: z.array(z.enum(FILE_TYPES as readonly [FileType, ...FileType[]], "field.unknownChoice")).min(1, "field.missing").default([]),
  /** That was seen; 0 while nobody has changed anything. */
  version: z.coerce.number("field.unknownChoice").int("field.unknownChoice").min(0, "field.unknownChoice"),
});
export type EditSettingsInput = z.output<typeof editSettingsSchema>;

export const attachToArticleSchema = z.strictObject({
  articleId: z.uuid("field.unknownChoice"),
  attachments: attachmentIds,
  /** Of which the person was told that secrets seem to stand in them. */
  filesKept: attachmentIds,
});
export type AttachToArticleInput = z.output<typeof attachToArticleSchema>;
export const articleFileSchema = z.strictObject({ articleId: z.uuid("field.unknownChoice"), fileId: z.uuid("field.unknownChoice") });
export type ArticleFileInput = z.output<typeof articleFileSchema>;
/** One place up or down. */
export const moveArticleFileSchema = articleFileSchema.extend({ move: z.enum(["up", "down"], "field.unknownChoice") });
export type MoveArticleFileInput = z.output<typeof moveArticleFileSchema>;

/** What a page asks about files that were uploaded and not sent. */
export const ownUploadsSchema = z.strictObject({ ids: z.array(z.uuid("field.unknownChoice")).max(100, "field.unknownChoice") });
export type OwnUploadsInput = z.output<typeof ownUploadsSchema>;
