import { z } from "zod";
import { SEALED_MAX, SEALED_VALUE_MAX, SECRET_KINDS } from "@/lib/secrets/types";

export const sealedEntrySchema = z.strictObject({
  mark: z.string().min(1).max(60),
  kind: z.enum(SECRET_KINDS),
  value: z.string().min(1).max(SEALED_VALUE_MAX).refine((text) => text.isWellFormed() && !text.includes("\0")),
});

/** A hidden input holds one entry, as JSON. */
const sealedInput = z.string().max(SEALED_VALUE_MAX * 2).transform((text, ctx) => {
  const parsed = sealedEntrySchema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  ctx.addIssue({ code: "custom", message: "field.sealedUnreadable" });
  return z.NEVER;
});
const fingerprints = z.array(z.string().max(40)).max(500, "field.unknownChoice").optional();

/** What every form with a text carries about its secrets. */
export const secretFields = {
  /** Moved out of the text already. */
  sealed: z.array(sealedInput).max(SEALED_MAX, `field.tooManySealed:${SEALED_MAX}`).optional(),
  /** To be moved out by the server, by fingerprint: what a form without JavaScript ticks. */
  seal: fingerprints,
  /** The person was told of these, and they go as they are written. */
  secretsKept: fingerprints,
  /** Uploads of which the person was told that secrets seem to stand in them, and which go all the same. */
  filesKept: z.array(z.uuid("field.unknownChoice")).max(100, "field.unknownChoice").optional(),
};
export type SecretInput = { sealed?: z.output<typeof sealedEntrySchema>[]; seal?: string[]; secretsKept?: string[]; filesKept?: string[] };

export const slotSchema = z.string().regex(/^(new|(reply|noted):[0-9a-f-]{36})$/, "field.unknownChoice");
export const holdSecretSchema = z.strictObject({ slot: slotSchema, ...sealedEntrySchema.shape });
export type HoldSecretInput = z.output<typeof holdSecretSchema>;
export const dropSecretSchema = z.strictObject({ slot: slotSchema, mark: z.string().min(1).max(60) });
export type DropSecretInput = z.output<typeof dropSecretSchema>;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
