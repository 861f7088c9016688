import { z } from "zod";

export const SEARCH_TEXT_LENGTH = 200;

/** A slug as it stands in an address. Anything else is simply not found. */
export const slugSchema = z.string().min(1).max(200).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

export const viewSchema = z.strictObject({ slug: slugSchema });

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
