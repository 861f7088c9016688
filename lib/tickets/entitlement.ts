import "server-only";
import type { CustomerActor } from "@/lib/auth/actor";
import { listUsableContracts, type UsableContract } from "@/lib/billing/usable-contracts";
import { eligibilityOf, type BadStanding, type Eligibility, type Refused } from "@/lib/customers/eligibility";
import { readProducts } from "@/lib/customers/product-rows";
import type { Product } from "@/lib/customers/types";
import type { Db, Tx } from "@/lib/db/client";
import { formatDay } from "@/lib/i18n/format";
import { refuse, type Refusal } from "@/lib/result";
import { todayAtDesk } from "@/lib/sla/today";

/** What a customer has today, as far as it decides who is attended and how. */
export type Entitlement = {
  today: Temporal.PlainDate;
  products: Product[];
  /** The pólizas in force of which something can be spent. */
  contracts: UsableContract[];
  /** The names of the departments that attend everybody. */
  openDepartments: string[];
};

export async function readEntitlement(db: Db | Tx, actor: CustomerActor, now: Temporal.Instant): Promise<Entitlement> {
  const today = await todayAtDesk({ db, now });
  const [products, contracts, open] = await Promise.all([
    readProducts(db, actor.organizationId),
    listUsableContracts(db, actor.organizationId, today),
    db.department.findMany({ where: { isActive: true, isOpenToAll: true }, orderBy: { position: "asc" }, select: { name: true } }),
  ]);
  return { today, products, contracts: contracts.filter(isSpendable), openDepartments: open.map(({ name }) => name) };
}

/** What may be spent includes what the contract allows beyond its hours. */
export function isSpendable({ balanceMinutes, overageLimitMinutes }: Pick<UsableContract, "balanceMinutes" | "overageLimitMinutes">): boolean {
  return balanceMinutes + overageLimitMinutes > 0;
}

export function entitlementFor(actor: CustomerActor, { today, products, contracts }: Entitlement, about: { isOpenToAll: boolean; productId: string | null }): Eligibility {
  return eligibilityOf({ today, department: { isOpenToAll: about.isOpenToAll }, hasOrganization: actor.organizationId !== null, products, productId: about.productId, contracts });
}

export type NotEntitled = "NOT_ENTITLED_PERSON" | "NOT_ENTITLED_WITHOUT_PRODUCTS" | "PRODUCT_ENDED" | "PRODUCT_CANCELLED" | "PRODUCT_SUSPENDED" | "PRODUCT_NOT_STARTED";

const BY_STANDING: Record<BadStanding["kind"], NotEntitled> = { ended: "PRODUCT_ENDED", cancelled: "PRODUCT_CANCELLED", suspended: "PRODUCT_SUSPENDED", not_started: "PRODUCT_NOT_STARTED" };

/** The refusal with what its words take: of which product, since when, and who attends all the same ("none" where no department does). */
export function refuseUnentitled(refused: Refused, { today, openDepartments }: Entitlement): Refusal<NotEntitled, Record<string, string>> {
  const departments = openDepartments.length === 0 ? "none" : new Intl.ListFormat("es-MX", { type: "disjunction" }).format(openDepartments);
  switch (refused.reason) {
    case "no_organization":
      return refuse("NOT_ENTITLED_PERSON", { departments });
    case "no_products":
      return refuse("NOT_ENTITLED_WITHOUT_PRODUCTS", { departments });
    case "none_in_force":
    case "product": {
      const { product, standing } = refused;
      return refuse(BY_STANDING[standing.kind], { departments, product: product.name, on: dayOf(standing, today), all: refused.reason === "none_in_force" ? "yes" : "no" });
    }
    default:
      return refused satisfies never;
  }
}

function dayOf(standing: BadStanding, today: Temporal.PlainDate): string {
  if (standing.kind === "ended") return formatDay(standing.endedOn, { today });
  return standing.kind === "not_started" ? formatDay(standing.startsOn, { today }) : "";
}
