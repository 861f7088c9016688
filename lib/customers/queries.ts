import "server-only";
import type { CustomerActor, PersonActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { shownName, shownNameSelect } from "@/lib/auth/shown-name";
import { changesSchema } from "@/lib/customers/events";
import { decodePlace, encodePlace } from "@/lib/customers/list-place";
import { productColumns, toProduct } from "@/lib/customers/product-rows";
import type { CustomerEventView, OrganizationRow, OrganizationView, PersonRow, ProductView } from "@/lib/customers/views";
import { visibleOrganizations, visiblePeople, visibleProducts } from "@/lib/customers/visibility";
import type { Prisma } from "@/lib/db/generated/client";
import { toInstant } from "@/lib/time/instants";

const PAGE_SIZE = 50;
const HISTORY = 30;

/** By name. With `search`, those that have it in their name, in a domain, a product, an RFC or a person. */
export async function listOrganizations({ db, actor }: Context<StaffActor>, { search, cursor }: { search?: string; cursor?: string }): Promise<{ items: OrganizationRow[]; nextCursor: string | null }> {
  const where: Prisma.OrganizationWhereInput[] = [visibleOrganizations(actor)];
  const text = search?.trim();
  if (text) where.push(matching(text));
  const after = decodePlace(cursor);
  if (after) where.push({ OR: [{ name: { gt: after.name } }, { name: after.name, id: { gt: after.id } }] });
  const rows = await db.organization.findMany({
    where: { AND: where },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: PAGE_SIZE + 1,
    select: { id: true, slug: true, name: true, domains: { select: { domain: true }, orderBy: { domain: "asc" }, take: 3 }, _count: { select: { users: true, products: true } } },
  });
  const last = rows.length > PAGE_SIZE ? rows[PAGE_SIZE - 1] : undefined;
  return {
    items: rows.slice(0, PAGE_SIZE).map(({ domains, _count, ...row }) => ({ ...row, domains: domains.map(({ domain }) => domain), people: _count.users, products: _count.products })),
    nextCursor: last ? encodePlace(last) : null,
  };
}

const NAMED_MAX = 500;

/** By name, for a field that wants to help along. */
export async function listOrganizationNames({ db, actor }: Context<StaffActor>): Promise<string[]> {
  const rows = await db.organization.findMany({ where: visibleOrganizations(actor), orderBy: [{ name: "asc" }, { id: "asc" }], take: NAMED_MAX, select: { name: true } });
  return rows.map(({ name }) => name);
}

function matching(text: string): Prisma.OrganizationWhereInput {
  const contains = { contains: text, mode: "insensitive" } as const;
  return {
    OR: [
      { name: contains },
      { slug: contains },
      { domains: { some: { domain: contains } } },
      { products: { some: { name: contains } } },
      { users: { some: { OR: [{ name: contains }, { email: contains }] } } },
      { fiscalProfile: { rfc: { equals: text.toUpperCase() } } },
    ],
  };
}

/** Null when there is none that the actor may see. */
export async function findOrganization({ db, actor }: Context<PersonActor>, by: { slug: string } | { id: string }): Promise<OrganizationView | null> {
  const row = await db.organization.findFirst({
    where: { AND: [visibleOrganizations(actor), by] },
    select: {
      id: true,
      slug: true,
      name: true,
      eventAuthorisers: true,
      domains: { orderBy: { domain: "asc" }, select: { domain: true } },
      products: { where: visibleProducts(actor), orderBy: [{ kind: "asc" }, { name: "asc" }, { id: "asc" }], select: productColumns },
      users: { where: visiblePeople(actor), orderBy: [{ name: "asc" }, { id: "asc" }], select: { id: true, name: true, email: true, organizationRole: true, suspendedAt: true } },
    },
  });
  if (!row) return null;
  const { domains, products, users, eventAuthorisers, ...organization } = row;
  return {
    ...organization,
    // The database lets no other in.
    eventAuthorisers: eventAuthorisers === "managers" ? "managers" : "anyone",
    domains: domains.map(({ domain }) => domain),
    products: products.map(toProduct),
    people: users.map(({ organizationRole, suspendedAt, ...person }): PersonRow => ({ ...person, role: organizationRole ?? "member", isSuspended: suspendedAt !== null })),
  };
}

export async function findProduct({ db, actor }: Context<StaffActor>, productId: string): Promise<ProductView | null> {
  const row = await db.product.findFirst({ where: { AND: [visibleProducts(actor), { id: productId }] }, select: { ...productColumns, organization: { select: { id: true, slug: true, name: true } } } });
  if (!row) return null;
  const { organization, ...columns } = row;
  return { product: toProduct(columns), organization };
}

/** A person of a customer, for the page that moves them. */
export async function findPersonRow({ db, actor }: Context<StaffActor>, userId: string): Promise<(PersonRow & { organization: { slug: string; name: string } | null }) | null> {
  const row = await db.user.findFirst({
    where: { AND: [visiblePeople(actor), { id: userId }] },
    select: { id: true, name: true, email: true, organizationRole: true, suspendedAt: true, organization: { select: { slug: true, name: true } } },
  });
  return row && { id: row.id, name: row.name, email: row.email, role: row.organizationRole ?? "member", isSuspended: row.suspendedAt !== null, organization: row.organization };
}

/** What was changed of an organization, or of one of its products; the newest first, and no more than fit on its page. */
export async function listCustomerEvents({ db, actor }: Context<StaffActor>, { organizationId, productId }: { organizationId: string; productId?: string }): Promise<CustomerEventView[]> {
  const rows = await db.customerEvent.findMany({
    where: { organization: { AND: [visibleOrganizations(actor), { id: organizationId }] }, ...(productId ? { productId } : {}) },
    orderBy: { id: "desc" },
    take: HISTORY,
    select: { id: true, type: true, data: true, at: true, actor: { select: shownNameSelect }, user: { select: { name: true } }, product: { select: { name: true } } },
  });
  return rows.map(({ id, type, data, at, actor: by, user, product }) => {
    const { changes, ...facts } = data as Record<string, unknown>;
    return {
      id: String(id),
      type,
      facts: Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, value === null ? "" : String(value)])),
      changes: Object.entries(changesSchema.safeParse(changes).data ?? {}).map(([field, [from, to]]) => ({ field, from, to })),
      about: user?.name ?? product?.name ?? null,
      by: by && shownName(by),
      at: toInstant(at).toString(),
    };
  });
}

/** What a customer sees of where they belong; null for a person of their own. */
export function findOwnOrganization(ctx: Context<CustomerActor>): Promise<OrganizationView | null> {
  const { organizationId } = ctx.actor;
  return organizationId === null ? Promise.resolve(null) : findOrganization(ctx, { id: organizationId });
}
