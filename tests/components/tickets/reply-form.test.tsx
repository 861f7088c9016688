import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { replyWords } from "@/components/tickets/form-words";
import { ReplyForm } from "@/components/tickets/reply-form";
import type { ActionResult } from "@/lib/actions/result";
import { BODY_MAX } from "@/lib/tickets/types";
import { askedAt, replaceNetwork } from "@/tests/components/support/network";
import { testEnvironment } from "@/tests/support/environment";

Object.assign(process.env, testEnvironment("postgresql://unused"));

type Answer = ActionResult<{ reference: string }>;

const asked = replaceNetwork();
const sent: FormData[] = [];
let answer: Answer | Error = { status: "ok", data: { reference: "IMP-0000-0000" } };

beforeEach(() => {
  localStorage.clear();
  sent.length = 0;
  answer = { status: "ok", data: { reference: "IMP-0000-0000" } };
});

async function action(_previous: Answer, form: FormData): Promise<Answer> {
  sent.push(form);
  if (answer instanceof Error) throw answer;
  return answer;
}

const HOME = { address: "/api/portal/drafts", owner: "00000000-0000-4000-8000-000000000009", slot: "reply:00000000-0000-4000-8000-000000000001" };
const VERSION = "00000000-0000-4000-8000-0000000000b1";

function show({ draft = "" } = {}) {
  return render(
    <ReplyForm
      action={action}
      ticketId="00000000-0000-4000-8000-000000000001"
      submissionKey="00000000-0000-4000-8000-000000000002"
      seed={{ home: HOME, kept: draft ? { version: VERSION, data: { body: draft }, savedAt: "2026-11-24T19:40:00.000Z" } : null }}
      held={[]}
      address="/portal/tickets/IMP-0000-0000"
      words={replyWords({ label: "Responder", submit: "Enviar respuesta" })}
    />,
  );
}

const box = () => screen.getByLabelText("Responder");
const summary = () => screen.getByRole("heading", { name: "Todavía no se envió" }).parentElement;
const send = () => userEvent.click(screen.getByRole("button", { name: "Enviar respuesta" }));

it("sends what was typed, with the key that makes it one message", async () => {
  show();
  await userEvent.type(box(), "Sigue igual");
  await send();
  expect(sent.map((form) => Object.fromEntries(form))).toEqual([
    { ticketId: "00000000-0000-4000-8000-000000000001", submissionKey: "00000000-0000-4000-8000-000000000002", draft: "", body: "Sigue igual" },
  ]);
});

it("does not send nothing: the summary takes the focus and the field says why", async () => {
  show();
  await userEvent.type(box(), "   ");
  await send();
  expect(sent).toEqual([]);
  expect(summary()).toHaveFocus();
  expect(box()).toHaveAccessibleDescription(expect.stringContaining("Este campo es necesario."));
  expect(box()).toBeInvalid();
});

it("takes the focus again when the same is wrong again, and not while one puts it right", async () => {
  show();
  await send();
  await userEvent.type(box(), "a");
  expect(box()).toHaveFocus();
  expect(box()).toBeValid();
  await userEvent.clear(box());
  await send();
  expect(summary()).toHaveFocus();
});

it("counts what is too much instead of cutting it, and does not send it", async () => {
  show({ draft: "a".repeat(BODY_MAX) });
  expect(screen.getByText("Caracteres disponibles: 0")).toBeInTheDocument();
  await userEvent.type(box(), "bcd");
  expect(screen.getByText("Caracteres de más: 3")).toBeInTheDocument();
  await send();
  expect(sent).toEqual([]);
  expect(box()).toHaveValue(`${"a".repeat(BODY_MAX)}bcd`);
});

it("keeps what was typed when the server refuses, and says what it said", async () => {
  answer = { status: "refused", code: "TICKET_CLOSED", message: "Este ticket ya está cerrado.", values: { body: "Hola" } };
  show();
  await userEvent.type(box(), "Hola");
  await send();
  expect(await screen.findByText("Este ticket ya está cerrado.")).toBeVisible();
  expect(box()).toHaveValue("Hola");
});

it("leads to the sign-in page in another tab when the session ended", async () => {
  answer = { status: "refused", code: "SIGNED_OUT", message: "Su sesión terminó.", values: { body: "Hola" } };
  show();
  await userEvent.type(box(), "Hola");
  await send();
  const link = await screen.findByRole("link", { name: "Iniciar sesión en otra pestaña" });
  expect(link).toHaveAttribute("target", "_blank");
  expect(link).toHaveAttribute("href", "/sign-in?next=%2Fportal%2Ftickets%2FIMP-0000-0000");
  expect(box()).toHaveValue("Hola");
});

it("says so when there is no connection, instead of an error page", async () => {
  answer = new TypeError("Failed to fetch");
  show();
  await userEvent.type(box(), "Hola");
  await send();
  expect(await screen.findByText(/No hubo conexión con la mesa/)).toBeVisible();
  expect(box()).toHaveValue("Hola");
});

it("shows the server's word beside the field, until the field is put right", async () => {
  answer = { status: "refused", code: "INVALID_INPUT", message: "Revise", fieldErrors: { body: "El texto contiene caracteres que no se pueden guardar." } };
  show();
  await userEvent.type(box(), "x");
  await send();
  await waitFor(() => expect(box()).toHaveAccessibleDescription(expect.stringContaining("caracteres que no se pueden guardar")));
  await userEvent.type(box(), "y");
  await waitFor(() => expect(box()).toBeValid());
});

it("keeps a draft after a pause, once for what was typed in one go", async () => {
  jest.useFakeTimers();
  const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
  show();
  await user.type(box(), "Un borrador");
  await act(() => jest.advanceTimersByTimeAsync(2000));
  expect(askedAt(asked, "/api/portal/drafts").map(({ body }) => body)).toEqual([
    { slot: HOME.slot, owner: HOME.owner, base: null, unheard: [], version: expect.any(String), data: { body: "Un borrador", submissionKey: "00000000-0000-4000-8000-000000000002" } },
  ]);
  await act(async () => asked[0]?.answer({ version: VERSION, savedAt: "2026-11-24T19:40:00.000Z" }));
  expect(screen.getByText("Borrador guardado a las 13:40")).toBeVisible();
  jest.useRealTimers();
});

it("announces that a draft could not be kept", async () => {
  jest.useFakeTimers();
  const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
  show();
  await user.type(box(), "Un borrador");
  await act(() => jest.advanceTimersByTimeAsync(2000));
  await act(async () => asked[0]?.answer(null, 401));
  expect(screen.getByText(/Su sesión terminó\. Lo que escribió sigue aquí/)).toHaveAttribute("role", "alert");
  jest.useRealTimers();
});

it("begins with the kept draft", () => {
  show({ draft: "Lo de ayer" });
  expect(box()).toHaveValue("Lo de ayer");
});
