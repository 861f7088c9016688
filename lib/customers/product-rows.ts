import "server-only";
import type { ProductFields } from "@/lib/customers/product-fields";
import type { Product } from "@/lib/customers/types";
import type { Db, Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { fromDay, toDay, toDayOrNull } from "@/lib/time/days";

export const productColumns = { id: true, kind: true, name: true, startsOn: true, endsOn: true, state: true, graceDays: true, specialContract: true, specialContractEndsOn: true } as const satisfies Prisma.ProductSelect;
export type ProductRow = Prisma.ProductGetPayload<{ select: typeof productColumns }>;

export function toProduct({ startsOn, endsOn, specialContractEndsOn, ...row }: ProductRow): Product {
  return { ...row, startsOn: toDay(startsOn), endsOn: toDayOrNull(endsOn), specialContractEndsOn: toDayOrNull(specialContractEndsOn) };
}

export function toRow({ startsOn, endsOn, specialContractEndsOn, ...fields }: ProductFields) {
  const date = (text: string | null) => (text === null ? null : fromDay(Temporal.PlainDate.from(text)));
  return { ...fields, startsOn: fromDay(Temporal.PlainDate.from(startsOn)), endsOn: date(endsOn), specialContractEndsOn: date(specialContractEndsOn) };
}

/** All products of an organization, for the rules of other domains; by kind and name. None where there is no organization. */
export async function readProducts(db: Db | Tx, organizationId: string | null): Promise<Product[]> {
  if (organizationId === null) return [];
  const rows = await db.product.findMany({ where: { organizationId }, orderBy: [{ kind: "asc" }, { name: "asc" }, { id: "asc" }], select: productColumns });
  return rows.map(toProduct);
}
