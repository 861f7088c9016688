import { rankRelated } from "@/lib/kb/related";

const spf = { slug: "spf", tags: ["dns", "correo", "spam"], categorySlug: "dominios" };
const candidate = (slug: string, more: { tags?: string[]; categorySlug?: string; views?: number } = {}) => ({ slug, tags: [], categorySlug: "otra", views: 0, ...more });

it("puts those that share most tags first", () => {
  const ranked = rankRelated(spf, [candidate("uno", { tags: ["dns"] }), candidate("dos", { tags: ["dns", "spam"] })], 5);
  expect(ranked.map((article) => article.slug)).toEqual(["dos", "uno"]);
});

it("prefers the same category among those that share as many, and then the most read", () => {
  const ranked = rankRelated(spf, [candidate("lejos", { views: 900 }), candidate("cerca", { categorySlug: "dominios" }), candidate("cerca-y-leido", { categorySlug: "dominios", views: 3 })], 5);
  expect(ranked.map((article) => article.slug)).toEqual(["cerca-y-leido", "cerca", "lejos"]);
});

it("leaves the article itself out and gives no more than asked for", () => {
  const ranked = rankRelated(spf, [candidate("spf", { tags: spf.tags }), candidate("a"), candidate("b")], 1);
  expect(ranked.map((article) => article.slug)).toEqual(["a"]);
});
