import { editProduct } from "@/lib/customers/commands/products";
import { applyProductImport } from "@/lib/customers/imports/apply";
import { lookAtProducts } from "@/lib/customers/imports/look";
import { exportProducts, findProductImport, listImportLines } from "@/lib/customers/imports/queries";
import { fieldsOf, fingerprintOf } from "@/lib/customers/product-fields";
import { findProduct, listCustomerEvents } from "@/lib/customers/queries";
import { diego, ORGANIZATIONS, PRODUCTS } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { fileOf, unwrap } from "@/tests/support/factories";

useDatabase();

const ctx = (now = NOON) => ({ db: testDb(), actor: diego, now });
const look = async (text: string | Uint8Array) => unwrap(await lookAtProducts(ctx(), fileOf(text))).importId;
const viewOf = async (importId: string) => (await findProductImport(ctx(), importId))!;
const linesOf = async (importId: string) => (await listImportLines(ctx(), { importId, verdict: null, after: 0 })).lines;
const apply = async (importId: string) => applyProductImport(ctx(), { importId, look: (await viewOf(importId)).look });
const products = () => testDb().product.findMany({ where: { organizationId: ORGANIZATIONS.acme.id }, select: { name: true, kind: true, endsOn: true, graceDays: true }, orderBy: { name: "asc" } });

const TABLE = "\uFEFForganizacion;tipo;nombre;inicia;termina;dias_de_gracia\r\nacme;correo;Correo de acme.example;01/01/2024;31/12/2026;15\r\nAcme Herramientas;hosting;nuevo.mx;2026-11-03;;\r\nglobex;hosting;Hosting de globex.example;2024-01-01;;0\r\n";

