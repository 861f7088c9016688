import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { changesBetween } from "@/lib/customers/events";
import { canEditCustomers } from "@/lib/customers/policy";
import { lockOrganization, recordCustomerEvent } from "@/lib/customers/record";
import type { CreateOrganizationInput, EditOrganizationInput } from "@/lib/customers/schema";
import type { Tx } from "@/lib/db/client";
import { isUniqueError } from "@/lib/db/errors";
import { slugOf } from "@/lib/markdown/slug";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

/** Its address is made of its name, with a number behind it where another has that one; it stays when the name changes. */
export async function createOrganization({ db, actor, now }: Context<StaffActor>, { name, eventAuthorisers }: CreateOrganizationInput): Promise<Result<{ slug: string }, "FORBIDDEN" | "ORGANIZATION_NAME_TAKEN">> {
  if (!canEditCustomers(actor)) return refuse("FORBIDDEN");
  const create = () =>
    db.$transaction(async (tx) => {
      if (await isNameTaken(tx, name, null)) return refuse("ORGANIZATION_NAME_TAKEN");
      const { id, slug } = await tx.organization.create({ data: { name, slug: await freeSlug(tx, slugOf(name)), eventAuthorisers, createdAt: toDate(now) }, select: { id: true, slug: true } });
      await recordCustomerEvent(tx, { organizationId: id, type: "organization.created", data: { name }, actor, at: now });
      return ok({ slug });
    });
  try {
    return await create();
  } catch (error) {
    // Another one has just taken the same address.
    if (!isUniqueError(error)) throw error;
    return create();
  }
}

export async function editOrganization({ db, actor, now }: Context<StaffActor>, { organizationId, ...after }: EditOrganizationInput): Promise<Result<{ slug: string }, "FORBIDDEN" | "ORGANIZATION_NOT_FOUND" | "ORGANIZATION_NAME_TAKEN">> {
  if (!canEditCustomers(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx) => {
    if (!(await lockOrganization(tx, organizationId))) return refuse("ORGANIZATION_NOT_FOUND");
    const { slug, ...before } = await tx.organization.findUniqueOrThrow({ where: { id: organizationId }, select: { slug: true, name: true, eventAuthorisers: true } });
    const changes = changesBetween(before, after);
    if (Object.keys(changes).length === 0) return ok({ slug });
    if (await isNameTaken(tx, after.name, organizationId)) return refuse("ORGANIZATION_NAME_TAKEN");
    await tx.organization.update({ where: { id: organizationId }, data: after });
    await recordCustomerEvent(tx, { organizationId, type: "organization.changed", data: { changes }, actor, at: now });
    return ok({ slug });
  });
}

/** Two of one name could not be told apart in any list. */
async function isNameTaken(tx: Tx, name: string, except: string | null): Promise<boolean> {
  return (await tx.organization.count({ where: { name: { equals: name, mode: "insensitive" }, ...(except ? { id: { not: except } } : {}) } })) > 0;
}

/** Pages beside those of the organizations. */
const PAGES = ["new", "import", "requests"];

async function freeSlug(tx: Tx, wanted: string): Promise<string> {
  const taken = new Set((await tx.organization.findMany({ where: { slug: { startsWith: wanted } }, select: { slug: true } })).map(({ slug }) => slug));
  if (!taken.has(wanted) && !PAGES.includes(wanted)) return wanted;
  for (let number = 2; ; number += 1) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
}
