import { readRfc } from "@/lib/customers/rfc";

/** Test taxpayers that the SAT publishes for its certification service, so that their digits were reckoned by others. */
describe("an RFC", () => {
  it.each(["EKU9003173C9", "IIA040805DZ4", "URE180429TM6", "XIA190128J61", "KIJ0906199R1", "IVD920810GU2", "H&E951128469", "\u00d1\u00d1\u00d1010101AAA"])("%s: legal", (rfc) => {
    const read = readRfc(rfc);
    // The last one is made up for its letters: its digit is checked like any other.
    expect(read).toEqual(rfc.startsWith("\u00d1") ? { ok: false, problem: "digit" } : { ok: true, rfc, kind: "legal" });
  });

  it.each(["CACX7605101P8", "JUFA7608212V6", "FUNK671228PH6", "WATM640917J45", "MISC491214B86"])("%s: natural", (rfc) => expect(readRfc(rfc)).toEqual({ ok: true, rfc, kind: "natural" }));

  it.each(["XAXX010101000", "XEXX010101000"])("%s: generic, whatever its digit", (rfc) => expect(readRfc(rfc)).toEqual({ ok: true, rfc, kind: "generic" }));

  it("is taken in lower case and with what people put between its parts", () => {
    expect(readRfc(" eku-900317-3c9 ")).toEqual({ ok: true, rfc: "EKU9003173C9", kind: "legal" });
  });

  it.each([
    ["EKU9003173C", "length"],
    ["EKU9003173C99999", "length"],
    ["EK$9003173C9", "characters"],
    ["E1U9003173C9", "letters"],
    ["EKU9013173C9", "date"],
    ["EKU9002303C9", "date"],
    ["EKUA003173C9", "date"],
    ["EKU900317&C9", "homoclave"],
    ["EKU9003173C8", "digit"],
    ["EKU9003173C\u00d1", "digit"],
    ["CACX7605101P9", "digit"],
  ])("%s is refused for its %s", (rfc, problem) => expect(readRfc(rfc)).toEqual({ ok: false, problem }));

  it("takes 29 February 2000, and refuses that of 2001", () => {
    expect(readRfc("CACX0002291P8")).not.toEqual({ ok: false, problem: "date" });
    expect(readRfc("CACX0102291P8")).toEqual({ ok: false, problem: "date" });
  });

  it("by module 11, worked out by hand: EKU9003173C → 9", () => {
    // space 37·13, E 14·12, K 20·11, U 31·10, 9·9, 0·8, 0·7, 3·6, 1·5, 7·4, 3·3, C 12·2 = 481+168+220+310+81+18+5+28+9+24 = 1344; 1344 mod 11 = 2; 11 − 2 = 9.
    expect(readRfc("EKU9003173C9").ok).toBe(true);
  });
});