describe("importing products", () => {
  it("says line by line what would change, changes nothing, and then does exactly that, once", async () => {
    const before = await products();
    const importId = await look(TABLE);
    expect(await products()).toEqual(before);
    expect((await viewOf(importId)).counts).toEqual({ new: 1, changed: 1, same: 1, error: 0 });
    expect((await linesOf(importId)).map(({ line, verdict, changes }) => [line, verdict, changes])).toEqual([
      [2, "changed", [{ field: "endsOn", from: null, to: "2026-12-31" }, { field: "graceDays", from: "0", to: "15" }]],
      [3, "new", []],
      [4, "same", []],
    ]);
    // Twice at once: one of them does it.
    const both = await Promise.all([apply(importId), apply(importId)]);
    expect(both).toEqual([{ ok: true, data: { importId } }, { ok: true, data: { importId } }]);
    expect(await products()).toEqual([
      { name: "Correo de acme.example", kind: "email", endsOn: new Date("2026-12-31"), graceDays: 15 },
      { name: "nuevo.mx", kind: "hosting", endsOn: null, graceDays: 0 },
    ]);
    expect((await viewOf(importId)).appliedAt).not.toBeNull();
    const events = await listCustomerEvents(ctx(), { organizationId: ORGANIZATIONS.acme.id });
    expect(events.map(({ type, about, by }) => [type, about, by]).sort()).toEqual([["product.added", "nuevo.mx", "Diego Mora"], ["product.changed", "Correo de acme.example", "Diego Mora"]]);
    expect(events.find(({ type }) => type === "product.changed")?.changes).toEqual(expect.arrayContaining([{ field: "endsOn", from: null, to: "2026-12-31" }, { field: "graceDays", from: "0", to: "15" }]));
    // The same file again: all of it is there.
    expect((await viewOf(await look(TABLE))).counts).toEqual({ new: 0, changed: 0, same: 3, error: 0 });
  });

  it("does nothing of a file with an error, and names line and field", async () => {
    const before = await products();
    const importId = await look("organizacion,tipo,nombre,inicia,dias_de_gracia\nacme,hosting,bueno.mx,2026-01-01,0\nacme,hosting,malo.mx,31/02/2026,-1\nnadie,hosting,x,2026-01-01,\nacme,hosting,bueno.mx,2026-01-01,0\nacme,hosting,\"sin cerrar,2026-01-01,0\n");
    expect((await linesOf(importId)).filter(({ verdict }) => verdict === "error").map(({ line, problems }) => [line, problems.map(({ column, code }) => `${column} ${code}`)])).toEqual([
      [3, ["inicia field.dayUnreadable", "dias_de_gracia field.graceDays"]],
      [4, ["organizacion import.organizationUnknown"]],
      [5, ["null import.lineTwice"]],
      [6, ["null csv.quoteOpen"]],
    ]);
    expect(await apply(importId)).toEqual({ ok: false, code: "IMPORT_HAS_ERRORS" });
    expect(await products()).toEqual(before);
  });

  it("says what is wrong with the header", async () => {
    const importId = await look("organizacion,tipo,precio\nacme,hosting,1\n");
    expect((await linesOf(importId)).map(({ line, problems }) => [line, problems.map(({ column, code }) => `${column} ${code}`)])).toEqual([[1, ["precio csv.columnUnknown", "nombre csv.columnMissing"]]]);
  });

  it("looks again when a product changed meanwhile, and keeps what the file says nothing of", async () => {
    const importId = await look("organizacion,tipo,nombre,dias_de_gracia\nacme,correo,Correo de acme.example,20\n");
    const seenLook = (await viewOf(importId)).look;
    const { product } = (await findProduct(ctx(), PRODUCTS.acmeMail.id))!;
    const fields = fieldsOf(product);
    unwrap(await editProduct(ctx(), { productId: product.id, seen: fingerprintOf(fields), ...fields, state: "suspended" }));
    expect(await applyProductImport(ctx(), { importId, look: seenLook })).toEqual({ ok: false, code: "IMPORT_CHANGED" });
    expect(await applyProductImport(ctx(), { importId, look: seenLook })).toEqual({ ok: false, code: "IMPORT_LOOKED_AGAIN" });
    expect((await linesOf(importId)).map(({ changes }) => changes)).toEqual([[{ field: "graceDays", from: "15", to: "20" }]]);
    unwrap(await apply(importId));
    expect(fieldsOf((await findProduct(ctx(), PRODUCTS.acmeMail.id))!.product)).toMatchObject({ state: "suspended", graceDays: 20 });
    await testDb().product.update({ where: { id: product.id }, data: { state: "active" } });
  });

  it("looks again when what is new to it has appeared", async () => {
    const importId = await look("organizacion,tipo,nombre,inicia\nacme,dominio,carrera.mx,2026-01-01\n");
    await testDb().product.create({ data: { organizationId: ORGANIZATIONS.acme.id, kind: "domain", name: "carrera.mx", startsOn: new Date("2025-01-01") } });
    expect(await apply(importId)).toEqual({ ok: false, code: "IMPORT_CHANGED" });
    expect((await linesOf(importId)).map(({ verdict }) => verdict)).toEqual(["changed"]);
  });

  it("reads back what it exports, without a change", async () => {
    await testDb().product.create({ data: { organizationId: ORGANIZATIONS.acme.id, kind: "system", name: "=1+1, \"así\"", startsOn: new Date("2025-01-01"), endsOn: new Date("2026-05-05"), graceDays: 3, specialContract: "Línea uno\nLínea dos", specialContractEndsOn: new Date("2027-01-01"), state: "cancelled" } });
    const text = (await Array.fromAsync(unwrap(exportProducts(ctx(), {})))).join("");
    expect(text.startsWith("\uFEFFid,organizacion,tipo")).toBe(true);
    expect(text).toContain("'=1+1");
    const { counts } = await viewOf(await look(text));
    expect(counts).toMatchObject({ new: 0, changed: 0, error: 0 });
    expect(counts.same).toBe(await testDb().product.count());
    const one = (await Array.fromAsync(unwrap(exportProducts(ctx(), { organization: "globex" })))).join("");
    expect(one.trim().split("\r\n")).toHaveLength(2);
  });

  it("forgets looks after a week", async () => {
    const importId = await look(TABLE);
    unwrap(await lookAtProducts(ctx(NOON.add({ hours: 24 * 7 + 1 })), fileOf(TABLE)));
    expect(await findProductImport(ctx(), importId)).toBeNull();
    expect(await applyProductImport(ctx(), { importId, look: importId })).toEqual({ ok: false, code: "IMPORT_GONE" });
  });
});
