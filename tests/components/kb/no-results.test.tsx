import { render, screen, within } from "@testing-library/react";
import { NoResults } from "@/app/(public)/kb/search/_components/no-results";
import type { KnowledgeHit } from "@/lib/kb/search-types";

const TOKEN = "6f1c1a52-6d0c-4b7e-9a59-0f6f4d9f7b11";
const near: KnowledgeHit[] = [
  { kind: "article", id: "a", slug: "spf", title: "Configurar SPF", audience: "public", category: { slug: "dominios", name: "Dominios" }, score: 0.2, titleSegments: [{ text: "Configurar SPF", isMatch: false }], passage: [] },
  { kind: "faq", id: "b", slug: "buzon", title: "¿Por qué se llena mi buzón?", audience: "public", category: null, score: 0.1, titleSegments: [{ text: "¿Por qué se llena mi buzón?", isMatch: false }], passage: [] },
];

it("leads to what comes nearest, to all topics, and to a ticket that begins with what was typed", () => {
  render(<NoResults query="espf & dmark" near={near} token={TOKEN} />);
  const nearest = screen.getByRole("region", { name: "Lo más parecido" });
  expect(within(nearest).getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual([`/kb/articles/spf?search=${TOKEN}`, `/faq?search=${TOKEN}#buzon`]);
  expect(screen.getByText(/Abajo está lo que más se le parece/)).toBeVisible();
  expect(screen.getByRole("link", { name: "Ver todos los temas" })).toHaveAttribute("href", "/kb");
  expect(screen.getByRole("link", { name: "Levantar un ticket con lo que escribí" })).toHaveAttribute("href", `/portal/tickets/new?subject=espf+%26+dmark&search=${TOKEN}`);
});

it("says what to try where nothing comes near, and names no search that is not kept", () => {
  render(<NoResults query="zzzz" near={[]} token={null} />);
  expect(screen.queryByRole("region")).toBeNull();
  expect(screen.getByText(/Pruebe con menos palabras/)).toBeVisible();
  expect(screen.getByRole("link", { name: "Levantar un ticket con lo que escribí" })).toHaveAttribute("href", "/portal/tickets/new?subject=zzzz");
});
