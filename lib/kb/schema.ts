import { z } from "zod";

export const SEARCH_TEXT_LENGTH = 200;

/** A slug as it stands in an address. Anything else is simply not found. */
export const slugSchema = z.string().min(1).max(200).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

export const viewSchema = z.strictObject({ slug: slugSchema });

export const VOTE_REASONS = ["not_my_case", "not_clear", "out_of_date", "did_not_work", "incomplete"] as const;
export const VOTE_COMMENT_LENGTH = 1_000;

/** The form below an article. A yes carries neither reason nor comment, whatever was typed before. */
export const voteSchema = z
  .strictObject({
    slug: slugSchema,
    vote: z.enum(["yes", "no"]),
    /** Where it was read, and the answer leads back to. */
    area: z.enum(["public", "portal"]).default("public"),
    reason: z.enum(VOTE_REASONS).optional().or(z.literal("").transform(() => undefined)),
    comment: z.string().transform((text) => text.toWellFormed().replaceAll("\0", "").trim().slice(0, VOTE_COMMENT_LENGTH)).default(""),
  })
  .transform(({ slug, area, vote, reason, comment }) => (vote === "yes" ? { slug, area, isHelpful: true, reason: undefined, comment: "" } : { slug, area, isHelpful: false, reason, comment }));

export type Vote = z.output<typeof voteSchema>;

/** What people type into a search box: control characters become spaces, too much is cut off rather than refused. */
export const searchTextSchema = z
  .string()
  .catch("")
  .transform((text) => text.toWellFormed().replace(/\p{Cc}/gu, " ").trim().slice(0, SEARCH_TEXT_LENGTH));

export const knowledgeKindSchema = z.enum(["article", "faq"]).optional().catch(undefined);

/** The token of a search, from an address or a form; anything else is none. */
export const searchTokenSchema = z.uuid().optional().catch(undefined);

/** What public/enhance.js reports: a search of the box (`text`), what was opened, or both. */
export const searchReportSchema = z
  .strictObject({
    search: z.uuid(),
    text: searchTextSchema.optional(),
    kind: z.enum(["article", "faq"]).optional(),
    opened: z.strictObject({ kind: z.enum(["article", "faq"]), slug: slugSchema }).optional(),
  })
  .refine(({ text, opened }) => Boolean(text) || opened !== undefined);
