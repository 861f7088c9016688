import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { SearchHit } from "@/components/kb/search-hit";
import { SuggestingSearch } from "@/components/kb/suggesting-search";

const words = { label: "Buscar", placeholder: "Describa", submit: "Buscar", none: "Sin coincidencias", one: "1 coincidencia", many: "# coincidencias", all: "Ver todos" };
const spf: SearchHit = { href: "/portal/kb/articles/spf", label: "Artículo", title: [{ text: "Configurar ", isMatch: false }, { text: "SPF", isMatch: true }], passage: [{ text: "<b>registro</b>", isMatch: false }] };
const dkim: SearchHit = { ...spf, href: "/faq#dkim", title: [{ text: "DKIM", isMatch: false }] };

let asked: string[] = [];
let answer: { status: number; hits: SearchHit[] };

beforeEach(() => {
  asked = [];
  answer = { status: 200, hits: [spf, dkim] };
  globalThis.fetch = (async (address: string) => {
    asked.push(address);
    return { ok: answer.status === 200, json: async () => ({ hits: answer.hits }) };
  }) as unknown as typeof fetch;
});

function open() {
  render(<SuggestingSearch action="/portal/kb" id="q" words={words} />);
  return { user: userEvent.setup(), box: screen.getByRole("searchbox") };
}

it("asks once for what was typed in one go, shows the matches marked, and the arrows go through them", async () => {
  const { user, box } = open();
  await user.type(box, "spf");
  const [first, second] = await screen.findAllByRole("link");
  expect(asked).toEqual(["/api/kb/own-suggestions?q=spf"]);
  expect(screen.getByText("SPF").tagName).toBe("MARK");
  expect(first).toHaveTextContent("<b>registro</b>");
  expect(screen.getByRole("status")).toHaveTextContent("2 coincidencias");
  await user.keyboard("{ArrowDown}");
  expect(first).toHaveFocus();
  await user.keyboard("{ArrowDown}");
  expect(second).toHaveFocus();
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("link")).toBeNull();
  expect(box).toHaveFocus();
  expect(box).toHaveValue("spf");
});

it.each([
  ["nothing matches", { status: 200, hits: [] }, "Sin coincidencias"],
  ["the session has ended", { status: 401, hits: [] }, ""],
])("stays a form that finds when %s", async (_, given, said) => {
  answer = given;
  const { user, box } = open();
  await user.type(box, "spf");
  await waitFor(() => expect(asked).toHaveLength(1));
  await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent(said));
  expect(screen.queryByRole("link")).toBeNull();
  expect(screen.getByRole("search")).toHaveAttribute("action", "/portal/kb");
});
