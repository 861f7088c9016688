import { publishRateCard } from "@/lib/billing/commands/publish-rate-card";
import { findRateCard, findRatesOn } from "@/lib/billing/rate-card";
import { checkRateTable } from "@/lib/billing/rate-import";
import { RATE_COLUMNS, type TypedRateLine } from "@/lib/billing/rate-lines";
import { findRateVersion, listOwnRates, listRateVersions } from "@/lib/billing/rate-queries";
import { csvText } from "@/lib/http/csv";
import { contractWith } from "@/tests/integration/billing/support/contracts";
import { ana, bruno, diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";

useDatabase();

const GOOD: TypedRateLine = { code: "SOP-HORA", description: "Hora de soporte", unit: "hora", minutes: "60", publicPrice: "1,250.00", contractPrice: "950.00", vat: "16", validFrom: "2026-01-01", validTo: "" };
const OLD: TypedRateLine = { ...GOOD, code: "VIEJO", description: "=1+1", validTo: "2026-11-17" };

const staff = () => ({ db: testDb(), actor: diego, now: NOON });
const base = async () => (await findRateCard(testDb()))?.number ?? 0;
const publish = async (lines: TypedRateLine[]) => publishRateCard(staff(), { base: await base(), note: "", lines });
const table = (text: string | Buffer) => new File([text as never], "tabulador.csv", { type: "text/csv" });

describe("a rate card", () => {
  it("is published whole, a version after another, and the earlier ones stay", async () => {
    expect(unwrap(await publish([GOOD, OLD]))).toEqual({ number: 1 });
    expect(unwrap(await publish([{ ...GOOD, publicPrice: "1300" }, OLD]))).toEqual({ number: 2 });
    expect((await findRateVersion(staff(), { number: 1 }))?.items[0]).toMatchObject({ publicPriceCents: 125_000 });
    expect(await findRateVersion(staff())).toMatchObject({ isInForce: true, version: { number: 2, publishedBy: diego.name, items: 2 }, changes: [{ kind: "changed", code: "SOP-HORA" }] });
    expect((await listRateVersions(staff(), { before: 2 })).items.map(({ number }) => number)).toEqual([1]);
  });

  it("is not published when it changes nothing, is empty, or has an error", async () => {
    const number = await base();
    expect(await publish([{ ...GOOD, publicPrice: "1300" }, OLD])).toMatchObject({ code: "RATES_SAME" });
    expect(await publish([])).toMatchObject({ code: "RATES_EMPTY" });
    expect(await publish([GOOD, { ...OLD, vat: "12" }])).toMatchObject({ code: "RATES_WRONG", details: { problems: [{ line: 2, field: "vat" }] } });
    expect(await base()).toBe(number);
  });

  it("that two people publish at once is one of theirs; the other is told", async () => {
    const number = await base();
    const results = await Promise.all(["1,400", "1,500", "1,600"].map((publicPrice) => publishRateCard(staff(), { base: number, note: "", lines: [{ ...GOOD, publicPrice }] })));
    expect(results.filter((each) => each.ok)).toHaveLength(1);
    expect(results.filter((each) => !each.ok && each.code === "RATES_CHANGED")).toHaveLength(2);
    expect(await base()).toBe(number + 1);
  });

  it("is quoted from by day", async () => {
    await publish([GOOD, OLD]);
    expect((await findRatesOn(testDb(), Temporal.PlainDate.from("2026-11-18")))?.items.map(({ code }) => code)).toEqual(["SOP-HORA"]);
    expect((await findRatesOn(testDb(), Temporal.PlainDate.from("2026-11-17")))?.items.map(({ code }) => code)).toEqual(["SOP-HORA", "VIEJO"]);
  });

  it("shows customers the price that is theirs", async () => {
    expect(await listOwnRates({ db: testDb(), actor: ana, now: NOON })).toMatchObject({ hasContract: false, rates: [{ code: "SOP-HORA", priceCents: 125_000 }] });
    await contractWith();
    expect(await listOwnRates({ db: testDb(), actor: ana, now: NOON })).toMatchObject({ hasContract: true, rates: [{ code: "SOP-HORA", priceCents: 95_000, publicPriceCents: 125_000 }] });
    expect(await listOwnRates({ db: testDb(), actor: bruno, now: NOON })).toMatchObject({ hasContract: false });
  });
});

describe("a table of rates", () => {
  const header = RATE_COLUMNS.map(({ name }) => name);
  const rowOf = (line: TypedRateLine) => RATE_COLUMNS.map(({ key }) => line[key]);
  const check = (text: string | Buffer) => checkRateTable(staff(), { file: table(text) });

  it("that was exported is read as it was written, formulas made harmless and all, and changes nothing", async () => {
    await publish([GOOD, OLD]);
    const text = csvText([header, rowOf(GOOD), rowOf(OLD)]);
    expect(text).toContain("'=1+1");
    expect(unwrap(await check(text))).toMatchObject({ changes: [], count: 2, base: await base() });
  });

  it("says what it would change, publishes nothing, and is published as it was read", async () => {
    const number = await base();
    const dry = unwrap(await check(csvText([header, rowOf({ ...GOOD, contractPrice: "900.00" })])));
    expect(dry.changes).toMatchObject([{ kind: "changed", changes: [{ field: "contractPriceCents", from: 95_000, to: 90_000 }] }, { kind: "removed", line: { code: "VIEJO" } }]);
    expect(await base()).toBe(number);
    expect(unwrap(await publishRateCard(staff(), { base: dry.base, note: "", lines: dry.lines }))).toEqual({ number: number + 1 });
  });

  it("may come from an older spreadsheet: semicolons, Latin-1, other names of columns", async () => {
    const text = "Código;Descripción;Unidad;Precio público;Precio con póliza;IVA;Desde\r\nSOP-HORA;Atención telefónica;Hora;1,250.00;950;16;01/01/2026\r\n";
    expect(unwrap(await check(Buffer.from(text, "latin1")))).toMatchObject({ count: 1, lines: [{ description: "Atención telefónica" }] });
  });

  it("with errors is refused by line and column, and nothing is half done", async () => {
    const answer = await check(`${header.join(",")}\nSOP-HORA,Hora,hora,60,1250,950,16,2026-01-01,\nWEB,Alta,evento,x,1250,-3,16,2026-01-01,\n`);
    expect(answer).toMatchObject({ code: "RATES_WRONG", details: { problems: [{ line: 3, column: "minutos", code: "RATE_MINUTES" }, { line: 3, column: "precio_poliza", code: "RATE_PRICE" }] } });
    expect(await check("codigo,descripcion\nX,Y\n")).toMatchObject({ code: "RATES_WRONG" });
    expect(await check(header.join(","))).toMatchObject({ code: "RATES_EMPTY" });
    expect(await check(Buffer.from([0, 1, 2, 255]))).toMatchObject({ ok: false });
  });
});
