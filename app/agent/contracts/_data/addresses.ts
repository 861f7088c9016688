import { CONTRACT_FILTERS, type ContractCursor, type ContractFilter } from "@/lib/billing/contract-queries";
import { withQuery, type Query } from "../../_data/list-address";

const CONTRACTS = "/agent/contracts";

export type ContractListQuery = { filter: ContractFilter; search: string; after: ContractCursor | undefined };

/** The list that an address asks for; the default one where it asks for none or a wrong one. */
export function contractListOf(params: Query): ContractListQuery {
  const filter = CONTRACT_FILTERS.find((each) => each === params.filter) ?? "live";
  const search = typeof params.q === "string" ? params.q.trim().slice(0, 100) : "";
  return { filter, search, after: cursorOf(params.after) };
}

export function hrefOfContracts({ filter, search, after }: Partial<ContractListQuery> = {}): string {
  return withQuery(CONTRACTS, { filter: filter && filter !== "live" ? filter : null, q: search ?? null, after: after ? `${after.endsOn}.${after.id}` : null });
}

export function hrefOfContract(reference: string, { done, before }: { done?: string; before?: string } = {}): string {
  return withQuery(`${CONTRACTS}/${encodeURIComponent(reference)}`, { done: done ?? null, before: before ?? null });
}

export function hrefOfNewContract(organization: string | null = null): string {
  return withQuery(`${CONTRACTS}/new`, { organization });
}

function cursorOf(value: Query[string]): ContractCursor | undefined {
  const found = typeof value === "string" ? /^(\d{4}-\d{2}-\d{2})\.([0-9a-f-]{36})$/.exec(value) : null;
  if (!found?.[1] || !found[2]) return undefined;
  try {
    return { endsOn: Temporal.PlainDate.from(found[1]).toString(), id: found[2] };
  } catch {
    return undefined;
  }
}
