import { act, fireEvent, render, screen } from "@testing-library/react";
import { NoteForm, type Noted, type NoteFormWords } from "@/app/agent/noted/new/_components/note-form";
import { draftWords } from "@/components/tickets/form-words";
import type { ActionResult } from "@/lib/actions/result";
import type { KeptDraft } from "@/lib/drafts/choice";
import { askedAt, replaceNetwork } from "@/tests/components/support/network";
import { testEnvironment } from "@/tests/support/environment";

Object.assign(process.env, testEnvironment("postgresql://unused"));

const [CUSTOMER, OWNER, KEY, VERSION] = [1, 2, 3, 4].map((number) => `00000000-0000-4000-8000-00000000000${number}`) as [string, string, string, string];
const SLOT = `call:${CUSTOMER}`;
const names = ["customer", "change", "noOrganization", "channel", "channelNone", "department", "departmentNone", "product", "productNone", "optional", "subject", "body", "bodyHint", "submit", "submitting", "errorTitle", "offline", "signIn"] as const;
const words = { ...(Object.fromEntries(names.map((name) => [name, name])) as unknown as NoteFormWords), draft: draftWords() };

const asked = replaceNetwork();
const sent: FormData[] = [];
let answer: ActionResult<Noted>;

beforeEach(() => {
  jest.useFakeTimers();
  localStorage.clear();
  sent.length = 0;
});
afterEach(() => jest.useRealTimers());

async function action(_previous: ActionResult<never>, form: FormData): Promise<ActionResult<Noted>> {
  sent.push(form);
  return answer;
}

function show(kept: KeptDraft | null = null) {
  render(
    <NoteForm
      action={action}
      permalink="/agent/noted/new"
      changeHref="/agent/noted/new"
      target={{ id: CUSTOMER, name: "Bruno Díaz", email: "bruno@globex.example", organizationName: null, products: [] }}
      submissionKey={KEY}
      seed={{ home: { address: "/api/agent/drafts", owner: OWNER, slot: SLOT }, kept }}
      channels={[{ value: "phone", label: "Teléfono" }, { value: "sms", label: "SMS" }]}
      departments={[{ value: "d1", label: "Correo" }]}
      words={words}
    />,
  );
}

const pass = (milliseconds: number) => act(() => jest.advanceTimersByTimeAsync(milliseconds));

it("keeps what is written down while somebody talks, its channel too", async () => {
  show();
  fireEvent.change(screen.getByLabelText("channel"), { target: { value: "sms" } });
  fireEvent.input(screen.getByLabelText("body"), { target: { value: "No le llega el correo" } });
  await pass(1000);
  expect(askedAt(asked, "/api/agent/drafts")[0]?.body).toMatchObject({ slot: SLOT, base: null, data: { next: "sms", body: "No le llega el correo", submissionKey: KEY } });
});

it("begins with what was written down before, and sends which text it was", async () => {
  answer = { status: "ok", data: { notedId: VERSION } };
  show({ version: VERSION, data: { body: "A medias", subject: "Llamó", next: "phone", departmentId: "d1" }, savedAt: "2026-11-24T19:40:00.000Z" });
  expect([screen.getByLabelText("subject"), screen.getByLabelText("body"), screen.getByLabelText("channel"), screen.getByLabelText("department")].map((field) => (field as HTMLInputElement).value)).toEqual(["Llamó", "A medias", "phone", "d1"]);
  fireEvent.click(screen.getByRole("button", { name: "submit" }));
  await pass(2000);
  expect(Object.fromEntries(sent[0]!)).toMatchObject({ customerId: CUSTOMER, submissionKey: KEY, draft: VERSION, channel: "phone", departmentId: "d1", subject: "Llamó", body: "A medias" });
});

it("says beside each field what is missing, and keeps the rest as it was typed", async () => {
  answer = { status: "refused", code: "INVALID_INPUT", message: "Revise los campos", fieldErrors: { channel: "Falta" }, values: { body: "Texto" } };
  show();
  fireEvent.input(screen.getByLabelText("body"), { target: { value: "Texto" } });
  fireEvent.click(screen.getByRole("button", { name: "submit" }));
  await pass(2000);
  expect(screen.getByRole("link", { name: "Falta" })).toHaveAttribute("href", "#channel");
  expect([screen.getByLabelText("body"), screen.getByLabelText("channel")].map((field) => [(field as HTMLInputElement).value, field.getAttribute("aria-invalid")])).toEqual([["Texto", null], ["", "true"]]);
});
