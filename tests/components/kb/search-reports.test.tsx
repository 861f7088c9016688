import { act, fireEvent, render, screen } from "@testing-library/react";
import { KnowledgeSearch } from "@/components/kb/knowledge-search";
import type { SearchHit } from "@/components/kb/search-hit";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const TOKEN = "6f1c1a52-6d0c-4b7e-9a59-0f6f4d9f7b11";
const words = { label: "Buscar", placeholder: "", submit: "Buscar", none: "Ninguna", one: "Una", many: "#", all: "Ver todos" };
const hit = (href: string): SearchHit => ({ href, label: "Artículo", title: [{ text: href, isMatch: false }], passage: [] });

type Report = { search: string; text?: string; kind?: string; opened?: { kind: string; slug: string } };
const reports: Report[] = [];
let hits: SearchHit[] = [];

beforeAll(async () => {
  await import("@/public/enhance.js");
  document.addEventListener("click", (event) => event.preventDefault()); // jsdom goes nowhere
  document.addEventListener("submit", (event) => event.preventDefault());
});

beforeEach(() => {
  jest.useFakeTimers();
  reports.length = 0;
  hits = [hit("/kb/articles/spf"), hit("/faq#buzon")];
  globalThis.fetch = async (url, options) => {
    if (String(url) === "/api/kb/searches") reports.push(JSON.parse(String(options?.body)) as Report);
    return { ok: true, json: async () => ({ hits }) } as Response;
  };
});

afterEach(() => {
  window.dispatchEvent(new Event("pagehide"));
  jest.useRealTimers();
});

function show({ kind, defaultValue }: { kind?: "faq"; defaultValue?: string } = {}) {
  render(
    <>
      <KnowledgeSearch id="q" words={words} kind={kind} {...(defaultValue ? { defaultValue } : {})} />
      <a href="/portal/tickets/new?subject=x">Levantar un ticket</a>
      <p>Otra cosa</p>
    </>,
  );
}

/** Types, and gets the answer; then looks at it for a while. */
async function type(text: string, lookedMs = 3_000) {
  fireEvent.input(screen.getByRole("searchbox"), { target: { value: text } });
  await act(() => jest.advanceTimersByTimeAsync(200));
  await act(() => jest.advanceTimersByTimeAsync(lookedMs));
}

const match = (href: string) => screen.getAllByRole("link").find((link) => link.textContent?.includes(href))!;
const ticketLink = () => screen.getByRole("link", { name: "Levantar un ticket" });
const goElsewhere = () => fireEvent.pointerDown(screen.getByText("Otra cosa"));

it("tells nothing while one types", async () => {
  show();
  for (const text of ["bu", "buz", "buzón", "buzón lleno"]) await type(text);
  expect(reports).toEqual([]);
});

it("tells once what was typed last, when a match is opened, and sends the token along to it and to a ticket", async () => {
  show({ kind: "faq" });
  await type("registro", 0);
  await type("registro spf", 0);
  fireEvent.click(match("/kb/articles/spf"));
  expect(reports).toEqual([{ search: expect.stringMatching(UUID), text: "registro spf", kind: "faq", opened: { kind: "article", slug: "spf" } }]);
  const token = reports[0]!.search;
  expect(ticketLink()).toHaveAttribute("href", `/portal/tickets/new?subject=x&search=${token}`);
  window.dispatchEvent(new Event("pagehide"));
  expect(reports).toHaveLength(1);
});

it("tells each match that is opened in a tab of its own, as one search", async () => {
  show();
  await type("spf", 0);
  fireEvent(match("/kb/articles/spf"), new MouseEvent("auxclick", { bubbles: true, button: 1 }));
  fireEvent(match("/faq#buzon"), new MouseEvent("auxclick", { bubbles: true, button: 1 }));
  const { search } = reports[0]!;
  expect(reports).toEqual([
    { search, text: "spf", opened: { kind: "article", slug: "spf" } },
    { search, opened: { kind: "faq", slug: "buzon" } },
  ]);
  expect(match("/faq#buzon")).toHaveAttribute("href", expect.stringMatching(new RegExp(`/faq\\?search=${search}#buzon$`)));
});

it("tells what was typed when the box is left after the answer was read, also when there was none", async () => {
  hits = [];
  show();
  await type("impresora");
  goElsewhere();
  expect(reports).toEqual([{ search: expect.stringMatching(UUID), text: "impresora" }]);
  goElsewhere();
  expect(reports).toHaveLength(1);
});

it("tells it when the page is left", async () => {
  show();
  await type("impresora");
  window.dispatchEvent(new Event("pagehide"));
  expect(reports.map((each) => each.text)).toEqual(["impresora"]);
});

it.each([
  ["an answer that was hardly there", "impresora", 1_000],
  ["two letters", "im", 3_000],
])("tells nothing of %s", async (_what, text, looked) => {
  show();
  await type(text, looked);
  goElsewhere();
  expect(reports).toEqual([]);
});

it("leaves a search that is sent to the page of results", async () => {
  show();
  await type("impresora");
  fireEvent.submit(screen.getByRole("search"));
  window.dispatchEvent(new Event("pagehide"));
  expect(reports).toEqual([]);
});

it("is the page's own search again when its box is only looked into", async () => {
  render(<div data-enhance="searched" data-search={TOKEN} />);
  show({ defaultValue: "correo" });
  fireEvent.focusIn(screen.getByRole("searchbox"));
  await act(() => jest.advanceTimersByTimeAsync(3_000));
  goElsewhere();
  expect(reports).toEqual([]);
  await type("correo", 0);
  fireEvent.click(match("/kb/articles/spf"));
  expect(reports).toEqual([{ search: TOKEN, opened: { kind: "article", slug: "spf" } }]);
});
