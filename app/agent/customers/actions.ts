"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { changeMembership } from "@/lib/customers/commands/change-membership";
import { addDomain, removeDomain } from "@/lib/customers/commands/domains";
import { createOrganization, editOrganization } from "@/lib/customers/commands/organizations";
import { addProduct, editProduct } from "@/lib/customers/commands/products";
import { saveFiscalProfile } from "@/lib/customers/fiscal-profiles";
import {
  addDomainSchema,
  addProductSchema,
  changeMembershipSchema,
  createOrganizationSchema,
  editOrganizationSchema,
  editProductSchema,
  removeDomainSchema,
  saveFiscalSchema,
} from "@/lib/customers/schema";
import { CUSTOMERS, hrefOfCustomer } from "./_data/addresses";

export const createOrganizationAction = defineAction({ name: "customers.create", actor: "staff", input: createOrganizationSchema, run: createOrganization, onDone: ({ slug }) => backTo(slug, "created") });
export const editOrganizationAction = defineAction({ name: "customers.edit", actor: "staff", input: editOrganizationSchema, run: editOrganization, onDone: ({ slug }) => backTo(slug, "saved") });
export const addDomainAction = defineAction({ name: "customers.add-domain", actor: "staff", input: addDomainSchema, run: addDomain, onDone: ({ slug }) => backTo(slug, "saved") });
export const removeDomainAction = defineAction({ name: "customers.remove-domain", actor: "staff", input: removeDomainSchema, run: removeDomain, onDone: ({ slug }) => backTo(slug, "saved") });
export const changeMembershipAction = defineAction({ name: "customers.change-membership", actor: "staff", input: changeMembershipSchema, run: changeMembership, onDone: ({ slug }) => backTo(slug, "saved") });
export const addProductAction = defineAction({ name: "customers.add-product", actor: "staff", input: addProductSchema, run: addProduct, onDone: ({ slug }) => backTo(slug, "saved") });
export const editProductAction = defineAction({ name: "customers.edit-product", actor: "staff", input: editProductSchema, run: editProduct, onDone: ({ slug }) => backTo(slug, "saved") });
export const saveFiscalAction = defineAction({ name: "customers.save-fiscal", actor: "staff", input: saveFiscalSchema, run: saveFiscalProfile, onDone: () => revalidatePath(CUSTOMERS, "layout") });

function backTo(slug: string | null, done: string): never {
  revalidatePath(CUSTOMERS, "layout");
  redirect(slug === null ? CUSTOMERS : hrefOfCustomer(slug, done));
}
