import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderToString } from "react-dom/server";
import { editorWords } from "@/components/editor/editor-words";
import { MarkdownEditor } from "@/components/editor/markdown-editor";

const words = editorWords();
const editor = (text: string) => <MarkdownEditor name="body" label="Texto" defaultValue={text} pictures={null} words={words} />;

/** jsdom has no layout; the editor asks where its cursor stands. */
beforeAll(() => {
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
  document.elementFromPoint = () => null;
});

async function shown(text: string) {
  const { container } = render(<form aria-label="f">{editor(text)}</form>);
  const box = await waitFor(() => container.querySelector<HTMLElement>(".editor-text") ?? Promise.reject(new Error("No editor came.")), { timeout: 8_000 });
  return { box, form: container.querySelector("form")!, field: container.querySelector<HTMLTextAreaElement>("textarea[name=body]")! };
}

it("is a labelled field with the Markdown before any script runs", () => {
  document.body.innerHTML = renderToString(editor("**a**\n\n- b"));
  expect(screen.getByLabelText("Texto")).toHaveValue("**a**\n\n- b");
  document.body.innerHTML = "";
});

it("shows the text with its formats, and posts a text that nobody touched to the letter", async () => {
  const text = "* a\n* __b__\n\n\n\nc";
  const { box, form } = await shown(text);
  expect(box.querySelectorAll("li")).toHaveLength(2);
  expect(box.querySelector("strong")).toHaveTextContent("b");
  expect(new FormData(form).get("body")).toBe(text);
});

it("posts what a button made, before any pause has gone by", async () => {
  const { form, field } = await shown("Un aviso");
  form.addEventListener("submit", (event) => event.preventDefault());
  await userEvent.click(screen.getByRole("button", { name: words.warning }));
  expect(field).toHaveValue("Un aviso");
  fireEvent.submit(form);
  expect(field).toHaveValue("> [!WARNING]\n> Un aviso");
  expect(screen.getByRole("button", { name: words.warning })).toHaveAttribute("aria-pressed", "true");
});

it("has one stop for Tab in its buttons, and arrows between them", async () => {
  await shown("a");
  const bar = screen.getByRole("toolbar");
  const buttons = [...bar.querySelectorAll("button")];
  expect(buttons.filter((button) => button.tabIndex === 0)).toHaveLength(1);
  act(() => buttons[0]!.focus());
  await userEvent.keyboard("{ArrowLeft}");
  expect(buttons.at(-1)).toHaveFocus();
  await userEvent.keyboard("{Home}{ArrowRight}");
  expect(buttons[1]).toHaveFocus();
});

it("goes to Markdown and back, with what was written in either", async () => {
  const { field } = await shown("uno");
  await userEvent.click(screen.getByRole("button", { name: words.orderedList }));
  await userEvent.click(screen.getByRole("button", { name: words.showMarkdown }));
  expect(screen.getByLabelText("Texto")).toBe(field);
  expect(field).toHaveValue("1. uno");
  fireEvent.change(field, { target: { value: "1. uno\n2. **dos**" } });
  await userEvent.click(screen.getByRole("button", { name: words.showEditor }));
  expect((await screen.findByText("dos")).closest("li")).not.toBeNull();
});

it("stays in Markdown with a word where it could lose something, and shows what a draft puts into the field", async () => {
  const { box, field } = await shown("a");
  const put = (text: string) => act(() => fireEvent.input(field, { target: { value: text } }));
  put("## Borrador");
  expect(box.querySelector("h2")).toHaveTextContent("Borrador");
  put(`${">".repeat(20)} a`);
  expect(await screen.findByText(words.cannotShow)).toBeVisible();
  expect(field).toHaveValue(`${">".repeat(20)} a`);
});

it("takes a picture from nowhere when the text takes none, and says so: of another site, in the text, or as a file", async () => {
  const { box, form } = await shown("a");
  expect(screen.queryByRole("button", { name: words.picture })).toBeNull();
  const paste = (html: string, files: File[] = []) => act(() => void fireEvent.paste(box, { clipboardData: { files, types: ["text/html"], getData: (type: string) => (type === "text/html" ? html : "") } }));
  for (const [html, files] of [['<p>b<img src="https://ajena.example/panel.png"></p>', []], ['<p>c<img src="data:image/png;base64,iVBORw0KGgo=" alt="panel.png"></p>', []], ["", [new File(["x"], "panel.png", { type: "image/png" })]]] as const) {
    paste(html, [...files]);
    expect(await screen.findByText(words.noPictures.replace("{names}", "panel.png"))).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: words.dismiss }));
  }
  expect(String(new FormData(form).get("body"))).not.toMatch(/!\[|ajena|data:/);
});
