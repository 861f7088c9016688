import { eligibilityOf, type EligibilityFacts } from "@/lib/customers/eligibility";
import { standingOf } from "@/lib/customers/standing";
import type { Product } from "@/lib/customers/types";

const day = (text: string) => Temporal.PlainDate.from(text);
/** A Wednesday. */
const TODAY = day("2026-11-18");

function product(changes: Partial<Product> = {}): Product {
  return { id: "p1", kind: "hosting", name: "acme.mx", startsOn: day("2024-01-01"), endsOn: null, state: "active", graceDays: 0, specialContract: null, specialContractEndsOn: null, ...changes };
}

const POLIZA = { reference: "POL-1", endsOn: day("2026-12-31") };

describe("how a product stands", () => {
  const special = { specialContract: "Mantenimiento anual" };
  it.each<[string, Partial<Product>, object]>([
    ["without an end", {}, { kind: "in_force", until: null }],
    ["that ends tomorrow", { endsOn: day("2026-11-19") }, { kind: "in_force", until: day("2026-11-19") }],
    ["that ends today: its last day", { endsOn: TODAY }, { kind: "in_force", until: TODAY }],
    ["that ended yesterday, without grace", { endsOn: day("2026-11-17") }, { kind: "ended", endedOn: day("2026-11-17") }],
    ["on its first day of grace", { endsOn: day("2026-11-17"), graceDays: 7 }, { kind: "grace", endedOn: day("2026-11-17"), until: day("2026-11-24") }],
    ["on its last day of grace", { endsOn: day("2026-11-11"), graceDays: 7 }, { kind: "grace", endedOn: day("2026-11-11"), until: TODAY }],
    ["on the day after its grace", { endsOn: day("2026-11-10"), graceDays: 7 }, { kind: "ended", endedOn: day("2026-11-10") }],
    ["with grace over the end of a month", { endsOn: day("2026-10-31"), graceDays: 18 }, { kind: "grace", endedOn: day("2026-10-31"), until: TODAY }],
    ["that begins tomorrow", { startsOn: day("2026-11-19") }, { kind: "not_started", startsOn: day("2026-11-19") }],
    ["that begins today", { startsOn: TODAY }, { kind: "in_force", until: null }],
    ["that is suspended", { state: "suspended" }, { kind: "suspended" }],
    ["that is suspended, with a special contract", { state: "suspended", ...special }, { kind: "suspended" }],
    ["that was cancelled before its end", { state: "cancelled", endsOn: day("2027-01-01") }, { kind: "cancelled" }],
    ["that was cancelled, within its grace", { state: "cancelled", endsOn: day("2026-11-17"), graceDays: 30 }, { kind: "cancelled" }],
    ["that was cancelled, with a special contract", { state: "cancelled", ...special }, { kind: "special_contract", until: null }],
    ["that ended, with a special contract without end", { endsOn: day("2026-01-01"), ...special }, { kind: "special_contract", until: null }],
    ["that ended, on the special contract's last day", { endsOn: day("2026-01-01"), ...special, specialContractEndsOn: TODAY }, { kind: "special_contract", until: TODAY }],
    ["that ended, as its special contract did yesterday", { endsOn: day("2026-01-01"), ...special, specialContractEndsOn: day("2026-11-17") }, { kind: "ended", endedOn: day("2026-01-01") }],
    ["within its grace, with a special contract that lasts longer", { endsOn: day("2026-11-17"), graceDays: 7, ...special, specialContractEndsOn: day("2027-06-30") }, { kind: "special_contract", until: day("2027-06-30") }],
    ["in force, with a special contract besides", special, { kind: "in_force", until: null }],
    ["that begins tomorrow, with a special contract", { startsOn: day("2026-11-19"), ...special }, { kind: "special_contract", until: null }],
  ])("%s", (_name, changes, expected) => expect(plain(standingOf(product(changes), TODAY))).toEqual(plain(expected)));
});

describe("who is attended", () => {
  const ended = product({ id: "ended", endsOn: day("2026-11-03") });
  const endedBefore = product({ id: "before", name: "viejo.mx", endsOn: day("2025-05-05") });
  const suspended = product({ id: "suspended", state: "suspended" });
  const inGrace = product({ id: "grace", endsOn: day("2026-11-15"), graceDays: 7 });
  const good = product({ id: "good" });

  const facts = (changes: Partial<EligibilityFacts>): EligibilityFacts => ({ today: TODAY, department: { isOpenToAll: false }, hasOrganization: true, products: [], productId: null, contracts: [], ...changes });

  it.each<[string, Partial<EligibilityFacts>, string]>([
    ["everybody, in a department that is open to all", { department: { isOpenToAll: true }, hasOrganization: false }, "open_department"],
    ["also about a suspended product there", { department: { isOpenToAll: true }, products: [suspended], productId: "suspended" }, "open_department"],
    ["nobody without an organization elsewhere", { hasOrganization: false }, "refused: no_organization"],
    ["a product in force", { products: [ended, good], productId: "good" }, "product good in_force"],
    ["a product in its grace", { products: [inGrace], productId: "grace" }, "product grace grace"],
    ["not a product that ended, whatever else is in force", { products: [ended, good], productId: "ended" }, "refused: product ended ended"],
    ["a product that ended, by a póliza", { products: [ended], productId: "ended", contracts: [POLIZA] }, "contract POL-1"],
    ["the póliza that ends first", { products: [ended], productId: "ended", contracts: [POLIZA, { ...POLIZA, reference: "POL-2" }] }, "contract POL-1"],
    ["not a suspended product, whatever the póliza", { products: [suspended, good], productId: "suspended", contracts: [POLIZA] }, "refused: product suspended suspended"],
    ["a product in force, without touching the póliza", { products: [good], productId: "good", contracts: [POLIZA] }, "product good in_force"],
    ["without a product, when any is in force", { products: [ended, inGrace, good] }, "product good in_force"],
    ["without a product, when one is in its grace", { products: [ended, inGrace] }, "product grace grace"],
    ["without a product, by a póliza", { products: [ended], contracts: [POLIZA] }, "contract POL-1"],
    ["without a product, by a póliza beside a suspended one", { products: [suspended], contracts: [POLIZA] }, "contract POL-1"],
    ["by a póliza alone", { contracts: [POLIZA] }, "contract POL-1"],
    ["nobody when all has ended, and the last one is named", { products: [endedBefore, ended] }, "refused: none_in_force ended ended"],
    ["nobody when all is suspended", { products: [suspended] }, "refused: none_in_force suspended suspended"],
    ["nobody without products", {}, "refused: no_products"],
  ])("%s", (_name, changes, expected) => expect(said(facts(changes))).toBe(expected));

  it("asks only of the organization's own products", () => {
    expect(() => eligibilityOf(facts({ products: [good], productId: "another" }))).toThrow("not among the facts");
  });
});

/** Days as text: a PlainDate has no fields that a comparison would see. */
function plain(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}

function said(facts: EligibilityFacts): string {
  const answer = eligibilityOf(facts);
  if (!answer.isAllowed) return `refused: ${answer.reason}${"product" in answer ? ` ${answer.product.id} ${answer.standing.kind}` : ""}`;
  const { ground } = answer;
  if (ground.kind === "product") return `product ${ground.product.id} ${ground.standing.kind}`;
  return ground.kind === "contract" ? `contract ${ground.reference}` : ground.kind;
}
