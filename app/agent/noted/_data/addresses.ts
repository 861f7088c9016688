export const NOTED = "/agent/noted";

export type RawQuery = Record<string, string | string[] | undefined>;

export function hrefOfNewNote({ q, customer }: { q?: string; customer?: string } = {}): string {
  const query = new URLSearchParams({ ...(q ? { q } : {}), ...(customer ? { customer } : {}) });
  return query.size > 0 ? `${NOTED}/new?${query}` : `${NOTED}/new`;
}

export function textIn(value: string | string[] | undefined): string {
  return typeof value === "string" ? value.toWellFormed().replaceAll("\0", "").trim().slice(0, 200) : "";
}
