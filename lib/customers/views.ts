import type { EVENT_AUTHORISERS, OrganizationRole, Product } from "@/lib/customers/types";

export type OrganizationRow = { id: string; slug: string; name: string; domains: string[]; people: number; products: number };

export type PersonRow = { id: string; name: string; email: string; role: OrganizationRole; isSuspended: boolean };

export type OrganizationView = {
  id: string;
  slug: string;
  name: string;
  eventAuthorisers: (typeof EVENT_AUTHORISERS)[number];
  domains: string[];
  products: Product[];
  /** As many as the reader may see: a member sees themselves. */
  people: PersonRow[];
};

export type ProductView = { product: Product; organization: { id: string; slug: string; name: string } };

export type CustomerEventView = {
  id: string;
  type: string;
  facts: Record<string, string>;
  changes: { field: string; from: string | null; to: string | null }[];
  /** The person or product that it is about. */
  about: string | null;
  by: string | null;
  at: string;
};
