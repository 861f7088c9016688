import { z } from "zod";

/**
 * A text that a person typed. The error is a key of the catalogue `errors`, put into words by defineAction.
 * Refuses what PostgreSQL or a browser cannot hold: NUL and lone surrogates.
 */
export function typedText({ max, min = 1 }: { max: number; min?: number }) {
  return z
    .string("field.missing")
    .refine((text) => text.isWellFormed() && !text.includes("\0"), "field.unreadable")
    .transform((text) => text.trim())
    .refine((text) => text.length >= min, "field.missing")
    .refine((text) => text.length <= max, `field.tooLong:${max}`);
}

export function idField() {
  return z.uuid("field.unknownChoice");
}

/** A tick of a form, which sends "on" or nothing. */
export const ticked = z.preprocess((value) => value === "on" || value === true, z.boolean());

/** A form of a button alone. */
export const nothingSchema = z.strictObject({});

/** An optional choice in a form: an empty value means none. */
export function optionalIdField() {
  return z.preprocess((value) => (value === "" ? undefined : value), z.uuid("field.unknownChoice").optional());
}
