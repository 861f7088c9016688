import { act, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NewTicketForm } from "@/app/portal/tickets/new/_components/new-ticket-form";
import { guideWords, newTicketWords } from "@/app/portal/tickets/new/form-views";
import type { NewTicketState } from "@/app/portal/tickets/new/state";
import type { AskedQuestion } from "@/lib/questions/types";
import { askedAt, replaceNetwork } from "@/tests/components/support/network";
import { testEnvironment } from "@/tests/support/environment";

Object.assign(process.env, testEnvironment("postgresql://unused"));

const asked = replaceNetwork({ "/api/portal/drafts": { version: "00000000-0000-4000-8000-0000000000b1", savedAt: "2026-11-24T19:40:00.000Z" } });
const sent: FormData[] = [];
let answer: NewTicketState;

beforeEach(() => {
  jest.useFakeTimers();
  localStorage.clear();
  sent.length = 0;
  answer = { status: "ok", data: { reference: "IMP-0000-0000" } };
});

afterEach(() => {
  jest.useRealTimers();
});

async function action(_previous: NewTicketState, form: FormData): Promise<NewTicketState> {
  sent.push(form);
  return answer;
}

const question = (id: string, label: string, more: Partial<AskedQuestion> = {}): AskedQuestion => ({ id, versionId: `${id}-1`, key: id, label, hint: "", kind: "text", choices: [], isRequired: false, shownWhen: null, ...more });
const questions = {
  d1: [
    question("pasa", "¿Qué pasa?", { kind: "choice", choices: ["No envía", "Otra"] }),
    question("error", "¿Qué error?", { kind: "long_text", isRequired: true, shownWhen: { questionId: "pasa", values: ["No envía"] } }),
    question("dia", "¿Desde cuándo?", { kind: "date" }),
  ],
  d2: [question("folio", "¿Qué folio?", { isRequired: true })],
};
const options = {
  departments: [
    { value: "d1", label: "Correo electrónico" },
    { value: "d2", label: "Facturación" },
  ],
  products: [],
  openDepartments: [],
  entitlement: {},
  services: [{ value: "free", label: "Asistencia gratuita" }],
  priorities: [{ value: "medium", label: "Media" }],
};
const initial = { departmentId: "", productId: "", subject: "No sale", body: "Nada", service: "free", priority: "medium", submissionKey: "00000000-0000-4000-8000-000000000002" };

function show(changes: Partial<Parameters<typeof NewTicketForm>[0]> = {}) {
  const guide = { questions, answers: {}, products: [], words: guideWords() };
  render(<NewTicketForm action={action} options={options} initial={initial} searches={{ search: "", formSearch: "" }} draft={null} seed={{ home: { address: "/api/portal/drafts", owner: "00000000-0000-4000-8000-000000000009", slot: "new" }, kept: null }} held={[]} guide={guide} words={newTicketWords()} {...changes} />);
  return userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
}

const choose = (user: ReturnType<typeof show>, name: string) => user.click(screen.getByRole("radio", { name }));
const pasa = () => screen.getByLabelText(/^¿Qué pasa\?/);
const error = () => screen.queryByLabelText("¿Qué error?");
const send = () =>
  act(async () => {
    fireEvent.click(screen.getByRole("button", { name: "Enviar ticket" }));
    await jest.advanceTimersByTimeAsync(2000);
  });

it("asks nothing before a department is chosen, then what it asks, and says so", async () => {
  const user = show();
  expect(screen.queryByRole("group", { name: /^Sobre/ })).toBeNull();
  await choose(user, "Correo electrónico");
  const group = screen.getByRole("group", { name: "Sobre Correo electrónico" });
  expect(within(group).getByLabelText(/^¿Desde cuándo\?/)).toHaveAttribute("type", "date");
  expect(screen.getByText("Aparecieron preguntas de Correo electrónico debajo del producto.")).toBeInTheDocument();
  expect(error()).toBeNull();
});

it("shows a question while another is answered so, and brings back what was typed into it", async () => {
  const user = show({ initial: { ...initial, departmentId: "d1" } });
  await user.selectOptions(pasa(), "No envía");
  await user.type(error()!, "550 5.7.1");
  await user.selectOptions(pasa(), "Otra");
  expect(error()).toBeNull();
  await user.selectOptions(pasa(), "No envía");
  expect(error()).toHaveValue("550 5.7.1");
});

it("sends what is shown alone", async () => {
  const user = show({ initial: { ...initial, departmentId: "d1" } });
  await user.selectOptions(pasa(), "No envía");
  await user.type(error()!, "550");
  await user.selectOptions(pasa(), "Otra");
  await send();
  expect([...sent[0]!.keys()].filter((name) => name.startsWith("answer_")).sort()).toEqual(["answer_dia", "answer_pasa"]);
});

it("keeps in the draft what is hidden and another department's too", async () => {
  const user = show();
  await choose(user, "Facturación");
  await user.type(screen.getByLabelText("¿Qué folio?"), "A-1");
  await choose(user, "Correo electrónico");
  await user.selectOptions(pasa(), "Otra");
  await act(() => jest.advanceTimersByTimeAsync(2000));
  const draft = askedAt(asked, "/api/portal/drafts").at(-1)!.body.data as { answers: string };
  expect(JSON.parse(draft.answers)).toEqual({ folio: "A-1", pasa: "Otra" });
  await choose(user, "Facturación");
  expect(screen.getByLabelText("¿Qué folio?")).toHaveValue("A-1");
});

it("does not send without a required answer: says so beside it and above", async () => {
  const user = show({ initial: { ...initial, departmentId: "d2" } });
  await send();
  expect(sent).toEqual([]);
  const folio = screen.getByLabelText("¿Qué folio?");
  expect(folio).toHaveAccessibleDescription("Este campo es necesario.");
  expect(screen.getByRole("link", { name: "Este campo es necesario." })).toHaveAttribute("href", "#answer_folio");
  await user.type(folio, "A-1");
  await send();
  expect(sent[0]?.get("answer_folio")).toBe("A-1");
});

it("does not miss a required answer that is not asked", async () => {
  const user = show({ initial: { ...initial, departmentId: "d1" } });
  await user.selectOptions(pasa(), "Otra");
  await send();
  expect(sent).toHaveLength(1);
});

it("begins with the answers of an address or a draft", () => {
  show({ initial: { ...initial, departmentId: "d1" }, guide: { questions, answers: { pasa: "No envía", error: "550", dia: "2026-11-20" }, products: [], words: guideWords() } });
  expect(pasa()).toHaveValue("No envía");
  expect(error()).toHaveValue("550");
  expect(screen.getByLabelText(/^¿Desde cuándo\?/)).toHaveValue("2026-11-20");
});

it("shows the server's errors, and what it asks now when that changed meanwhile", async () => {
  const user = show({ initial: { ...initial, departmentId: "d2" } });
  await user.type(screen.getByLabelText("¿Qué folio?"), "A-1");
  answer = {
    status: "refused",
    code: "ANSWERS_INVALID",
    message: "Revise las preguntas marcadas.",
    fieldErrors: { answer_uso: "Elija una opción de la lista." },
    questions: { ...questions, d2: [...questions.d2, question("uso", "¿Qué uso?", { kind: "choice", choices: ["G03", "P01"], isRequired: true })] },
  };
  await send();
  expect(screen.getByRole("radio", { name: "G03" })).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Elija una opción de la lista." })).toBeInTheDocument();
  expect(screen.getByLabelText("¿Qué folio?")).toHaveValue("A-1");
});
