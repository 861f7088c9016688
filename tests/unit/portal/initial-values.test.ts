import { initialValues, linkedArticle, linkValues, queryText, type LinkOptions } from "@/app/portal/tickets/new/initial-values";
import { hasDraftContent } from "@/lib/drafts/choice";

const KEY = "00000000-0000-4000-8000-000000000001";
const FRESH = "00000000-0000-4000-8000-000000000002";
const options: LinkOptions = {
  departments: [{ id: "d1", slug: "facturacion", name: "Facturación" }],
  products: [{ id: "p1", name: "Hosting" }],
  priorities: [
    { priority: "low", minutes: 4320, clock: "business-hours" },
    { priority: "medium", minutes: 2880, clock: "business-hours" },
  ],
};

it("begins with what the address asks for", () => {
  const link = linkValues({ department: "facturacion", product: "p1", subject: "Factura", priority: "low" }, options);
  expect(initialValues({ draft: null, link, freshKey: FRESH })).toEqual({ departmentId: "d1", productId: "p1", subject: "Factura", body: "", service: "free", priority: "low", submissionKey: FRESH });
});

it("leaves out what does not exist, is not the customer's, or may not be chosen", () => {
  const link = linkValues({ department: "ventas", product: "p9", priority: "high", subject: ["a", "b"] }, options);
  expect(initialValues({ draft: null, link, freshKey: FRESH })).toEqual({ departmentId: "", productId: "", subject: "", body: "", service: "free", priority: "medium", submissionKey: FRESH });
});

it("prefers a draft with something written, and never mixes two topics", () => {
  const link = linkValues({ department: "facturacion", subject: "Factura" }, options);
  expect(initialValues({ draft: { body: "Se cayó el sitio", submissionKey: KEY }, link, freshKey: FRESH })).toMatchObject({ departmentId: "", subject: "", body: "Se cayó el sitio", submissionKey: KEY });
});

it("does not take a draft without text, nor its key", () => {
  const draft = { departmentId: "d1", subject: " ", submissionKey: KEY };
  expect(hasDraftContent(draft)).toBe(false);
  expect(initialValues({ draft, link: { subject: "Factura" }, freshKey: FRESH })).toMatchObject({ subject: "Factura", submissionKey: FRESH });
});

it("makes a new key when the draft's is none", () => {
  expect(initialValues({ draft: { body: "Texto", submissionKey: "x" }, link: {}, freshKey: FRESH }).submissionKey).toBe(FRESH);
});

it("cuts a subject from the address to what a subject may be, without a half letter", () => {
  expect(linkValues({ subject: "a".repeat(400) }, options).subject).toHaveLength(150);
  expect(linkValues({ subject: `${"a".repeat(149)}😀` }, options).subject?.isWellFormed()).toBe(true);
  expect(linkValues({ subject: "x\0y" }, options).subject).toBe("xy");
});

it("takes an article by a plausible slug only", () => {
  expect(linkedArticle({ article: "configurar-spf" })).toBe("configurar-spf");
  expect(linkedArticle({ article: "../secreto" })).toBeNull();
  expect(linkedArticle({})).toBeNull();
});

it("keeps the address for after the draft is discarded", () => {
  expect(queryText({ department: "facturacion", subject: "a b" })).toBe("?department=facturacion&subject=a+b");
  expect(queryText({})).toBe("");
});
