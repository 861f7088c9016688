import { withQuery } from "../../_data/list-address";

export const CUSTOMERS = "/agent/customers";
export const NEW_CUSTOMER = `${CUSTOMERS}/new`;
export const REQUESTS = `${CUSTOMERS}/requests`;
export const IMPORT = `${CUSTOMERS}/import`;

export function hrefOfCustomers({ q, cursor }: { q?: string; cursor?: string | null }): string {
  return withQuery(CUSTOMERS, { q: q ?? null, cursor: cursor ?? null });
}

/** @param done what was just done, for the notice on the page */
export function hrefOfCustomer(slug: string, done?: string): string {
  return withQuery(`${CUSTOMERS}/${encodeURIComponent(slug)}`, { done: done ?? null });
}

/** @param done what was just done, for the notice on the page */
export function hrefOfInvitations(slug: string, done?: string): string {
  return withQuery(`${hrefOfCustomer(slug)}/invitations`, { done: done ?? null });
}

export function hrefOfNewProduct(slug: string): string {
  return `${hrefOfCustomer(slug)}/products/new`;
}

export function hrefOfProduct(slug: string, productId: string): string {
  return `${hrefOfCustomer(slug)}/products/${productId}`;
}

export function hrefOfPerson(slug: string, userId: string): string {
  return `${hrefOfCustomer(slug)}/people/${userId}`;
}

export const EXPORT_PRODUCTS = "/api/agent/products/export";
export const IMPORT_PRODUCTS = "/api/agent/products/import";

/** A look, from a line on. */
export function hrefOfImport(query: { import?: string | null; verdict?: string | null; after?: number | null }): string {
  return withQuery(IMPORT, { import: query.import ?? null, verdict: query.verdict ?? null, after: query.after ? String(query.after) : null });
}
