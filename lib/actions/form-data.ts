import { z } from "zod";

/** Fields that the framework adds to a form for its own use. */
const FRAMEWORK_FIELD = /^\$ACTION/;

/**
 * A form as a plain object: one value a field, an array where the schema wants one, line ends as \n.
 * Unknown fields are kept, so that a strict schema can refuse them by name.
 */
export function readFormData(form: FormData, schema: z.ZodObject): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (FRAMEWORK_FIELD.test(name)) continue;
    const values = form.getAll(name).map((value) => (typeof value === "string" ? value.replace(/\r\n?/g, "\n") : value));
    input[name] = isArrayField(schema, name) ? values : values.length === 1 ? values[0] : values;
  }
  return input;
}

/** The typed texts of a form, to be shown again. */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value === "string" && !FRAMEWORK_FIELD.test(name) && !/password/i.test(name)) values[name] = value;
  }
  return values;
}

function isArrayField(schema: z.ZodObject, name: string): boolean {
  let field: unknown = schema.shape[name];
  while (field instanceof z.ZodOptional || field instanceof z.ZodDefault) field = field.unwrap();
  return field instanceof z.ZodArray;
}
