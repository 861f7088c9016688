import { ITEM_VIEWS, type ItemView } from "@/lib/kb/import/queries";

export const IMPORT = "/agent/kb/import";
/** Takes the file of the page's form. */
export const IMPORT_FILE = "/api/agent/kb-import";

export type RawQuery = Record<string, string | string[] | undefined>;

export function hrefOfImport({ id, view, after }: { id: string; view?: ItemView; after?: number }): string {
  return `${IMPORT}?${new URLSearchParams({ import: id, ...(view ? { view } : {}), ...(after ? { after: String(after) } : {}) })}`;
}

/** A place or a view that is none is the beginning. */
export function viewOf({ view, after }: RawQuery): { view: ItemView; after: number } {
  return { view: ITEM_VIEWS.find((each) => each === view) ?? "new", after: typeof after === "string" && /^\d{1,9}$/.test(after) ? Number(after) : 0 };
}
