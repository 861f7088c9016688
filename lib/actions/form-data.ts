import { z } from "zod";

/** Fields that the framework adds to a form for its own use. */
const FRAMEWORK_FIELD = /^\$ACTION/;

/** Never sent back: what is in them is kept elsewhere, or typed again. */
const UNSHOWN_FIELD = /password|^(?:sealed|seal|secretsKept)$/i;
/** Ids and codes of which a form repeats one a field: given back apart by spaces. */
const LIST_FIELD = /^(?:attachment|filesKept|departmentIds|priorities|statuses|productKinds)$/;

/**
 * A form as a plain object: one value a field, an array where the schema wants one, line ends as \n.
 * A field that is repeated may be named in the singular: `attachment` fills the array `attachments`.
 * Unknown fields are kept, so that a strict schema can refuse them by name.
 */
export function readFormData(form: FormData, schema: z.ZodObject): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (FRAMEWORK_FIELD.test(name)) continue;
    const values = form.getAll(name).map((value) => (typeof value === "string" ? value.replace(/\r\n?/g, "\n") : value));
    const plural = `${name}s`;
    if (!(name in schema.shape) && isArrayField(schema, plural)) input[plural] = values;
    else input[name] = isArrayField(schema, name) ? values : values.length === 1 ? values[0] : values;
  }
  return input;
}

/** The typed texts of a form, to be shown again. */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value === "string" && !FRAMEWORK_FIELD.test(name) && !UNSHOWN_FIELD.test(name)) values[name] = LIST_FIELD.test(name) ? form.getAll(name).join(" ") : value;
  }
  return values;
}

function isArrayField(schema: z.ZodObject, name: string): boolean {
  let field: unknown = schema.shape[name];
  while (field instanceof z.ZodOptional || field instanceof z.ZodDefault) field = field.unwrap();
  return field instanceof z.ZodArray;
}
