import { act, fireEvent, render, screen, within } from "@testing-library/react";
import { NewTicketForm } from "@/app/portal/tickets/new/_components/new-ticket-form";
import { guideWords, newTicketWords } from "@/app/portal/tickets/new/form-views";
import type { NewTicketState } from "@/app/portal/tickets/new/state";
import { askedAt, replaceNetwork } from "@/tests/components/support/network";
import { testEnvironment } from "@/tests/support/environment";

Object.assign(process.env, testEnvironment("postgresql://unused"));

const KEY = "00000000-0000-4000-8000-000000000002";
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

const options = {
  departments: [{ value: "d1", label: "Correo electrónico" }, { value: "d2", label: "Facturación" }],
  products: [{ value: "p1", label: "Hosting" }],
  openDepartments: ["d2"],
  entitlement: { p2: { isRefused: true, text: "«Dominio viejo» venció el 3 de noviembre; puede escribir a Facturación o renovarlo." } },
  services: [
    { value: "free", label: "Asistencia gratuita" },
    { value: "contract:00000000-0000-4000-8000-0000000000c1", label: "Caso con póliza" },
    { value: "event", label: "Servicio por evento, con cotización" },
  ],
  priorities: [{ value: "low", label: "Baja" }, { value: "medium", label: "Media" }],
};
const initial = { departmentId: "d1", productId: "", subject: "Varios", body: "No llega el correo. Además necesito mi factura.", service: "free", priority: "medium", submissionKey: KEY };
const part = (number: number, subject: string) => ({
  part: { key: `00000000-0000-4000-8000-00000000001${number}`, subject, body: `Texto ${number}`, departmentId: `d${number}`, productId: "", priority: "medium", different: [] },
});
const PARTS = [part(1, "No llega el correo"), part(2, "Necesito mi factura")];
const TOPICS = { title: "Su mensaje parece tratar 2 temas", subjects: ["No llega el correo", "Necesito mi factura"] };

function show(changes: Partial<Parameters<typeof NewTicketForm>[0]> = {}) {
  const action = async (_previous: NewTicketState, form: FormData) => {
    sent.push(form);
    return answer;
  };
  render(<NewTicketForm action={action} options={options} initial={initial} searches={{ search: "", formSearch: "" }} draft={null} seed={{ home: { address: "/api/portal/drafts", owner: "00000000-0000-4000-8000-000000000009", slot: "new" }, kept: null }} held={[]} guide={{ questions: {}, answers: {}, products: [], words: guideWords() }} words={newTicketWords()} {...changes} />);
}

const pause = (milliseconds = 2000) => act(() => jest.advanceTimersByTimeAsync(milliseconds));
const press = (name: string) =>
  act(async () => {
    fireEvent.click(screen.getByRole("button", { name }));
    await jest.advanceTimersByTimeAsync(2000);
  });

async function showOffer(): Promise<void> {
  show();
  await pause(500);
  await act(async () => askedAt(asked, "/api/portal/suggest")[0]?.answer({ articles: [], tickets: [], announcement: "", topics: TOPICS }));
}

describe("the offer to split", () => {
  it("is announced beside the text, and leaves it as it is", async () => {
    await showOffer();
    expect(screen.getByText(TOPICS.title).closest('[role="status"]')).not.toBeNull();
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(expect.arrayContaining(TOPICS.subjects));
    expect(screen.getByLabelText("Descripción")).toHaveValue(initial.body);
    expect(sent).toEqual([]);
  });

  it("is gone with one press, kept in the draft, and told to the server with the ticket", async () => {
    await showOffer();
    await press("Dejar como uno solo");
    expect(screen.queryByText(TOPICS.title)).toBeNull();
    expect(sent).toEqual([]);
    expect(askedAt(asked, "/api/portal/drafts").at(-1)?.body).toMatchObject({ data: { keptAsOne: "1" } });
    await press("Enviar ticket");
    expect(sent[0]?.get("keptAsOne")).toBe("1");
  });

  it("turns the form into its parts, with the focus on what they are called", async () => {
    answer = { status: "refused", code: "FORM_CHANGED", message: "", parts: PARTS };
    await showOffer();
    await press("Separar en 2 tickets");
    expect(sent[0]?.get("split")).toBe("1");
    expect(screen.getByRole("heading", { name: "Su mensaje en 2 tickets" })).toHaveFocus();
    expect(screen.queryByText("Todavía no se envió")).toBeNull();
    const second = within(screen.getByRole("group", { name: "Ticket 2 de 2" }));
    expect(second.getByLabelText("Asunto")).toHaveValue("Necesito mi factura");
    expect(second.getByLabelText("¿Quién debe atenderlo?")).toHaveDisplayValue("Facturación");
  });
});

