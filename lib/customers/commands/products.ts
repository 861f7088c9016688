import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { changesBetween } from "@/lib/customers/events";
import { canEditCustomers } from "@/lib/customers/policy";
import { fieldsOf, fingerprintOf } from "@/lib/customers/product-fields";
import { productColumns, toProduct, toRow } from "@/lib/customers/product-rows";
import { lockOrganization, recordCustomerEvent } from "@/lib/customers/record";
import type { AddProductInput, EditProductInput } from "@/lib/customers/schema";
import { isUniqueError } from "@/lib/db/errors";
import { ok, refuse, type Result } from "@/lib/result";

type Saved = { slug: string; productId: string };

export async function addProduct({ db, actor, now }: Context<StaffActor>, { organizationId, ...fields }: AddProductInput): Promise<Result<Saved, "FORBIDDEN" | "ORGANIZATION_NOT_FOUND" | "PRODUCT_NAME_TAKEN">> {
  if (!canEditCustomers(actor)) return refuse("FORBIDDEN");
  return db
    .$transaction(async (tx): Promise<Result<Saved, "ORGANIZATION_NOT_FOUND">> => {
      const organization = await lockOrganization(tx, organizationId);
      if (!organization) return refuse("ORGANIZATION_NOT_FOUND");
      const { id } = await tx.product.create({ data: { organizationId, ...toRow(fields) }, select: { id: true } });
      await recordCustomerEvent(tx, { organizationId, productId: id, type: "product.added", data: { name: fields.name, kind: fields.kind }, actor, at: now });
      return ok({ slug: organization.slug, productId: id });
    })
    .catch(nameTaken);
}

type EditRefusals = "FORBIDDEN" | "PRODUCT_NOT_FOUND" | "PRODUCT_CHANGED" | "PRODUCT_NAME_TAKEN";

/** Writes over what the form was made from, and over nothing else. */
export async function editProduct({ db, actor, now }: Context<StaffActor>, { productId, seen, ...fields }: EditProductInput): Promise<Result<Saved, EditRefusals>> {
  if (!canEditCustomers(actor)) return refuse("FORBIDDEN");
  return db
    .$transaction(async (tx): Promise<Result<Saved, EditRefusals>> => {
      await tx.$queryRaw`SELECT id FROM product WHERE id = ${productId}::uuid FOR UPDATE`;
      const row = await tx.product.findUnique({ where: { id: productId }, select: { ...productColumns, organizationId: true, organization: { select: { slug: true } } } });
      if (!row) return refuse("PRODUCT_NOT_FOUND");
      const { organizationId, organization, ...columns } = row;
      const before = fieldsOf(toProduct(columns));
      const changes = changesBetween(before, fields);
      if (Object.keys(changes).length === 0) return ok({ slug: organization.slug, productId });
      if (fingerprintOf(before) !== seen) return refuse("PRODUCT_CHANGED", { seen: fingerprintOf(before) });
      await tx.product.update({ where: { id: productId }, data: toRow(fields) });
      await recordCustomerEvent(tx, { organizationId, productId, type: "product.changed", data: { changes }, actor, at: now });
      return ok({ slug: organization.slug, productId });
    })
    .catch(nameTaken);
}

/** One name a kind in an organization: the database's own key. */
function nameTaken(error: unknown) {
  if (!isUniqueError(error)) throw error;
  return refuse("PRODUCT_NAME_TAKEN");
}
