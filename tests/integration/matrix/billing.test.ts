import { randomUUID } from "node:crypto";
import type { CustomerActor, StaffActor, SystemActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { adjustContract, buyHours, reverseLedgerEntry, settleContractNow } from "@/lib/billing/commands/correct-ledger";
import { createContract } from "@/lib/billing/commands/create-contract";
import { editContract } from "@/lib/billing/commands/edit-contract";
import { publishRateCard } from "@/lib/billing/commands/publish-rate-card";
import { settleContracts } from "@/lib/billing/commands/settle-contracts";
import { countContractAlerts, findContract, findContractUse, listContracts, listOwnContracts } from "@/lib/billing/contract-queries";
import { findStatement, listEntries } from "@/lib/billing/entry-queries";
import { findContractOrganization, searchOrganizations } from "@/lib/billing/form-queries";
import { checkRateTable } from "@/lib/billing/rate-import";
import { findRateVersion, listOwnRates, listRateVersions } from "@/lib/billing/rate-queries";
import { contractWith } from "@/tests/integration/billing/support/contracts";
import { exportedJobs, exportedOperations } from "@/tests/integration/matrix/support/exported";
import { code, outcomeOf, row } from "@/tests/integration/matrix/support/rows";
import { ACTORS, type ActorName } from "@/tests/integration/matrix/support/table";
import { diego, ORGANIZATIONS } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

type Outcome = "gate" | "none" | "sees" | "FORBIDDEN" | "ok";
type World = { id: string; reference: string; entryId: string; version: string };
type Row = { expected: Record<ActorName, Outcome>; run: (ctx: Context<StaffActor>, world: World) => Promise<string> };

/** In the order of ACTORS: nobody, bruno, andres, ana, sergio, carla, diego. */
const DESK_READS = row("gate", "none", "none", "none", "gate", "sees", "sees");
const ADMIN_WRITES = row("gate", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "gate", "FORBIDDEN", "ok");
const CUSTOMERS_READ = row("gate", "sees", "sees", "sees", "gate", "none", "none");
/** A contract of Acme's that managers authorise: its manager sees it, another member and another organization do not. */
const MANAGER_READS = row("gate", "none", "none", "sees", "gate", "sees", "sees");
const MANAGER_OWNS = row("gate", "none", "none", "sees", "gate", "none", "none");
const ADMIN_READS = row("gate", "none", "none", "none", "gate", "none", "sees");

const LINE = { code: "SOP-HORA", description: "Hora", unit: "hora", minutes: "60", publicPrice: "100", contractPrice: "90", vat: "16", validFrom: "2026-01-01", validTo: "" };

const OPERATIONS: Record<string, Row> = {
  listContracts: { expected: DESK_READS, run: async (ctx, { id }) => sees((await listContracts(ctx, { filter: "all" })).items.some((each) => each.id === id)) },
  countContractAlerts: { expected: DESK_READS, run: async (ctx) => sees((await countContractAlerts(ctx)) > 0) },
  listOwnContracts: { expected: MANAGER_OWNS, run: async (ctx, { id }) => sees((await listOwnContracts(ctx)).some((each) => each.id === id)) },
  findContract: { expected: MANAGER_READS, run: async (ctx, { reference }) => sees((await findContract(ctx, reference)) !== null) },
  findContractUse: { expected: DESK_READS, run: async (ctx, { reference }) => sees((await findContractUse(ctx, reference)) !== null) },
  listEntries: { expected: DESK_READS, run: async (ctx, { id }) => sees((await listEntries(ctx, { contractId: id })).items.length > 0) },
  findStatement: { expected: MANAGER_READS, run: async (ctx, { reference }) => sees((await findStatement(ctx, { reference, month: null })) !== null) },
  searchOrganizations: { expected: ADMIN_READS, run: async (ctx) => sees((await searchOrganizations(ctx, { text: "Acme" })).length > 0) },
  findContractOrganization: { expected: ADMIN_READS, run: async (ctx) => sees((await findContractOrganization(ctx, { slug: "acme" })) !== null) },
  createContract: {
    expected: ADMIN_WRITES,
    run: async (ctx) => code(await createContract(ctx, { ...RULES, organizationId: ORGANIZATIONS.acme.id, hours: 60, price: 100, vatRateBp: 1600, startsOn: day("2026-01-01"), submissionKey: randomUUID() })),
  },
  editContract: { expected: ADMIN_WRITES, run: async (ctx, { id, version }) => code(await editContract(ctx, { ...RULES, contractId: id, version })) },
  buyHours: { expected: ADMIN_WRITES, run: async (ctx, { id }) => code(await buyHours(ctx, { contractId: id, hours: 60, price: 100, reason: "", submissionKey: randomUUID() })) },
  adjustContract: { expected: ADMIN_WRITES, run: async (ctx, { id }) => code(await adjustContract(ctx, { contractId: id, direction: "add", hours: 60, reason: "x", submissionKey: randomUUID() })) },
  reverseLedgerEntry: { expected: ADMIN_WRITES, run: async (ctx, { id, entryId }) => code(await reverseLedgerEntry(ctx, { contractId: id, entryId, reason: "x", submissionKey: randomUUID() })) },
  settleContractNow: {
    expected: ADMIN_WRITES,
    async run(ctx, { id }) {
      await testDb().contract.update({ where: { id }, data: { endsOn: new Date("2026-11-01") } });
      return code(await settleContractNow(ctx, { contractId: id }));
    },
  },
  // The night's: no person's.
  settleContracts: { expected: row("gate", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "gate", "FORBIDDEN", "FORBIDDEN"), run: async (ctx) => code(await settleContracts(ctx as unknown as Context<SystemActor>)) },
  listRateVersions: { expected: DESK_READS, run: async (ctx) => sees((await listRateVersions(ctx)).items.length > 0) },
  findRateVersion: { expected: DESK_READS, run: async (ctx) => sees((await findRateVersion(ctx)) !== null) },
  listOwnRates: { expected: CUSTOMERS_READ, run: async (ctx) => sees((await listOwnRates(ctx as unknown as Context<CustomerActor>)).rates.length > 0) },
  publishRateCard: { expected: ADMIN_WRITES, run: async (ctx) => code(await publishRateCard(ctx, { base: await latest(), note: "", lines: [{ ...LINE, publicPrice: String((published += 1)) }] })) },
  checkRateTable: { expected: ADMIN_WRITES, run: async (ctx) => code(await checkRateTable(ctx, { file: new File(["codigo,descripcion,unidad,precio_publico,precio_poliza,iva,vigente_desde\nX,X,hora,1,1,16,2026-01-01\n"], "x.csv") })) },
};

const day = (text: string) => Temporal.PlainDate.from(text);
const RULES = { name: "Una", endsOn: day("2026-12-31"), rounding: 15, atEnd: "expire" as const, overage: 0, authorisers: "managers" as const, authoriserIds: [] };
let published = 100;

beforeAll(async () => {
  await publishRateCard({ db: testDb(), actor: diego, now: NOON }, { base: 0, note: "", lines: [LINE] });
});

const CELLS = Object.entries(OPERATIONS).flatMap(([operation, { expected, run }]) => ACTORS.map((actor) => ({ operation, actor, outcome: expected[actor], run })));

describe("who may see and change prices and contracts", () => {
  it.each(CELLS)("$operation for $actor: $outcome", async ({ actor, outcome, run }) => {
    const world = await worldWithContract();
    expect(await outcomeOf(actor, (ctx) => run(ctx, world))).toBe(outcome);
  });

  it("is asked of every query and command there is: 21 for 7 actors make 147 cells", () => {
    expect(Object.keys(OPERATIONS).sort()).toEqual(exportedOperations("billing").sort());
    expect(exportedJobs("billing")).toEqual(["settleContractsJob"]);
    expect(CELLS).toHaveLength(147);
  });
});

async function worldWithContract(): Promise<World> {
  const db = testDb();
  await db.contract.updateMany({ data: { settledAt: new Date() } });
  // The first to end of those that are listed.
  const contract = await contractWith({ endsOn: new Date("2027-12-31") });
  await db.contractNotice.create({ data: { contractId: contract.id, kind: "used_80", at: new Date() } });
  const [entry, { updatedAt }] = await Promise.all([
    db.ledgerEntry.findFirstOrThrow({ where: { contractId: contract.id }, select: { id: true } }),
    db.contract.findUniqueOrThrow({ where: { id: contract.id }, select: { updatedAt: true } }),
  ]);
  return { ...contract, entryId: String(entry.id), version: updatedAt.toISOString() };
}

async function latest(): Promise<number> {
  return (await testDb().rateCardVersion.aggregate({ _max: { number: true } }))._max.number ?? 0;
}

function sees(isThere: boolean): string {
  return isThere ? "sees" : "none";
}
