import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ComposeForm, type ComposeFormProps, type Written } from "@/app/agent/tickets/[reference]/_components/compose-form";
import { draftWords } from "@/components/tickets/form-words";
import type { ActionResult } from "@/lib/actions/result";

const TICKET = "00000000-0000-4000-8000-000000000001";
const OWNER = "00000000-0000-4000-8000-000000000009";
const VERSION = "00000000-0000-4000-8000-0000000000b1";
const KEY = "00000000-0000-4000-8000-0000000000aa";

const words: ComposeFormProps["words"] = {
  label: "Respuesta",
  hint: "La lee el cliente.",
  send: "Enviar",
  sending: "Enviando…",
  sent: "Enviada.",
  shortcut: "Ctrl + Enter",
  errorTitle: "No se pudo enviar",
  offline: "Sin respuesta",
  closed: "Está cerrado",
  closedHint: "Solo notas.",
  closedText: "Lo que no se envió",
  draft: draftWords(),
  refusal: { signIn: "Entrar", open: "Abrir", quote: "Cotizar" },
};

const saved: unknown[] = [];
const sent: Record<string, FormDataEntryValue>[] = [];
let answers: (ActionResult<Written> | Error)[] = [];

async function action(_previous: ActionResult<never>, form: FormData): Promise<ActionResult<Written>> {
  sent.push(Object.fromEntries(form));
  const answer = answers.shift();
  if (!answer || answer instanceof Error) throw answer ?? new Error("no answer is left");
  return answer;
}

const ok: ActionResult<Written> = { status: "ok", data: { reference: "IMP-7K3M-Q2XD", messageId: "m1" } };
const refused: ActionResult<Written> = { status: "refused", code: "TICKET_MERGED", message: "Se unió a IMP-0000-1111.", details: { reference: "IMP-0000-1111" } };

beforeEach(() => {
  localStorage.clear();
  saved.length = 0;
  sent.length = 0;
  answers = [];
  Element.prototype.scrollIntoView = () => {};
  globalThis.fetch = (async (_address: string, request: RequestInit) => {
    saved.push(JSON.parse(String(request.body)));
    return { ok: true, status: 200, json: async () => ({ data: { version: VERSION, savedAt: "2026-11-24T19:40:00.000Z" } }) };
  }) as unknown as typeof fetch;
});

function form(props: Partial<ComposeFormProps> = {}) {
  return (
    <ComposeForm
      kind="reply"
      action={action}
      address="/agent/tickets/IMP-7K3M-Q2XD"
      ticketId={TICKET}
      submissionKey={KEY}
      seed={{ home: { address: "/api/agent/drafts", owner: OWNER, slot: `reply:${TICKET}` }, kept: null }}
      isOpen
      threadVersion="1"
      next={{ label: "Después", options: [{ value: "open", label: "Seguir" }, { value: "solved", label: "Resolver" }] }}
      secrets={null}
      courtesy={null}
      words={words}
      {...props}
    />
  );
}

const box = () => screen.getByRole("textbox");
const send = () => userEvent.click(screen.getByRole("button", { name: "Enviar" }));

it("sends what was typed and what is to happen next, then begins anew under another key", async () => {
  answers = [ok, ok];
  render(form());
  await userEvent.type(box(), "Listo");
  await userEvent.selectOptions(screen.getByLabelText("Después"), "solved");
  await send();
  expect(sent[0]).toEqual({ ticketId: TICKET, submissionKey: KEY, draft: VERSION, body: "Listo", next: "solved" });
  expect(box()).toHaveValue("");
  await userEvent.type(box(), "Otra cosa");
  await send();
  expect(sent[1]).toMatchObject({ body: "Otra cosa", next: "open" });
  expect(sent[1]?.submissionKey).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(sent[1]?.submissionKey).not.toBe(KEY);
});

it("sends with Ctrl and Enter", async () => {
  answers = [ok];
  render(form());
  await userEvent.type(box(), "Listo{Control>}{Enter}{/Control}");
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ body: "Listo" });
});

it("a refusal takes the focus each time it comes, keeps the text, and says where to go on", async () => {
  answers = [refused, refused];
  render(form());
  await userEvent.type(box(), "No se pierde");
  await send();
  expect((await screen.findByText("No se pudo enviar")).parentElement).toHaveFocus();
  expect(screen.getByRole("link", { name: "Abrir IMP-0000-1111" })).toHaveAttribute("href", "/agent/tickets/IMP-0000-1111");
  expect(box()).toHaveValue("No se pierde");
  await send();
  await waitFor(() => expect(screen.getByText("No se pudo enviar").parentElement).toHaveFocus());
});

it("after no answer the same text goes out under the same key, and a changed one under another", async () => {
  answers = [new Error("network"), new Error("network"), ok];
  render(form());
  await userEvent.type(box(), "Uno");
  await send();
  expect(await screen.findByText("Sin respuesta")).toBeVisible();
  await send();
  // The answer takes the focus when it comes.
  await waitFor(() => expect(screen.getByText("No se pudo enviar").parentElement).toHaveFocus());
  await userEvent.type(box(), " y dos");
  await send();
  expect(sent.map((each) => each.body)).toEqual(["Uno", "Uno", "Uno y dos"]);
  expect(sent[1]?.submissionKey).toBe(sent[0]?.submissionKey);
  expect(sent[2]?.submissionKey).not.toBe(sent[0]?.submissionKey);
});

it("saves a draft after a pause, and none once the message went out", async () => {
  jest.useFakeTimers();
  const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
  try {
    answers = [ok];
    render(form());
    await user.type(box(), "Bor");
    await user.type(box(), "rador");
    await act(() => jest.advanceTimersByTimeAsync(1000));
    expect(saved).toEqual([{ slot: `reply:${TICKET}`, owner: OWNER, base: null, unheard: [], version: expect.any(String), data: { body: "Borrador", next: "open", submissionKey: KEY } }]);
    await user.type(box(), "!");
    await act(async () => {
      fireEvent.click(screen.getByRole("button", { name: "Enviar" }));
      await jest.advanceTimersByTimeAsync(5000);
    });
    expect(saved).toHaveLength(1);
  } finally {
    jest.useRealTimers();
  }
});

it("when the ticket closes meanwhile, the text stays to be read and cannot be sent", async () => {
  const { rerender } = render(form());
  await userEvent.type(box(), "Tarde");
  rerender(form({ isOpen: false }));
  expect(box()).toHaveValue("Tarde");
  expect(box()).toHaveAttribute("readonly");
  expect(screen.getByText("Está cerrado")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Enviar" })).not.toBeInTheDocument();
});

it("goes on in the thread: the focus lands on the new message once it is there", async () => {
  answers = [ok];
  const page = (messages: string[], threadVersion: string) => (
    <>
      <ol>
        {messages.map((id) => (
          <li key={id} id={`m-${id}`}>
            {id}
          </li>
        ))}
      </ol>
      {form({ threadVersion })}
    </>
  );
  const { rerender } = render(page([], "1"));
  await userEvent.type(box(), "Listo");
  await send();
  rerender(page(["m1"], "2"));
  expect(screen.getByText("m1")).toHaveFocus();
  rerender(page(["m1", "m2"], "3"));
  expect(screen.getByText("m1")).toHaveFocus();
});
