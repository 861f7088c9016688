import { changeMembership } from "@/lib/customers/commands/change-membership";
import { addDomain, removeDomain } from "@/lib/customers/commands/domains";
import { createOrganization, editOrganization } from "@/lib/customers/commands/organizations";
import { addProduct, editProduct } from "@/lib/customers/commands/products";
import { findFiscalProfileFor, saveFiscalProfile } from "@/lib/customers/fiscal-profiles";
import { membershipForAddress } from "@/lib/customers/placing";
import { fieldsOf, fingerprintOf, type ProductFields } from "@/lib/customers/product-fields";
import { findOrganization, findProduct, listCustomerEvents, listOrganizations } from "@/lib/customers/queries";
import { findPersonOfSession } from "@/lib/auth/person-of-session";
import { ana, andres, diego, ORGANIZATIONS } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";

useDatabase();

const ctx = (now = NOON) => ({ db: testDb(), actor: diego, now });
const ACME = ORGANIZATIONS.acme.id;
const hosting: ProductFields = { kind: "hosting", name: "acme.mx", startsOn: "2025-01-01", endsOn: "2026-12-31", state: "active", graceDays: 7, specialContract: null, specialContractEndsOn: null };

describe("organizations", () => {
  it("have an address of their name, and a number where it is taken or a page's", async () => {
    const slugs = [];
    for (const name of ["Pan & Café", "Pan, Café", "Import"]) slugs.push(unwrap(await createOrganization(ctx(), { name, eventAuthorisers: "anyone" })).slug);
    expect(slugs).toEqual(["pan-cafe", "pan-cafe-2", "import-2"]);
    expect(await createOrganization(ctx(), { name: "PAN & café", eventAuthorisers: "anyone" })).toEqual({ ok: false, code: "ORGANIZATION_NAME_TAKEN" });
  });

  it("of the same address at once are two", async () => {
    const made = await Promise.all(["Dos Ríos", "Dos, Ríos"].map((name) => createOrganization(ctx(), { name, eventAuthorisers: "anyone" })));
    expect(made.map((each) => unwrap(each).slug).sort()).toEqual(["dos-rios", "dos-rios-2"]);
  });

  it("keep who changed what, and nothing when nothing changed", async () => {
    const { slug } = unwrap(await createOrganization(ctx(), { name: "Historia", eventAuthorisers: "anyone" }));
    const { id } = (await findOrganization(ctx(), { slug }))!;
    const edited = { organizationId: id, name: "Historia", eventAuthorisers: "managers" as const };
    unwrap(await editOrganization(ctx(at("2026-11-19T10:00")), edited));
    unwrap(await editOrganization(ctx(at("2026-11-20T10:00")), edited));
    expect(await listCustomerEvents(ctx(), { organizationId: id })).toMatchObject([
      { type: "organization.changed", changes: [{ field: "eventAuthorisers", from: "anyone", to: "managers" }], by: "Diego Mora", at: "2026-11-19T16:00:00Z" },
      { type: "organization.created", facts: { name: "Historia" } },
    ]);
  });

  it("are listed by name, page after page, each once", async () => {
    for (let number = 0; number < 55; number += 1) await testDb().organization.create({ data: { slug: `lista-${number}`, name: "Lista igual" } });
    const first = await listOrganizations(ctx(), { search: "lista igual" });
    const second = await listOrganizations(ctx(), { search: "lista igual", cursor: first.nextCursor! });
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([50, 5, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(55);
    expect((await listOrganizations(ctx(), { cursor: "no es nuestro" })).items.length).toBe(50);
  });

  it("are found by a product, a person or a domain", async () => {
    for (const search of ["Correo de acme", "andres@", "Acme"]) expect((await listOrganizations(ctx(), { search })).items.map(({ slug }) => slug)).toContain("acme");
  });
});

describe("domains", () => {
  it("place new people, in one organization alone", async () => {
    unwrap(await addDomain(ctx(), { organizationId: ACME, domain: " https://www.Acme.MX/contacto " }));
    expect(await membershipForAddress(testDb(), "Nueva@ACME.mx")).toEqual({ organizationId: ACME, role: "member" });
    expect(await membershipForAddress(testDb(), "nueva@mail.acme.mx")).toBeNull();
    const taken = await addDomain(ctx(), { organizationId: ORGANIZATIONS.globex.id, domain: "acme.mx" });
    expect(taken).toEqual({ ok: false, code: "DOMAIN_TAKEN", details: { domain: "acme.mx", organization: "Acme Herramientas" } });
    unwrap(await addDomain(ctx(), { organizationId: ACME, domain: "acme.mx" }));
    unwrap(await removeDomain(ctx(), { organizationId: ACME, domain: "acme.mx" }));
    expect(await membershipForAddress(testDb(), "nueva@acme.mx")).toBeNull();
  });

  it("taken twice at once go to one", async () => {
    const both = await Promise.all([ACME, ORGANIZATIONS.globex.id].map((organizationId) => addDomain(ctx(), { organizationId, domain: "carrera.mx" })));
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    expect(both.filter((each) => !each.ok && each.code === "DOMAIN_TAKEN")).toHaveLength(1);
  });

  it.each([["gmail.com", "DOMAIN_IS_PUBLIC"], ["ana@hotmail.com", "DOMAIN_IS_PUBLIC"], ["acme", "DOMAIN_UNREADABLE"], ["a b.mx", "DOMAIN_UNREADABLE"], ["10.0.0.1", "DOMAIN_UNREADABLE"]])("%s is refused: %s", async (domain, code) => {
    expect(await addDomain(ctx(), { organizationId: ACME, domain })).toEqual({ ok: false, code });
  });
});

describe("people", () => {
  const andresNow = () => findPersonOfSession({ db: testDb() }, { userId: andres.userId, sessionVersion: 1 });

  it("change what they are, and where, at once", async () => {
    unwrap(await changeMembership(ctx(), { userId: andres.userId, organization: "acme", role: "manager" }));
    expect(await andresNow()).toMatchObject({ organizationId: ACME, isManager: true });
    unwrap(await changeMembership(ctx(), { userId: andres.userId, organization: "globex", role: "member" }));
    expect(await andresNow()).toMatchObject({ organizationId: ORGANIZATIONS.globex.id, isManager: false });
    unwrap(await changeMembership(ctx(), { userId: andres.userId, organization: "", role: "member" }));
    expect(await andresNow()).toMatchObject({ organizationId: null, isManager: false });
    expect(await changeMembership(ctx(), { userId: andres.userId, organization: "nadie", role: "member" })).toEqual({ ok: false, code: "ORGANIZATION_UNKNOWN" });
    expect(await changeMembership(ctx(), { userId: diego.userId, organization: "acme", role: "member" })).toEqual({ ok: false, code: "PERSON_NOT_FOUND" });
    unwrap(await changeMembership(ctx(), { userId: andres.userId, organization: "acme", role: "member" }));
    expect((await listCustomerEvents(ctx(), { organizationId: ACME })).map(({ type }) => type).filter((type) => type.startsWith("person."))).toEqual(["person.joined", "person.left", "person.role-changed"]);
  });
});

describe("products", () => {
  it("are changed field by field, over what was seen and nothing else", async () => {
    const { productId } = unwrap(await addProduct(ctx(), { organizationId: ACME, ...hosting }));
    const seen = fingerprintOf(hosting);
    unwrap(await editProduct(ctx(), { productId, seen, ...hosting, endsOn: "2027-12-31", graceDays: 15 }));
    const second = await editProduct(ctx(), { productId, seen, ...hosting, state: "suspended" });
    expect(second).toMatchObject({ ok: false, code: "PRODUCT_CHANGED" });
    // Told of the other's version, the second one means it.
    const told = (second as { details: { seen: string } }).details.seen;
    unwrap(await editProduct(ctx(), { productId, seen: told, ...hosting, state: "suspended" }));
    expect(fieldsOf((await findProduct(ctx(), productId))!.product)).toEqual({ ...hosting, state: "suspended" });
    expect(await listCustomerEvents(ctx(), { organizationId: ACME, productId })).toMatchObject([
      { type: "product.changed", changes: expect.arrayContaining([{ field: "state", from: "active", to: "suspended" }]) },
      { type: "product.changed", changes: [{ field: "endsOn", from: "2026-12-31", to: "2027-12-31" }, { field: "graceDays", from: "7", to: "15" }], by: "Diego Mora" },
      { type: "product.added" },
    ]);
  });

  it("of one kind have names of their own", async () => {
    unwrap(await addProduct(ctx(), { organizationId: ACME, ...hosting, name: "unico.mx" }));
    expect(await addProduct(ctx(), { organizationId: ACME, ...hosting, name: "unico.mx" })).toEqual({ ok: false, code: "PRODUCT_NAME_TAKEN" });
    unwrap(await addProduct(ctx(), { organizationId: ACME, ...hosting, kind: "domain", name: "unico.mx" }));
  });
});

describe("fiscal data", () => {
  const data = { rfc: "EKU9003173C9", legalName: "ESCUELA KEMPER URGATE", taxRegime: "601", postalCode: "42501", cfdiUse: "G03" };

  it("are the organization's, kept with who changed which", async () => {
    unwrap(await saveFiscalProfile({ ...ctx(), actor: ana }, { organizationId: ACME, ...data }));
    unwrap(await saveFiscalProfile({ ...ctx(), actor: ana }, { organizationId: ACME, ...data, cfdiUse: "S01" }));
    unwrap(await saveFiscalProfile({ ...ctx(), actor: ana }, { organizationId: ACME, ...data, cfdiUse: "S01" }));
    expect(await findFiscalProfileFor({ ...ctx(), actor: ana }, { organizationId: ACME })).toMatchObject({ ...data, cfdiUse: "S01", updatedByName: "Ana Torres" });
    const saved = (await listCustomerEvents(ctx(), { organizationId: ACME })).filter(({ type }) => type === "fiscal.saved");
    expect(saved.map(({ changes }) => changes)).toEqual([[{ field: "cfdiUse", from: "G03", to: "S01" }], expect.arrayContaining([{ field: "rfc", from: null, to: "EKU9003173C9" }])]);
  });

  it("of a person without an organization are their own", async () => {
    await testDb().user.update({ where: { id: andres.userId }, data: { organizationId: null, organizationRole: null } });
    const alone = (await findPersonOfSession({ db: testDb() }, { userId: andres.userId, sessionVersion: 1 })) as typeof andres;
    const own = { ...data, rfc: "CACX7605101P8", legalName: "XOCHILT CASAS CHAVEZ", taxRegime: "612" };
    unwrap(await saveFiscalProfile({ ...ctx(), actor: alone }, { organizationId: undefined, ...own }));
    expect(await findFiscalProfileFor({ ...ctx(), actor: alone }, { userId: alone.userId })).toMatchObject(own);
    expect(await findFiscalProfileFor({ ...ctx(), actor: ana }, { userId: alone.userId })).toBeNull();
    expect(await saveFiscalProfile({ ...ctx(), actor: alone }, { organizationId: ACME, ...data })).toEqual({ ok: false, code: "FORBIDDEN" });
  });
});
