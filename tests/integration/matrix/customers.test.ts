import type { Context } from "@/lib/auth/context";
import { findPersonOfSession } from "@/lib/auth/person-of-session";
import { changeMembership } from "@/lib/customers/commands/change-membership";
import { addDomain, removeDomain } from "@/lib/customers/commands/domains";
import { createOrganization, editOrganization } from "@/lib/customers/commands/organizations";
import { addProduct, editProduct } from "@/lib/customers/commands/products";
import { findFiscalProfileFor, saveFiscalProfile } from "@/lib/customers/fiscal-profiles";
import { fieldsOf, fingerprintOf, type ProductFields } from "@/lib/customers/product-fields";
import { applyProductImport } from "@/lib/customers/imports/apply";
import { lookAtProducts } from "@/lib/customers/imports/look";
import { exportProducts, findProductImport, listImportLines } from "@/lib/customers/imports/queries";
import { findOrganization, findOwnOrganization, findPersonRow, findProduct, listCustomerEvents, listOrganizationNames, listOrganizations } from "@/lib/customers/queries";
import { exportedJobs, exportedOperations } from "@/tests/integration/matrix/support/exported";
import { code, PEOPLE, row } from "@/tests/integration/matrix/support/rows";
import { ACTORS, type ActorName } from "@/tests/integration/matrix/support/table";
import { andres, diego, ORGANIZATIONS, PRODUCTS } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { fileOf, unwrap } from "@/tests/support/factories";

useDatabase();

/** Who acts, by whatever type: a cast must not open a door. */
type Ctx = Context<never>;
type Row = { expected: Record<ActorName, string>; run: (ctx: Ctx) => Promise<string> };

const ACME = ORGANIZATIONS.acme.id;
const FISCAL = { rfc: "EKU9003173C9", legalName: "ESCUELA KEMPER URGATE", taxRegime: "601", postalCode: "42501", cfdiUse: "G03" };

/** All about Acme, in the order of ACTORS: nobody, Bruno of Globex, Andrés and Ana (manager) of Acme, Sergio (suspended), an agent, an administrator. */
const OWN = row("gate", "none", "sees", "sees", "gate", "sees", "sees");
const MANAGED = row("gate", "none", "none", "sees", "gate", "sees", "sees");
const ADMINS = row("gate", "none", "none", "none", "gate", "none", "sees");
const WRITES = row("gate", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "gate", "FORBIDDEN", "ok");

const OPERATIONS: Record<string, Row> = {
  listOrganizations: { expected: OWN, run: async (ctx) => sees((await listOrganizations(ctx, { search: "acme" })).items.length > 0) },
  listOrganizationNames: { expected: OWN, run: async (ctx) => sees((await listOrganizationNames(ctx)).includes(ORGANIZATIONS.acme.name)) },
  findOrganization: { expected: OWN, run: async (ctx) => sees((await findOrganization(ctx, { slug: "acme" })) !== null) },
  "findOrganization(people)": { expected: MANAGED, run: async (ctx) => sees(((await findOrganization(ctx, { slug: "acme" }))?.people.length ?? 0) > 1) },
  findOwnOrganization: { expected: row("gate", "none", "sees", "sees", "gate", "none", "none"), run: async (ctx) => sees((await findOwnOrganization({ ...ctx, actor: asCustomer(ctx) }))?.slug === "acme") },
  findProduct: { expected: OWN, run: async (ctx) => sees((await findProduct(ctx, PRODUCTS.acmeMail.id)) !== null) },
  findPersonRow: { expected: OWN, run: async (ctx) => sees((await findPersonRow(ctx, andres.userId)) !== null) },
  listCustomerEvents: { expected: OWN, run: async (ctx) => sees((await listCustomerEvents(ctx, { organizationId: ACME })).length > 0) },
  findFiscalProfileFor: { expected: MANAGED, run: async (ctx) => sees((await findFiscalProfileFor(ctx, { organizationId: ACME })) !== null) },
  saveFiscalProfile: { expected: row("gate", "FORBIDDEN", "FORBIDDEN", "ok", "gate", "FORBIDDEN", "ok"), run: async (ctx) => code(await saveFiscalProfile(ctx, { organizationId: ACME, ...FISCAL, cfdiUse: "S01" })) },
  "saveFiscalProfile(own)": { expected: row("gate", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "gate", "FORBIDDEN", "FORBIDDEN"), run: async (ctx) => code(await saveFiscalProfile(ctx, { organizationId: undefined, ...FISCAL })) },
  createOrganization: { expected: WRITES, run: async (ctx) => code(await createOrganization(ctx, { name: "Otra", eventAuthorisers: "anyone" })) },
  editOrganization: { expected: WRITES, run: async (ctx) => code(await editOrganization(ctx, { organizationId: ACME, name: "Acme", eventAuthorisers: "managers" })) },
  addDomain: { expected: WRITES, run: async (ctx) => code(await addDomain(ctx, { organizationId: ACME, domain: "acme.mx" })) },
  removeDomain: { expected: WRITES, run: async (ctx) => code(await removeDomain(ctx, { organizationId: ACME, domain: "acme.example" })) },
  changeMembership: { expected: WRITES, run: async (ctx) => code(await changeMembership(ctx, { userId: andres.userId, organization: "acme", role: "manager" })) },
  addProduct: { expected: WRITES, run: async (ctx) => code(await addProduct(ctx, { organizationId: ACME, ...product({ name: "acme.mx" }) })) },
  editProduct: { expected: WRITES, run: async (ctx) => code(await editProduct(ctx, { productId: PRODUCTS.acmeMail.id, seen: await seenMail(), ...product({ state: "suspended" }) })) },
  lookAtProducts: { expected: WRITES, run: async (ctx) => code(await lookAtProducts(ctx, fileOf(CSV))) },
  findProductImport: { expected: ADMINS, run: async (ctx) => sees((await findProductImport(ctx, looked.importId)) !== null) },
  listImportLines: { expected: ADMINS, run: async (ctx) => sees((await listImportLines(ctx, { importId: looked.importId, verdict: null, after: 0 })).lines.length > 0) },
  applyProductImport: { expected: WRITES, run: async (ctx) => code(await applyProductImport(ctx, looked)) },
  exportProducts: { expected: row("gate", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "gate", "FORBIDDEN", "exported"), run: async (ctx) => { const all = exportProducts(ctx, {}); return all.ok ? "exported" : all.code; } },
};

