import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ArticleInsert } from "@/app/agent/_components/article-insert";
import { insertWords } from "@/app/agent/_data/insert-words";
import type { ArticleForReply } from "@/lib/kb/articles/insertion";

const SPF: ArticleForReply = { slug: "spf", title: "Configurar SPF", audience: "public", category: "Correo", link: "[Configurar SPF](https://x/kb/articles/spf)" };
const DESK: ArticleForReply = { slug: "interno", title: "Guía de la mesa", audience: "staff", category: "Correo", link: null };

let asked: string[] = [];
let answers: (query: URLSearchParams) => { status: number; body?: unknown };

beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
    this.dispatchEvent(new Event("close"));
  };
});

beforeEach(() => {
  asked = [];
  answers = (query) => (query.has("slug") ? { status: 200, body: { text: "## Pasos\n\nUno" } } : { status: 200, body: { articles: [SPF, DESK] } });
  globalThis.fetch = (async (address: string) => {
    const query = new URL(address, "http://x").searchParams;
    asked.push(query.toString());
    const { status, body } = answers(query);
    return { ok: status === 200, status, json: async () => body };
  }) as unknown as typeof fetch;
});

const heard = jest.fn();

async function openByKey(value = "Vea") {
  const user = userEvent.setup();
  render(
    <form onSubmit={heard}>
      <textarea id="reply-body" aria-label="Respuesta" defaultValue={value} onChange={heard} />
      <ArticleInsert boxId="reply-body" query="No salen mis correos" words={insertWords()} />
    </form>,
  );
  heard.mockClear();
  const box = screen.getByLabelText<HTMLTextAreaElement>("Respuesta");
  await user.click(box);
  box.setSelectionRange(value.length, value.length);
  await user.keyboard("{Control>}.{/Control}");
  await screen.findByRole("option", { name: /Configurar SPF/ });
  return { user, box };
}

it("looks for the subject at once, and Enter puts the link where one was writing", async () => {
  const { user, box } = await openByKey();
  expect(asked).toEqual(["q=No+salen+mis+correos"]);
  const field = screen.getByRole("combobox");
  expect(field).toHaveFocus();
  expect(screen.getByRole("option", { selected: true })).toHaveAttribute("id", field.getAttribute("aria-activedescendant"));
  await user.keyboard("{Enter}");
  await waitFor(() => expect(box).toHaveValue(`Vea ${SPF.link}`));
  expect(box).toHaveFocus();
  expect(screen.queryByRole("combobox")).toBeNull();
  // Who keeps the draft has heard of it, and nothing was sent.
  expect(heard.mock.calls.map(([event]) => event.type)).toEqual(["change"]);
});

it("puts the text in with Ctrl + Enter", async () => {
  const { user, box } = await openByKey();
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(box).toHaveValue("Vea\n\n## Pasos\n\nUno"));
  expect(asked.at(-1)).toBe("slug=spf");
});

it("offers only the text of what the customer cannot read", async () => {
  const { user, box } = await openByKey();
  await user.keyboard("{ArrowDown}");
  expect(screen.getByRole("option", { selected: true })).toHaveTextContent("Guía de la mesa");
  expect(screen.getByRole("button", { name: "Insertar enlace" })).toBeDisabled();
  await user.keyboard("{Enter}");
  expect(screen.getByRole("status")).toHaveTextContent("inserte su texto");
  expect(box).toHaveValue("Vea");
  await user.click(screen.getByRole("button", { name: "Insertar texto" }));
  await waitFor(() => expect(box).toHaveValue("Vea\n\n## Pasos\n\nUno"));
});

it("is as good by mouse: the one that is pressed is the one that is put in", async () => {
  const { user, box } = await openByKey("");
  await user.click(screen.getByRole("button", { name: "Cerrar" }));
  await user.click(screen.getByRole("button", { name: /Insertar artículo/ }));
  await user.click(await screen.findByRole("option", { name: /Guía de la mesa/ }));
  await user.click(screen.getByRole("option", { name: /Configurar SPF/ }));
  await user.click(screen.getByRole("button", { name: "Insertar enlace" }));
  await waitFor(() => expect(box).toHaveValue(SPF.link));
});

it.each([
  [401, "Su sesión terminó"],
  [429, "No se pudo buscar"],
  [500, "No se pudo buscar"],
])("says what to do when the desk answers %d", async (status, message) => {
  const { user, box } = await openByKey();
  answers = () => ({ status });
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent(message));
  await user.type(screen.getByRole("combobox"), "x");
  await waitFor(() => expect(asked.at(-1)).toMatch(/^q=/));
  await act(async () => {});
  expect(screen.getByRole("status")).toHaveTextContent(message);
  expect(screen.queryByRole("option")).toBeNull();
  expect(box).toHaveValue("Vea");
});
