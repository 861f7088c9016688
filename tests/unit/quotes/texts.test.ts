import { canonicalAuthorisation } from "@/lib/quotes/authorisation-text";
import { textHash } from "@/lib/quotes/canonical";
import { parseQuoteReference, quoteReferenceFrom } from "@/lib/quotes/quote-reference";
import { canonicalQuote, type QuoteFacts } from "@/lib/quotes/quote-text";

const FACTS: QuoteFacts = {
  reference: "COT-7K3M-Q2XD",
  revision: 2,
  supersedes: "COT-0000-0001",
  ticket: "IMP-7K3M-Q2XD",
  customer: "Acme",
  basis: "event",
  contract: null,
  rateCard: 3,
  sent: "2026-11-18T18:00:00.000Z",
  sentBy: "Carla Ríos",
  validUntil: "2026-12-04T05:59:59.999Z",
  scope: "Uno\nline: 2",
  exclusions: "",
  paymentTerms: "Contado",
  lines: [{ rateCardItemId: "x", code: "REM-01", description: "Sesión", unit: "event", quantity: 1, unitPriceCents: 85_000, minutes: 45, subtotalCents: 85_000, discountCents: 0, discountReason: null, vatRateBp: 1600, vatCents: 13_600, totalCents: 98_600 }],
  subtotalCents: 85_000,
  discountCents: 0,
  vatCents: 13_600,
  totalCents: 98_600,
  estimatedMinutes: 45,
};

describe("the text of a quote", () => {
  it("is this, to the byte: nothing that is typed makes a line of its own", () => {
    expect(canonicalQuote(FACTS).split("\n")).toEqual([
      "mesa-quote v1",
      'reference: "COT-7K3M-Q2XD"',
      "revision: 2",
      'supersedes: "COT-0000-0001"',
      'ticket: "IMP-7K3M-Q2XD"',
      'customer: "Acme"',
      'basis: "event"',
      "contract: null",
      "rateCard: 3",
      'sent: "2026-11-18T18:00:00.000Z"',
      'sentBy: "Carla Ríos"',
      'validUntil: "2026-12-04T05:59:59.999Z"',
      String.raw`scope: "Uno\nline: 2"`,
      'exclusions: ""',
      'paymentTerms: "Contado"',
      'line: {"code":"REM-01","description":"Sesión","unit":"event","quantity":1,"unitPrice":85000,"minutes":45,"subtotal":85000,"discount":0,"discountReason":null,"vatRate":1600,"vat":13600,"total":98600}',
      'currency: "MXN"',
      "subtotal: 85000",
      "discount: 0",
      "vat: 13600",
      "total: 98600",
      "minutes: 45",
      "",
    ]);
  });

  it("is another one with another hash when a cent is", () => {
    expect(textHash(canonicalQuote({ ...FACTS, totalCents: 98_601 }))).not.toBe(textHash(canonicalQuote(FACTS)));
  });
});

describe("the text of an answer", () => {
  it("repeats the quote's, and does not depend on the order of the fiscal data", () => {
    const quoteText = canonicalQuote(FACTS);
    const facts = { verdict: "authorised" as const, quote: FACTS.reference, quoteSha256: textHash(quoteText), person: "Ana Torres", email: "ana@acme.example", organization: "Acme", at: "2026-11-18T19:00:00.000Z", address: "203.0.113.7", browser: "Firefox", accepted: ["Acepto A.", "Acepto B."], reason: null, quoteText };
    const text = canonicalAuthorisation({ ...facts, fiscal: { rfc: "AAA010101AAA", legalName: "ACME" } });
    expect(text).toBe(canonicalAuthorisation({ ...facts, fiscal: { legalName: "ACME", rfc: "AAA010101AAA" } }));
    expect(text.split("\n")[0]).toBe("mesa-authorisation v1");
    expect(text).toContain('accepted: "Acepto A."\naccepted: "Acepto B."\n');
    expect(JSON.parse(text.split("\n").at(-2)!.slice("quoteText: ".length))).toBe(quoteText);
  });
});

describe("references of quotes", () => {
  it("are read as people type them", () => {
    expect(quoteReferenceFrom(Uint8Array.from([7, 19, 3, 20, 23, 2, 29, 13]))).toBe("COT-7K3M-Q2XD");
    expect(["cot 7k3m q2xd", "C0T-7K3M-Q2XD", "COT-7K3M-Q2X", "IMP-7K3M-Q2XD"].map(parseQuoteReference)).toEqual(["COT-7K3M-Q2XD", "COT-7K3M-Q2XD", null, null]);
  });
});
