import { z } from "zod";
import { typedText } from "@/lib/actions/text";
import { readDay, readWholeNumber } from "@/lib/csv/cells";
import { PRODUCT_KINDS, PRODUCT_STATES, type Product, type ProductKind, type ProductState } from "@/lib/customers/types";

/** What a form, a file and the history say of a product. Days are YYYY-MM-DD. */
export type ProductFields = {
  kind: ProductKind;
  name: string;
  startsOn: string;
  endsOn: string | null;
  state: ProductState;
  graceDays: number;
  specialContract: string | null;
  specialContractEndsOn: string | null;
};

export const PRODUCT_NAME_MAX = 150;
export const GRACE_MAX = 3650;
export const SPECIAL_CONTRACT_MAX = 500;

const day = z.string("field.missing").transform((typed, context) => {
  const read = readDay(typed);
  if (read) return read.toString();
  context.addIssue({ code: "custom", message: typed.trim() === "" ? "field.missing" : "field.dayUnreadable", input: typed });
  return z.NEVER;
});

/** Nothing typed is nothing there. */
const orNone = <S extends z.ZodType>(schema: S) => z.preprocess((typed) => (typeof typed === "string" && typed.trim() === "" ? null : typed), schema.nullable());

const graceDays = z.string("field.missing").transform((typed, context) => {
  const read = typed.trim() === "" ? 0 : readWholeNumber(typed);
  if (read !== null && read <= GRACE_MAX) return read;
  context.addIssue({ code: "custom", message: read === null ? "field.graceDays" : `field.atMost:${GRACE_MAX}`, input: typed });
  return z.NEVER;
});

export const productShape = {
  kind: z.enum(PRODUCT_KINDS, "field.unknownChoice"),
  name: typedText({ max: PRODUCT_NAME_MAX }),
  startsOn: day,
  endsOn: orNone(day),
  state: z.enum(PRODUCT_STATES, "field.unknownChoice"),
  graceDays,
  specialContract: orNone(typedText({ max: SPECIAL_CONTRACT_MAX })),
  specialContractEndsOn: orNone(day),
};

/** What one field asks of another. */
export function productProblems(fields: ProductFields): { field: keyof ProductFields; code: string }[] {
  const problems: { field: keyof ProductFields; code: string }[] = [];
  if (fields.endsOn !== null && fields.endsOn < fields.startsOn) problems.push({ field: "endsOn", code: "field.endsBeforeStart" });
  if (fields.endsOn === null && fields.graceDays > 0) problems.push({ field: "graceDays", code: "field.graceWithoutEnd" });
  if (fields.specialContract === null && fields.specialContractEndsOn !== null) problems.push({ field: "specialContract", code: "field.specialContractMissing" });
  return problems;
}

export function checkProduct(fields: ProductFields, context: z.RefinementCtx): void {
  for (const { field, code } of productProblems(fields)) context.addIssue({ code: "custom", path: [field], message: code });
}

export function fieldsOf({ kind, name, startsOn, endsOn, state, graceDays: grace, specialContract, specialContractEndsOn }: Product): ProductFields {
  return { kind, name, startsOn: startsOn.toString(), endsOn: endsOn?.toString() ?? null, state, graceDays: grace, specialContract, specialContractEndsOn: specialContractEndsOn?.toString() ?? null };
}

/** The same fields with the same values are the same text: what a form was made from is held against what is there when it comes back. */
export function fingerprintOf(fields: ProductFields): string {
  const { kind, name, startsOn, endsOn, state, graceDays: grace, specialContract, specialContractEndsOn } = fields;
  return JSON.stringify([kind, name, startsOn, endsOn, state, grace, specialContract, specialContractEndsOn]);
}
