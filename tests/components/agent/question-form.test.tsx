import { act, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { LinkBuilder } from "@/app/agent/settings/questions/_components/link-builder";
import { QuestionForm, type Saved } from "@/app/agent/settings/questions/_components/question-form";
import { formWords, linkWords } from "@/app/agent/settings/questions/_data/words";
import { testEnvironment } from "@/tests/support/environment";

Object.assign(process.env, testEnvironment("postgresql://unused"));

const others = [
  { id: "q1", label: "¿Qué pasa?", choices: ["Sí", "No"] },
  { id: "q2", label: "¿Dirección?", choices: [] },
];
const empty = { label: "", hint: "", kind: "text", choices: "", isRequired: false, shownWhen: null };
const sent: FormData[] = [];
let answer: Saved;

beforeEach(() => {
  sent.length = 0;
  answer = { status: "ok", data: { departmentSlug: "softlik" } };
});

function show(changes: Partial<Parameters<typeof QuestionForm>[0]> = {}) {
  const action = async (_previous: Saved, form: FormData) => {
    sent.push(form);
    return answer;
  };
  render(<QuestionForm action={action} permalink="/x" hidden={{ name: "departmentId", value: "d1" }} initial={empty} others={others} words={formWords("add")} {...changes} />);
  return userEvent.setup();
}

const save = () =>
  act(async () => {
    fireEvent.click(screen.getByRole("button", { name: "Agregar pregunta" }));
  });

describe("the form of a question", () => {
  it("asks for choices when it is answered by one", async () => {
    const user = show();
    expect(screen.getByLabelText("Opciones").closest("div.hidden")).not.toBeNull();
    await user.click(screen.getByRole("radio", { name: /^Opciones/ }));
    expect(screen.getByRole("textbox", { name: "Opciones" }).closest("div.hidden")).toBeNull();
  });

  it("asks with which answers it appears, of a question that has such", async () => {
    const user = show();
    const shown = () => screen.getByText("Con qué respuestas de «¿Qué pasa?» aparece").closest("fieldset.hidden") === null;
    expect(shown()).toBe(false);
    await user.selectOptions(screen.getByLabelText(/^Cuándo aparece/), "¿Qué pasa?");
    expect(shown()).toBe(true);
    await user.click(screen.getByRole("checkbox", { name: "Sí" }));
    await user.type(screen.getByLabelText("Pregunta"), "¿Y entonces?");
    await save();
    expect([sent[0]?.get("label"), sent[0]?.get("shownWhenId"), sent[0]?.getAll("shownWhenValues")]).toEqual(["¿Y entonces?", "q1", ["q1|Sí"]]);
    await user.selectOptions(screen.getByLabelText(/^Cuándo aparece/), "¿Dirección?");
    expect(shown()).toBe(false);
  });

  it("says beside the field what a refusal is about, and loses nothing", async () => {
    answer = { status: "refused", code: "CHOICES_TOO_FEW", message: "Escriba al menos 2.", values: { label: "¿Una?", kind: "choice", choices: "Sí" } };
    show();
    fireEvent.change(screen.getByLabelText("Pregunta"), { target: { value: "¿Una?" } });
    fireEvent.click(screen.getByDisplayValue("choice"));
    await save();
    expect(document.getElementById("choices")).toHaveAccessibleDescription(/Escriba al menos 2\./);
    expect(screen.getByLabelText("Pregunta")).toHaveValue("¿Una?");
  });

  it("writes over another's edit only after having been told of it", async () => {
    answer = { status: "refused", code: "QUESTION_CHANGED", message: "Ahora dice «X».", details: { theirs: "X", version: 5 } };
    show({ hidden: { name: "questionId", value: "q9" }, version: 4 });
    await save();
    await save();
    expect(sent.map((form) => form.get("version"))).toEqual(["4", "5"]);
  });
});

it("an address is made of what is filled in, and copied", async () => {
  const copied: string[] = [];
  const user = userEvent.setup();
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: async (text: string) => void copied.push(text) } });
  const question = { id: "q1", versionId: "v1", key: "que-pasa", label: "¿Qué pasa?", hint: "", kind: "choice" as const, choices: ["Sí", "No"], isRequired: false, shownWhen: null };
  render(<LinkBuilder base="https://soporte.example/portal/tickets/new" department="softlik" priorities={[{ value: "low", label: "Baja" }]} questions={[question]} words={linkWords()} />);
  const address = screen.getByLabelText("Enlace");
  expect(address).toHaveValue("https://soporte.example/portal/tickets/new?department=softlik");
  await user.type(screen.getByLabelText(/^Asunto/), "No abre");
  await user.selectOptions(screen.getByLabelText("Prioridad"), "Baja");
  await user.selectOptions(screen.getByLabelText(/^¿Qué pasa\?/), "Sí");
  const href = "https://soporte.example/portal/tickets/new?department=softlik&priority=low&subject=No+abre&answer.que-pasa=S%C3%AD";
  expect(address).toHaveValue(href);
  await user.click(screen.getByRole("button", { name: "Copiar enlace" }));
  expect(copied).toEqual([href]);
  expect(screen.getByText("Enlace copiado.")).toBeInTheDocument();
});