describe("a message in parts", () => {
  it("is what its draft kept, and keeps what is changed in a part", async () => {
    show({ keptTopics: { parts: PARTS, keptAsOne: false } });
    const [subject] = screen.getAllByDisplayValue("Necesito mi factura");
    fireEvent.input(subject!, { target: { value: "La factura de octubre" } });
    await pause();
    const { data } = askedAt(asked, "/api/portal/drafts").at(-1)!.body as { data: { parts: string; body: string } };
    expect(JSON.parse(data.parts)).toEqual([PARTS[0]!.part, { ...PARTS[1]!.part, subject: "La factura de octubre" }]);
    expect(data.body).toBe(initial.body);
  });

  it("goes to the server whole, though the fields of the one ticket are not filled in", async () => {
    show({ keptTopics: { parts: PARTS, keptAsOne: false }, initial: { ...initial, subject: "" } });
    await press("Enviar 2 tickets");
    expect(sent[0]?.getAll("partSubject")).toEqual(["No llega el correo", "Necesito mi factura"]);
    expect(sent[0]?.getAll("partKey")).toEqual(PARTS.map((each) => each.part.key));
  });

  it("says what is wrong in the part where it is, and what resembles it", async () => {
    const similar = [{ ticketId: "t1", reference: "IMP-AAAA-AAAA", href: "/portal/tickets/IMP-AAAA-AAAA", subject: "Sin correo" }];
    answer = { status: "refused", code: "DUPLICATE_NOT_REVIEWED", message: "Revise", parts: [{ ...PARTS[0]!, similar }, { ...PARTS[1]!, errors: { subject: "Este campo es necesario." } }] };
    show({ keptTopics: { parts: PARTS, keptAsOne: false } });
    await press("Enviar 2 tickets");
    const [first, second] = [1, 2].map((number) => within(screen.getByRole("group", { name: `Ticket ${number} de 2` })));
    expect(first!.getByRole("checkbox", { name: "Es un tema distinto de IMP-AAAA-AAAA" })).not.toBeChecked();
    expect(second!.getByLabelText("Asunto")).toHaveAccessibleDescription("Este campo es necesario.");
    fireEvent.click(first!.getByRole("checkbox"));
    await press("Enviar 2 tickets");
    expect(sent[1]?.getAll("partDifferent")).toEqual([`${PARTS[0]!.part.key} t1`]);
  });

  it("becomes the one form again, with what was written in the parts", async () => {
    answer = { status: "refused", code: "FORM_CHANGED", message: "", parts: [], values: { ...initial, subject: "No llega el correo", body: "Texto 1\n\nTexto 2", departmentId: "d2", keptAsOne: "1" } };
    show({ keptTopics: { parts: PARTS, keptAsOne: false } });
    await press("Unir con el anterior");
    expect(sent[0]?.get("join")).toBe("1");
    expect(screen.getByLabelText("Descripción")).toHaveValue("Texto 1\n\nTexto 2");
    expect(screen.getByRole("radio", { name: "Facturación" })).toBeChecked();
    expect(screen.getByRole("button", { name: "Enviar ticket" })).toBeVisible();
  });
});
