import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { SynonymForm, type Saved, type SynonymFormWords } from "@/app/agent/settings/synonyms/_components/synonym-form";
import { DeleteForm } from "@/app/agent/settings/synonyms/[group]/_components/delete-form";

const words: SynonymFormWords = {
  label: "Expresiones",
  hint: "Una por renglón.",
  invalid: "No se pudo guardar",
  openOther: "Abrir el otro",
  signIn: "Entrar",
  offline: "Sin respuesta",
  submit: "Guardar",
  submitting: "Guardando",
  added: "Agregado.",
};

const GROUP = { id: "g1", version: 3, expressions: "correo\nmail" };
const sent: Record<string, FormDataEntryValue>[] = [];
let answers: (Saved | Error)[] = [];

async function action(_previous: Saved, form: FormData): Promise<Saved> {
  sent.push(Object.fromEntries(form));
  const answer = answers.shift();
  if (!answer || answer instanceof Error) throw answer ?? new Error("no answer is left");
  return answer;
}

beforeEach(() => {
  sent.length = 0;
  answers = [];
});

const box = () => screen.getByRole("textbox", { name: "Expresiones" });
const save = () => userEvent.click(screen.getByRole("button", { name: "Guardar" }));
const show = (group?: typeof GROUP) => render(<SynonymForm action={action} permalink="/agent/settings/synonyms" group={group} words={words} />);

describe("a new group", () => {
  it("is announced, and the box is empty for the next one", async () => {
    answers = [{ status: "ok", data: { groupId: "a" } }, { status: "ok", data: { groupId: "b" } }];
    show();
    await userEvent.type(box(), "coche, auto");
    await save();
    expect(await screen.findByRole("status")).toHaveTextContent("Agregado.");
    expect(box()).toHaveValue("");
    await userEvent.type(box(), "gato, minino");
    await save();
    await waitFor(() => expect(sent).toEqual([{ expressions: "coche, auto" }, { expressions: "gato, minino" }]));
    await waitFor(() => expect(box()).toHaveValue(""));
  });

  it("that is refused stays as it was typed, with the reason at the box and a way to the other group", async () => {
    answers = [{ status: "ok", data: { groupId: "a" } }, { status: "refused", code: "EXPRESSION_TAKEN", message: "«auto» ya está en otro grupo.", details: { groupId: "g9" } }];
    show();
    await userEvent.type(box(), "uno, dos");
    await save();
    await waitFor(() => expect(box()).toHaveValue(""));
    await userEvent.type(box(), "coche, auto");
    await save();
    expect(await screen.findByRole("alert")).toHaveFocus();
    expect(box()).toHaveValue("coche, auto");
    expect(box()).toBeInvalid();
    expect(box()).toHaveAccessibleDescription("Una por renglón. «auto» ya está en otro grupo.");
    expect(screen.getByRole("link", { name: "Abrir el otro" })).toHaveAttribute("href", "/agent/settings/synonyms/g9");
  });

  it.each<[string, Saved | Error, string]>([
    ["no answer comes", new Error("offline"), "Sin respuesta"],
    ["the session ended", { status: "refused", code: "SIGNED_OUT", message: "Su sesión terminó." }, "Su sesión terminó."],
  ])("stays when %s", async (_name, answer, message) => {
    answers = [answer];
    show();
    await userEvent.type(box(), "coche, auto");
    await save();
    expect(await screen.findByRole("alert")).toHaveTextContent(message);
    expect(box()).toHaveValue("coche, auto");
    expect(box()).not.toBeInvalid();
    expect(screen.queryAllByRole("link", { name: "Entrar" })).toHaveLength(message === "Sin respuesta" ? 0 : 1);
  });

  it("is sent once however often one presses", async () => {
    let finish: (answer: Saved) => void = () => {};
    const slow = async (_previous: Saved, form: FormData): Promise<Saved> => {
      sent.push(Object.fromEntries(form));
      return new Promise((resolve) => (finish = resolve));
    };
    render(<SynonymForm action={slow} permalink="/" words={words} />);
    await userEvent.type(box(), "a, b");
    await save();
    await userEvent.click(screen.getByRole("button", { name: "Guardando" }));
    await act(async () => finish({ status: "ok", data: { groupId: "a" } }));
    expect(sent).toHaveLength(1);
  });
});

describe("a group that somebody else changed meanwhile", () => {
  const changed: Saved = { status: "refused", code: "SYNONYMS_CHANGED", message: "Quedó así: correo, e-mail.", details: { theirs: "correo, e-mail", version: 4 } };

  it("is shown as it is, and is written over only when one saves again", async () => {
    answers = [changed, { status: "ok", data: { groupId: "g1" } }];
    show(GROUP);
    expect(box()).toHaveValue("correo\nmail");
    await userEvent.type(box(), "\nmensaje");
    await save();
    expect(await screen.findByRole("alert")).toHaveTextContent("Quedó así: correo, e-mail.");
    expect(box()).toHaveValue("correo\nmail\nmensaje");
    await save();
    await waitFor(() => expect(sent.map(({ version }) => version)).toEqual(["3", "4"]));
    expect(sent[1]).toEqual({ groupId: "g1", version: "4", expressions: "correo\nmail\nmensaje" });
  });

  it("is deleted only when one has seen it", async () => {
    answers = [{ ...changed, code: "SYNONYMS_CHANGED_UNSEEN" }, { status: "ok", data: { groupId: "g1" } }];
    render(<DeleteForm action={action} groupId="g1" version={3} words={{ submit: "Borrar", submitting: "Borrando", invalid: "No se borró", signIn: "Entrar", offline: "Sin respuesta" }} />);
    await userEvent.click(screen.getByRole("button", { name: "Borrar" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Quedó así: correo, e-mail.");
    await userEvent.click(screen.getByRole("button", { name: "Borrar" }));
    await waitFor(() => expect(sent).toEqual([{ groupId: "g1", version: "3" }, { groupId: "g1", version: "4" }]));
  });
});
