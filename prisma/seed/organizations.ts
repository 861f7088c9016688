import { fiscalSchema } from "@/lib/customers/fiscal";
import type { Db } from "@/lib/db/client";
import { fromDay } from "@/lib/time/days";
import { toDate } from "@/lib/time/instants";
import { organizations, type SeedProduct } from "./content/people";

const ZONE = "America/Mexico_City";

/** The demonstration's customers: domains, fiscal data, and products in each state that there is. @returns product ids by their key, and whose each domain is */
export async function seedOrganizations({ db, now }: { db: Db; now: Temporal.Instant }) {
  const products = new Map<string, string>();
  const owners: { domain: string; organizationId: string }[] = [];
  for (const { slug, name, domains, fiscal, eventAuthorisers, products: owned } of organizations) {
    const { id } = await db.organization.create({ data: { slug, name, ...(eventAuthorisers ? { eventAuthorisers } : {}) }, select: { id: true } });
    await db.organizationDomain.createMany({ data: domains.map((domain) => ({ domain, organizationId: id, createdAt: toDate(now) })) });
    owners.push(...domains.map((domain) => ({ domain, organizationId: id })));
    if (fiscal) await db.fiscalProfile.create({ data: { organizationId: id, ...fiscalSchema.parse(fiscal), updatedAt: toDate(now) } });
    for (const product of owned) {
      const { id: productId } = await db.product.create({ data: { organizationId: id, ...columnsOf(product, now) }, select: { id: true } });
      products.set(product.key, productId);
    }
  }
  return { products, domains: owners };
}

/** A product as its row has it on the day of the seed. */
export function columnsOf({ kind, name, startsDaysAgo, endsInDays, state, graceDays, specialContract }: SeedProduct, now: Temporal.Instant) {
  const today = now.toZonedDateTimeISO(ZONE).toPlainDate();
  const inDays = (days: number | null) => (days === null ? null : fromDay(today.add({ days })));
  return {
    kind,
    name,
    startsOn: fromDay(today.subtract({ days: startsDaysAgo })),
    endsOn: inDays(endsInDays),
    state: state ?? ("active" as const),
    graceDays: graceDays ?? 0,
    specialContract: specialContract?.text ?? null,
    specialContractEndsOn: inDays(specialContract?.endsInDays ?? null),
  };
}
