import type { CsvColumn } from "@/lib/csv/columns";
import format from "@/lib/customers/import-format.json";
import type { ProductFields } from "@/lib/customers/product-fields";
import { PRODUCT_KINDS, PRODUCT_STATES, type ProductKind, type ProductState } from "@/lib/customers/types";

/** How a table of products is written (docs/product-import.md): its columns, and the names of kinds and states. */

export type ImportColumn = "id" | "organization" | keyof ProductFields;

const KEYS = ["id", "organization", "kind", "name", "startsOn", "endsOn", "state", "graceDays", "specialContract", "specialContractEndsOn"] as const satisfies readonly ImportColumn[];
const REQUIRED: readonly ImportColumn[] = ["organization", "kind", "name"];

export const IMPORT_COLUMNS: readonly CsvColumn<ImportColumn>[] = KEYS.map((key) => ({ key, ...format.columns[key], isRequired: REQUIRED.includes(key) }));

export function columnName(key: ImportColumn): string {
  return format.columns[key].name;
}

/** Any of its names, whatever its case and accents; null when it is none. */
export function readKind(text: string): ProductKind | null {
  return PRODUCT_KINDS.find((kind) => format.kinds[kind].includes(fold(text))) ?? null;
}

export function readState(text: string): ProductState | null {
  return PRODUCT_STATES.find((state) => format.states[state].includes(fold(text))) ?? null;
}

export function kindName(kind: ProductKind): string {
  return format.kinds[kind][0] ?? kind;
}

export function stateName(state: ProductState): string {
  return format.states[state][0] ?? state;
}

export const KIND_NAMES = PRODUCT_KINDS.map(kindName).join(", ");
export const STATE_NAMES = PRODUCT_STATES.map(stateName).join(", ");

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase().replace(/[\s_-]+/g, " ").trim();
}
