import type { ImportVerdict } from "@/lib/db/generated/enums";
import { columnName, KIND_NAMES, readKind, readState, STATE_NAMES, type ImportColumn } from "@/lib/customers/imports/format";
import { fingerprintOf, productProblems, productShape, type ProductFields } from "@/lib/customers/product-fields";

/** What is wrong with a line; `code` is a key of the catalogue `errors`. */
export type LineProblem = { column: string | null; code: string; details?: Record<string, string | number> };

/** A line as it was read: which product it is about, and the fields that it has. */
export type WantedLine = { line: number; organization: string; kind: string; name: string; id: string | null; fields: Partial<ProductFields>; problems: LineProblem[] };

/** What is there now, as far as the line is about it. */
export type Surroundings = {
  organizationId: string | null;
  /** The product of that id, whosever it is. */
  byId: ExistingProduct | null;
  /** The organization's product of that kind and name. */
  byName: ExistingProduct | null;
  /** The line of the same file that is about the same product. */
  firstLine: number | null;
};
export type ExistingProduct = { id: string; organizationId: string; fields: ProductFields };

export type PlannedLine = { organizationId: string | null; verdict: ImportVerdict; productId: string | null; before: ProductFields | null; after: ProductFields | null; problems: LineProblem[] };

const FIELDS = ["startsOn", "endsOn", "graceDays", "specialContract", "specialContractEndsOn"] as const;

/** The cells of a line by column; of a column that the file has not, nothing. */
export function readLine(line: number, cells: Partial<Record<ImportColumn, string>>): WantedLine {
  const problems: LineProblem[] = [];
  const fields: Partial<ProductFields> = {};
  const text = (key: ImportColumn) => cells[key] ?? "";
  const add = (key: ImportColumn, code: string, details?: LineProblem["details"]) => problems.push({ column: columnName(key), code, ...(details ? { details } : {}) });

  if (text("organization") === "") add("organization", "import.organizationMissing");
  const kind = readKind(text("kind"));
  if (kind) fields.kind = kind;
  else add("kind", "import.kindUnknown", { value: text("kind").slice(0, 60), known: KIND_NAMES });
  const name = productShape.name.safeParse(text("name"));
  if (name.success) fields.name = name.data;
  else add("name", name.error.issues[0]?.message ?? "field.missing");
  if (cells.state !== undefined) {
    const state = cells.state === "" ? "active" : readState(cells.state);
    if (state) fields.state = state;
    else add("state", "import.stateUnknown", { value: cells.state.slice(0, 60), known: STATE_NAMES });
  }
  for (const key of FIELDS) {
    const cell = cells[key];
    if (cell === undefined) continue;
    const read = productShape[key].safeParse(cell);
    if (read.success) Object.assign(fields, { [key]: read.data });
    else add(key, read.error.issues[0]?.message ?? "field.unreadable");
  }
  const id = text("id") === "" ? null : text("id").toLowerCase();
  if (id !== null && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) add("id", "import.idUnreadable");
  return { line, organization: text("organization"), kind: text("kind"), name: text("name"), id, fields, problems };
}

/** What the line would do to what is there: something new, a change field by field, nothing, or an error that says what to write instead. */
export function planLine(wanted: WantedLine, { organizationId, byId, byName, firstLine }: Surroundings): PlannedLine {
  const problems = [...wanted.problems];
  const error = (): PlannedLine => ({ organizationId, verdict: "error", productId: null, before: null, after: null, problems });
  if (problems.length > 0) return error();
  if (organizationId === null) problems.push({ column: columnName("organization"), code: "import.organizationUnknown", details: { value: wanted.organization.slice(0, 60) } });
  if (firstLine !== null) problems.push({ column: null, code: "import.lineTwice", details: { line: firstLine } });
  if (wanted.id !== null && byId?.organizationId !== organizationId) problems.push({ column: columnName("id"), code: "import.idUnknown" });
  if (wanted.id !== null && byName && byName.id !== byId?.id) problems.push({ column: columnName("name"), code: "PRODUCT_NAME_TAKEN" });
  if (problems.length > 0) return error();

  const existing = wanted.id === null ? byName : byId;
  if (!existing && wanted.fields.startsOn === undefined) problems.push({ column: columnName("startsOn"), code: "import.startMissing" });
  const after = { ...(existing?.fields ?? NOTHING_SAID), ...wanted.fields } as ProductFields;
  if (problems.length === 0) problems.push(...productProblems(after).map(({ field, code }) => ({ column: columnName(field), code })));
  if (problems.length > 0) return error();
  if (!existing) return { organizationId, verdict: "new", productId: null, before: null, after, problems };
  const isSame = fingerprintOf(existing.fields) === fingerprintOf(after);
  return { organizationId, verdict: isSame ? "same" : "changed", productId: existing.id, before: existing.fields, after, problems };
}

/** A new product, as far as the line says nothing of it. */
const NOTHING_SAID = { endsOn: null, state: "active", graceDays: 0, specialContract: null, specialContractEndsOn: null } as const;
