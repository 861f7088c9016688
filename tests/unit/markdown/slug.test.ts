import { slugOf } from "@/lib/markdown/slug";

it.each([
  ["¿Qué es DNS?", "que-es-dns"],
  ["Año Nuevo, mañana", "ano-nuevo-manana"],
  ["  --  ", "seccion"],
  ["日本", "seccion"],
])("makes an address of %j", (text, slug) => {
  expect(slugOf(text)).toBe(slug);
});

it("keeps it short and does not end on a hyphen", () => {
  const slug = slugOf(`${"palabra ".repeat(20)}`);
  expect(slug.length).toBeLessThanOrEqual(60);
  expect(slug).toMatch(/[a-z]$/);
});
