import "server-only";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { isBarred } from "@/lib/conduct/suspension-rules";
import { readRunningSuspension } from "@/lib/conduct/suspensions";
import { isGood, standingOf } from "@/lib/customers/standing";
import { getSlaInForce } from "@/lib/sla/queries";
import { entitlementFor, readEntitlement, refuseUnentitled } from "@/lib/tickets/entitlement";
import { prioritiesFor } from "@/lib/tickets/policy";
import type { EntitlementNote, NewTicketOptions } from "@/lib/tickets/types";

/** What the form offers: where to, about what, how it is attended, and whether it would be (the command asks again). */
export async function getNewTicketOptions({ db, actor, now }: Context<CustomerActor>): Promise<NewTicketOptions> {
  const [departments, entitlement, { policy }, suspension] = await Promise.all([
    db.department.findMany({ where: { isActive: true }, orderBy: { position: "asc" }, select: { id: true, slug: true, name: true, description: true, isOpenToAll: true, isEssential: true } }),
    readEntitlement(db, actor, now),
    getSlaInForce({ db }),
    readRunningSuspension(db, { userId: actor.userId, now }),
  ]);
  const { today, products, contracts } = entitlement;
  const noteFor = (productId: string | null): EntitlementNote => {
    const eligibility = entitlementFor(actor, entitlement, { isOpenToAll: false, productId });
    return eligibility.isAllowed ? { ground: eligibility.ground } : { refusal: refuseUnentitled(eligibility, entitlement) };
  };
  const promised = (priority: NewTicketOptions["priorities"][number]["priority"]) => ({ priority, minutes: policy.response[priority], clock: policy.clock });
  return {
    today,
    departments: departments.flatMap(({ isEssential, ...department }) => (isBarred(suspension, { isEssential }) ? [] : [department])),
    isSuspended: suspension !== null,
    products: products.map((product) => {
      const standing = standingOf(product, today);
      return { id: product.id, name: product.name, kind: product.kind, standing, hasEnded: !isGood(standing) };
    }),
    entitlement: Object.fromEntries([["", noteFor(null)], ...products.map(({ id }) => [id, noteFor(id)] as const)]),
    contracts,
    priorities: prioritiesFor("free").map(promised),
    paid: { contract: promised("high"), event: promised("medium") },
  };
}