/** A look of the administrator's, made anew for each cell. */
let looked = { importId: "", look: "" };
const CSV = "organizacion,tipo,nombre,inicia\nacme,hosting,nuevo.mx,2026-01-01\n";
const CELLS = Object.entries(OPERATIONS).flatMap(([operation, { expected, run }]) => ACTORS.map((actor) => ({ operation, actor, outcome: expected[actor], run })));

describe("who may see and change customers", () => {
  it.each(CELLS)("$operation for $actor: $outcome", async ({ actor, outcome, run }) => {
    await resetWorld();
    const before = await stateNow();
    expect(await outcomeOf(actor, run)).toBe(outcome);
    // Who was refused changed nothing.
    expect((await stateNow()) !== before).toBe(outcome === "ok");
  });

  it("is asked of every query and command there is: 23 for 7 actors make 161 cells", () => {
    const named = new Set(Object.keys(OPERATIONS).map((name) => name.replace(/\(.*/, "")));
    expect([...named].sort()).toEqual(exportedOperations("customers").sort());
    expect(exportedJobs("customers")).toEqual([]);
    expect(CELLS).toHaveLength(161);
  });
});

async function resetWorld(): Promise<void> {
  const db = testDb();
  await db.organizationDomain.deleteMany();
  await db.fiscalProfile.deleteMany();
  await db.organization.update({ where: { id: ACME }, data: { name: ORGANIZATIONS.acme.name, eventAuthorisers: "anyone" } });
  await db.user.update({ where: { id: andres.userId }, data: { organizationId: ACME, organizationRole: "member" } });
  await db.product.update({ where: { id: PRODUCTS.acmeMail.id }, data: { state: "active" } });
  await db.organizationDomain.create({ data: { domain: "acme.example", organizationId: ACME, createdAt: new Date(0) } });
  await db.fiscalProfile.create({ data: { organizationId: ACME, ...FISCAL, updatedAt: new Date(0) } });
  await db.productImport.deleteMany();
  const { importId } = unwrap(await lookAtProducts({ db, actor: diego, now: NOON }, fileOf(CSV)));
  looked = { importId, look: (await db.productImport.findUniqueOrThrow({ where: { id: importId } })).look };
  await db.customerEvent.create({ data: { organizationId: ACME, type: "domain.added", data: { domain: "acme.example" }, at: new Date(0) } });
}

async function stateNow(): Promise<string> {
  const db = testDb();
  const people = await db.user.findMany({ select: { id: true, organizationId: true, organizationRole: true }, orderBy: { id: "asc" } });
  const rows = await Promise.all([db.organization.findMany({ orderBy: { id: "asc" } }), db.organizationDomain.findMany(), db.fiscalProfile.findMany(), db.product.findMany({ orderBy: { id: "asc" } }), db.customerEvent.count(), db.productImport.count()]);
  return JSON.stringify([people, rows]);
}

async function outcomeOf(name: ActorName, run: Row["run"]): Promise<string> {
  const claimed = PEOPLE[name];
  const actor = await findPersonOfSession({ db: testDb() }, claimed && { userId: claimed.userId, sessionVersion: 1 });
  return actor ? run({ db: testDb(), actor: actor as never, now: NOON }) : "gate";
}

function asCustomer(ctx: Ctx): never {
  return { organizationId: null, ...(ctx.actor as object) } as never;
}

function product(changes: Partial<ProductFields>): ProductFields {
  return { kind: "email", name: PRODUCTS.acmeMail.name, startsOn: "2024-01-01", endsOn: null, state: "active", graceDays: 0, specialContract: null, specialContractEndsOn: null, ...changes };
}

async function seenMail(): Promise<string> {
  const found = await findProduct({ db: testDb(), actor: diego, now: NOON }, PRODUCTS.acmeMail.id);
  return fingerprintOf(fieldsOf(found!.product));
}

function sees(isThere: boolean): string {
  return isThere ? "sees" : "none";
}
