import { columnName, IMPORT_COLUMNS } from "@/lib/customers/imports/format";
import { planLine, readLine, type Surroundings } from "@/lib/customers/imports/plan";
import type { ProductFields } from "@/lib/customers/product-fields";
import { refusalMessage } from "@/lib/i18n/refusals";

const ID = "00000000-0000-4000-8000-000000000001";
const mail: ProductFields = { kind: "email", name: "Correo", startsOn: "2024-01-01", endsOn: "2026-12-31", state: "active", graceDays: 7, specialContract: null, specialContractEndsOn: null };
const EXISTING = { id: ID, organizationId: "acme", fields: mail };
const none: Surroundings = { organizationId: "acme", byId: null, byName: null, firstLine: null };
const KEY = { organization: "acme", kind: "correo", name: "Correo" };

const planned = (cells: Parameters<typeof readLine>[1], there: Partial<Surroundings> = {}) => planLine(readLine(2, cells), { ...none, ...there });
const problems = (cells: Parameters<typeof readLine>[1], there: Partial<Surroundings> = {}) => planned(cells, there).problems.map(({ column, code }) => `${column}: ${code}`);

describe("a line of a table of products", () => {
  it("is new, with what it says and nothing else", () => {
    expect(planned({ ...KEY, startsOn: "03/11/2026" })).toMatchObject({ verdict: "new", before: null, after: { kind: "email", name: "Correo", startsOn: "2026-11-03", endsOn: null, state: "active", graceDays: 0 } });
  });

  it("changes the fields that it has, empties those that are empty, and leaves those without a column", () => {
    const { verdict, after } = planned({ ...KEY, endsOn: "", graceDays: "0" }, { byName: EXISTING });
    expect([verdict, after]).toEqual(["changed", { ...mail, endsOn: null, graceDays: 0 }]);
  });

  it("is the same when it says what is there, however it is written", () => {
    expect(planned({ ...KEY, kind: " CORREO electrónico", endsOn: "31/12/2026", state: "Vigente" }, { byName: EXISTING }).verdict).toBe("same");
  });

  it("by its id changes name and kind too", () => {
    expect(planned({ ...KEY, id: ID, kind: "hosting", name: "Otro" }, { byId: EXISTING })).toMatchObject({ verdict: "changed", productId: ID, after: { ...mail, kind: "hosting", name: "Otro" } });
  });

  it.each<[string, Parameters<typeof readLine>[1], Partial<Surroundings>, string[]]>([
    ["an organization that is none", KEY, { organizationId: null }, ["organizacion: import.organizationUnknown"]],
    ["no organization", { ...KEY, organization: "" }, {}, ["organizacion: import.organizationMissing"]],
    ["a kind that is none", { ...KEY, kind: "cosa" }, {}, ["tipo: import.kindUnknown"]],
    ["a state that is none", { ...KEY, state: "roto" }, {}, ["estado: import.stateUnknown"]],
    ["no name", { ...KEY, name: "" }, {}, ["nombre: field.missing"]],
    ["a day that is none", { ...KEY, startsOn: "31/02/2026" }, {}, ["inicia: field.dayUnreadable"]],
    ["negative days", { ...KEY, startsOn: "2026-01-01", graceDays: "-3" }, {}, ["dias_de_gracia: field.graceDays"]],
    ["half days", { ...KEY, startsOn: "2026-01-01", graceDays: "1.5" }, {}, ["dias_de_gracia: field.graceDays"]],
    ["an end before the start", { ...KEY, startsOn: "2026-02-01", endsOn: "2026-01-01" }, {}, ["termina: field.endsBeforeStart"]],
    ["an end before the start that is there", { ...KEY, endsOn: "2023-01-01" }, { byName: EXISTING }, ["termina: field.endsBeforeStart"]],
    ["a new one without a start", KEY, {}, ["inicia: import.startMissing"]],
    ["the same product on an earlier line", { ...KEY, startsOn: "2026-01-01" }, { firstLine: 2 }, ["null: import.lineTwice"]],
    ["another one's id", { ...KEY, id: ID }, { byId: { ...EXISTING, organizationId: "globex" } }, ["id: import.idUnknown"]],
    ["half an id", { ...KEY, id: "abc" }, {}, ["id: import.idUnreadable"]],
    ["a name that another product has", { ...KEY, id: ID }, { byId: EXISTING, byName: { ...EXISTING, id: "another" } }, ["nombre: PRODUCT_NAME_TAKEN"]],
    ["several things at once", { organization: "", kind: "", name: "", startsOn: "ayer" }, {}, ["organizacion: import.organizationMissing", "tipo: import.kindUnknown", "nombre: field.missing", "inicia: field.dayUnreadable"]],
  ])("is wrong: %s", (_name, cells, there, expected) => {
    expect(problems(cells, there)).toEqual(expected);
    for (const { code, details } of planned(cells, there).problems) expect(refusalMessage(code, details)).not.toContain(code);
  });

  it("has columns of one name each", () => {
    const names = IMPORT_COLUMNS.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
    expect(columnName("graceDays")).toBe("dias_de_gracia");
  });
});
