import { isGood, standingOf, type GoodStanding, type Standing } from "@/lib/customers/standing";
import type { Product } from "@/lib/customers/types";

/** A póliza in force with hours left, as far as it decides who is attended. */
export type EligibleContract = { reference: string; endsOn: Temporal.PlainDate };

export type EligibilityFacts = {
  /** In the desk's zone. */
  today: Temporal.PlainDate;
  department: { isOpenToAll: boolean };
  hasOrganization: boolean;
  /** All of the organization's. */
  products: readonly Product[];
  /** What the person chose, one of them; null for none. */
  productId: string | null;
  /** The one that ends first before the others. */
  contracts: readonly EligibleContract[];
};

/** Why somebody is attended. */
export type Ground =
  | { kind: "open_department" }
  | { kind: "product"; product: Product; standing: GoodStanding }
  | { kind: "contract"; reference: string; until: Temporal.PlainDate };

/** Why not; `product` is the one that it is about. */
export type Refused =
  | { reason: "no_organization" }
  | { reason: "no_products" }
  /** None was chosen, and none that there is would do: the one that did last is named. */
  | { reason: "none_in_force"; product: Product; standing: BadStanding }
  | { reason: "product"; product: Product; standing: BadStanding };
export type BadStanding = Exclude<Standing, GoodStanding>;

export type Eligibility = { isAllowed: true; ground: Ground } | ({ isAllowed: false } & Refused);

/**
 * Who is attended (policy, 2). A department that is open to all attends everybody. Otherwise the chosen product must be in force, in its
 * days of grace or under a special contract, or a póliza with hours left provides the support, except of what is suspended. Without a
 * product any of the organization's is enough.
 * @throws when the chosen product is none of `products`: who reads the facts has looked
 */
export function eligibilityOf(facts: EligibilityFacts): Eligibility {
  if (facts.department.isOpenToAll) return { isAllowed: true, ground: { kind: "open_department" } };
  if (!facts.hasOrganization) return { isAllowed: false, reason: "no_organization" };
  return facts.productId === null ? withoutProduct(facts) : withProduct(facts, facts.productId);
}

function withProduct({ products, contracts, today }: EligibilityFacts, productId: string): Eligibility {
  const product = products.find(({ id }) => id === productId);
  if (!product) throw new Error("the chosen product is not among the facts");
  const standing = standingOf(product, today);
  if (isGood(standing)) return { isAllowed: true, ground: { kind: "product", product, standing } };
  const contract = standing.kind === "suspended" ? undefined : contracts[0];
  return contract ? byContract(contract) : { isAllowed: false, reason: "product", product, standing };
}

function withoutProduct({ products, contracts, today }: EligibilityFacts): Eligibility {
  const standings = products.map((product) => ({ product, standing: standingOf(product, today) }));
  const good = GOOD_FIRST.flatMap((kind) => standings.filter(({ standing }) => standing.kind === kind))[0];
  if (good && isGood(good.standing)) return { isAllowed: true, ground: { kind: "product", product: good.product, standing: good.standing } };
  if (contracts[0]) return byContract(contracts[0]);
  const last = lastInForce(standings);
  return last ? { isAllowed: false, reason: "none_in_force", ...last } : { isAllowed: false, reason: "no_products" };
}

const GOOD_FIRST: readonly GoodStanding["kind"][] = ["in_force", "grace", "special_contract"];

function byContract({ reference, endsOn }: EligibleContract): Eligibility {
  return { isAllowed: true, ground: { kind: "contract", reference, until: endsOn } };
}

/** The one that ended last is what the person most likely asks about; without any that ended, whichever comes first. */
function lastInForce(standings: { product: Product; standing: Standing }[]): { product: Product; standing: BadStanding } | null {
  const bad = standings.flatMap(({ product, standing }) => (isGood(standing) ? [] : [{ product, standing }]));
  const ended = bad.flatMap((each) => (each.standing.kind === "ended" ? [{ ...each, endedOn: each.standing.endedOn }] : []));
  ended.sort((one, other) => Temporal.PlainDate.compare(other.endedOn, one.endedOn));
  const found = ended[0] ?? bad[0];
  return found ? { product: found.product, standing: found.standing } : null;
}
