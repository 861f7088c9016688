import { z } from "zod";
import { idField, typedText } from "@/lib/actions/text";
import { draftVersions } from "@/lib/drafts/schema";
import { AUDIENCES } from "@/lib/kb/audience";
import { slugSchema } from "@/lib/kb/schema";
import { documentText } from "@/lib/markdown/document-text";
import { ARTICLE_MOVES } from "./states";
import { oneLine, tagsIn } from "./typed";
import { BODY_MAX, NOTE_MAX, RELATED_MAX, SUMMARY_MAX, TAG_MAX, TAGS_MAX, TITLE_MAX } from "./types";

const number = z.coerce.number("field.unknownChoice").int("field.unknownChoice").positive("field.unknownChoice");
const tagList = typedText({ max: TAGS_MAX * (TAG_MAX + 2), min: 0 })
  .default("")
  .transform(tagsIn)
  .refine((tags) => tags.length <= TAGS_MAX && tags.every((tag) => tag.length <= TAG_MAX), `field.tooLong:${TAGS_MAX * (TAG_MAX + 2)}`);

const text = {
  title: typedText({ max: TITLE_MAX }).transform(oneLine),
  summary: typedText({ max: SUMMARY_MAX }).transform(oneLine),
  body: documentText({ max: BODY_MAX }),
  tags: tagList,
  note: typedText({ max: NOTE_MAX, min: 0 }).transform(oneLine).default(""),
  draft: draftVersions,
};

export const createArticleSchema = z.strictObject({ ...text, categoryId: idField(), audience: z.enum(AUDIENCES, "field.unknownChoice").default("public") });
export const saveArticleSchema = z.strictObject({ ...text, articleId: idField(), head: number });
export const restoreVersionSchema = z.strictObject({ articleId: idField(), head: number, version: number });

/** The field of the browser's own control: "2026-11-30T09:00", in the desk's zone. */
const wallTime = z.string("field.dateTime").regex(/^(?:|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)$/, "field.dateTime").optional();

export const moveArticleSchema = z.strictObject({
  articleId: idField(),
  head: number,
  move: z.enum(ARTICLE_MOVES, "field.unknownChoice"),
  note: typedText({ max: NOTE_MAX, min: 0 }).default(""),
  publishAt: wallTime,
});

/** "uno, dos", or addresses of articles as they are copied from the browser. */
const relatedList = typedText({ max: 2_000, min: 0 })
  .default("")
  .transform((typed) => [...new Set(typed.split(/[\s,;]+/).map((each) => each.split("/").at(-1) ?? "").filter(Boolean))])
  .refine((slugs) => slugs.length <= RELATED_MAX && slugs.every((slug) => slugSchema.safeParse(slug).success), "field.related");

export const articleSettingsSchema = z.strictObject({
  articleId: idField(),
  /** What the form showed before it was changed. */
  seen: z.string().max(4_000),
  categoryId: idField(),
  audience: z.enum(AUDIENCES, "field.unknownChoice"),
  isPinned: z.string().optional().transform((value) => value !== undefined),
  reviewMonths: z
    .string("field.unknownChoice")
    .regex(/^(?:|[1-9]|[1-5]\d|60)$/, "field.unknownChoice")
    .transform((months) => (months === "" ? null : Number(months))),
  slug: z.string("field.missing").trim().max(80, "field.tooLong:80").regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "field.slug"),
  related: relatedList,
});

export type CreateArticleInput = z.output<typeof createArticleSchema>;
export type SaveArticleInput = z.output<typeof saveArticleSchema>;
export type RestoreVersionInput = z.output<typeof restoreVersionSchema>;
export type MoveArticleInput = z.output<typeof moveArticleSchema>;
export type ArticleSettingsInput = z.output<typeof articleSettingsSchema>;
