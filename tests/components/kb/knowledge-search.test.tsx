import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { KnowledgeSearch } from "@/components/kb/knowledge-search";
import type { SearchHit } from "@/components/kb/search-hit";

const words = {
  label: "Buscar en la base de conocimientos", placeholder: "Describa su problema", submit: "Buscar",
  none: "Sin coincidencias", one: "1 coincidencia", many: "# coincidencias", all: "Ver todos los resultados",
};
const spf: SearchHit = {
  href: "/kb/articles/spf", label: "Artículo · Dominios",
  title: [{ text: "Cómo crear el ", isMatch: false }, { text: "SPF", isMatch: true }],
  passage: [{ text: "<b>registro</b>", isMatch: false }],
};
const dkim: SearchHit = { ...spf, href: "/faq#dkim", title: [{ text: "¿Qué es DKIM?", isMatch: false }] };

/** What the page asked the server, and the answers that it gets: the network is the only thing replaced. */
const asked: Array<{ url: string; signal: AbortSignal; answer: (hits: SearchHit[]) => void }> = [];

beforeAll(async () => {
  await import("@/public/enhance.js");
});

beforeEach(() => {
  asked.length = 0;
  globalThis.fetch = (url, options) =>
    new Promise((resolve, reject) => {
      const signal = options?.signal as AbortSignal;
      signal.addEventListener("abort", () => reject(signal.reason));
      asked.push({ url: String(url), signal, answer: (hits) => resolve({ ok: true, json: async () => ({ hits }) } as Response) });
    });
});

const panel = () => document.querySelector<HTMLElement>("[data-part=panel]");
const pause = () => new Promise((resolve) => setTimeout(resolve, 200));
const box = () => screen.getByRole("searchbox");

async function typeAndAnswer(text: string, hits: SearchHit[]) {
  await userEvent.type(box(), text);
  await pause();
  asked.at(-1)?.answer(hits);
  await pause();
}

it("is a plain form that finds without a script", () => {
  render(<KnowledgeSearch id="q" words={words} kind="faq" defaultValue="spf" />);
  const form = screen.getByRole("search", { name: words.label });
  expect(form).toHaveAttribute("action", "/kb/search");
  expect(new URLSearchParams(new FormData(form as HTMLFormElement) as never).toString()).toBe("q=spf&kind=faq");
  expect(panel()).not.toBeVisible();
});

it("asks once for what was typed in one go, and shows the matches marked", async () => {
  render(<KnowledgeSearch id="q" words={words} />);
  await typeAndAnswer("spf", [spf, dkim]);
  expect(asked.map(({ url }) => url)).toEqual(["/api/kb/suggestions?q=spf"]);
  expect(panel()).toBeVisible();
  const [first] = screen.getAllByRole("link");
  expect(first).toHaveAttribute("href", "/kb/articles/spf");
  expect(first?.querySelector("mark")).toHaveTextContent("SPF");
  expect(screen.getByRole("status")).toHaveTextContent("2 coincidencias");
});

it("shows what the server says as text, whatever is in it", async () => {
  render(<KnowledgeSearch id="q" words={words} />);
  await typeAndAnswer("spf", [spf]);
  expect(screen.getByText("<b>registro</b>")).toBeVisible();
  expect(panel()?.querySelector("b")).toBeNull();
});

it("asks for the kind that the form is about", async () => {
  render(<KnowledgeSearch id="q" words={words} kind="faq" />);
  await typeAndAnswer("spf", []);
  expect(asked[0]?.url).toBe("/api/kb/suggestions?q=spf&kind=faq");
  expect(screen.getByRole("status")).toHaveTextContent("Sin coincidencias");
  expect(panel()).not.toBeVisible();
});

it("calls the earlier question off when another is typed, and never shows its late answer", async () => {
  render(<KnowledgeSearch id="q" words={words} />);
  await userEvent.type(box(), "spf");
  await pause();
  await userEvent.type(box(), " dkim");
  await pause();
  expect(asked).toHaveLength(2);
  expect(asked[0]?.signal.aborted).toBe(true);
  asked[1]?.answer([dkim]);
  asked[0]?.answer([spf]);
  await pause();
  expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual(["/faq#dkim"]);
});

it("does not ask for a single letter, and puts the matches away when the box is emptied", async () => {
  render(<KnowledgeSearch id="q" words={words} />);
  await typeAndAnswer("spf", [spf]);
  await userEvent.clear(box());
  await userEvent.type(box(), "s");
  await pause();
  expect(asked).toHaveLength(1);
  expect(panel()).not.toBeVisible();
});

it("goes through the matches with the arrows and back to the box with Escape", async () => {
  render(<KnowledgeSearch id="q" words={words} />);
  await typeAndAnswer("spf", [spf, dkim]);
  await userEvent.keyboard("{ArrowDown}{ArrowDown}");
  expect(document.activeElement).toHaveAttribute("href", "/faq#dkim");
  await userEvent.keyboard("{ArrowUp}");
  expect(document.activeElement).toHaveAttribute("href", "/kb/articles/spf");
  await userEvent.keyboard("{Escape}");
  expect(box()).toHaveFocus();
  expect(panel()).not.toBeVisible();
});

it("puts the matches away when one presses elsewhere", async () => {
  render(
    <>
      <KnowledgeSearch id="q" words={words} />
      <p>Elsewhere</p>
    </>,
  );
  await typeAndAnswer("spf", [spf]);
  fireEvent.pointerDown(screen.getByText("Elsewhere"));
  expect(panel()).not.toBeVisible();
});

it("puts the matches away when one follows a match, which may be on the same page", async () => {
  render(<KnowledgeSearch id="q" words={words} />);
  await typeAndAnswer("dkim", [{ ...dkim, href: "#dkim" }]);
  await userEvent.click(screen.getByRole("link"));
  expect(panel()).not.toBeVisible();
});

it("still searches when the server cannot be reached", async () => {
  globalThis.fetch = () => Promise.reject(new TypeError("Failed to fetch"));
  render(<KnowledgeSearch id="q" words={words} />);
  await userEvent.type(box(), "spf");
  await pause();
  expect(panel()).not.toBeVisible();
  expect(box()).toHaveValue("spf");
});
