import { withQuery } from "../../../_data/list-address";

const RATES = "/agent/settings/rates";

export const EDIT_RATES = `${RATES}/edit`;
export const IMPORT_RATES = `${RATES}/import`;
export const RATES_CSV = `${RATES}/csv`;

export function hrefOfRates({ version, before, done }: { version?: number; before?: number; done?: number } = {}): string {
  const text = (value: number | undefined) => (value === undefined ? null : String(value));
  return withQuery(RATES, { version: text(version), before: text(before), done: text(done) });
}

/** A number of a version out of an address; undefined for anything else. */
export function numberIn(value: string | string[] | undefined): number | undefined {
  return typeof value === "string" && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;
}
