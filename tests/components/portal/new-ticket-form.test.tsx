import { act, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NewTicketForm } from "@/app/portal/tickets/new/_components/new-ticket-form";
import { guideWords, newTicketWords } from "@/app/portal/tickets/new/form-views";
import type { NewTicketState } from "@/app/portal/tickets/new/state";
import type { SuggestionsView, TicketSuggestion } from "@/components/tickets/suggestion-views";
import { askedAt, replaceNetwork } from "@/tests/components/support/network";
import { testEnvironment } from "@/tests/support/environment";

Object.assign(process.env, testEnvironment("postgresql://unused"));

const KEY = "00000000-0000-4000-8000-000000000002";
const DUPLICATE = "00000000-0000-4000-8000-00000000000d";

const asked = replaceNetwork();
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

const options = {
  departments: [
    { value: "d1", label: "Correo electrónico", description: "Buzones" },
    { value: "d2", label: "Facturación", description: "CFDI" },
  ],
  products: [
    { value: "p1", label: "Hosting" },
    { value: "p2", label: "Dominio viejo · Venció el 3 de noviembre" },
  ],
  openDepartments: ["d2"],
  entitlement: { p2: { isRefused: true, text: "«Dominio viejo» venció el 3 de noviembre; puede escribir a Facturación o renovarlo." } },
  services: [
    { value: "free", label: "Asistencia gratuita" },
    { value: "contract:00000000-0000-4000-8000-0000000000c1", label: "Caso con póliza" },
    { value: "event", label: "Servicio por evento, con cotización" },
  ],
  priorities: [
    { value: "low", label: "Baja", description: "72 horas" },
    { value: "medium", label: "Media", description: "48 horas" },
  ],
};
const initial = { departmentId: "d1", productId: "", subject: "", body: "", service: "free", priority: "medium", submissionKey: KEY };

function duplicate(changes: Partial<TicketSuggestion> = {}): TicketSuggestion {
  return {
    ticketId: DUPLICATE,
    reference: "IMP-AAAA-AAAA",
    href: "/portal/tickets/IMP-AAAA-AAAA",
    subject: "No salen correos",
    status: { label: "En curso", tone: "accent" },
    owner: "Suyo",
    openedAgo: "Se levantó ayer",
    reasons: ["Ambos mencionan «550»"],
    mustReview: true,
    ...changes,
  };
}

function found(tickets: TicketSuggestion[], articles: SuggestionsView["articles"] = []): SuggestionsView {
  return { tickets, articles, announcement: "1 ticket parecido" };
}

function show(changes: Partial<Parameters<typeof NewTicketForm>[0]> = {}) {
  render(<NewTicketForm action={action} options={options} initial={initial} searches={{ search: "", formSearch: "" }} draft={null} seed={{ home: { address: "/api/portal/drafts", owner: KEY, slot: "new" }, kept: null }} held={[]} guide={{ questions: {}, answers: {}, products: [], words: guideWords() }} words={newTicketWords()} {...changes} />);
  return userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
}

const subject = () => screen.getByLabelText("Asunto");
const body = () => screen.getByLabelText("Descripción");
const panel = () => screen.getByRole("region", { name: "Antes de enviar" });
const suggestions = () => askedAt(asked, "/api/portal/suggest");
const send = () => screen.getByRole("button", { name: "Enviar ticket" });
/** Presses, and lets pass what follows: the browser's rules, a draft that is under way, the answer. */
const press = (button: HTMLElement, milliseconds = 2000) =>
  act(async () => {
    fireEvent.click(button);
    await jest.advanceTimersByTimeAsync(milliseconds);
  });
const pause = (milliseconds = 500) => act(() => jest.advanceTimersByTimeAsync(milliseconds));

describe("suggestions while one types", () => {
  it("asks once for what was typed in one go, with the choices that were made", async () => {
    const user = show();
    await user.selectOptions(screen.getByLabelText(/^Producto/), "p1");
    await user.type(subject(), "Error 550");
    await pause();
    expect(suggestions().map((each) => each.body)).toEqual([{ subject: "Error 550", body: "", productId: "p1", departmentId: "d1", submissionKey: KEY }]);
  });

  it("goes under the form's own token, and the ticket under that of the search that led here too", async () => {
    const [search, formSearch] = ["6f1c1a52-6d0c-4b7e-9a59-0f6f4d9f7b11", "7a2d2b63-7e1d-4c8f-8b6a-1a7a5e0a8c22"];
    const user = show({ searches: { search, formSearch } });
    await user.type(subject(), "Error 550");
    await user.type(body(), "Algo");
    await pause();
    expect(suggestions().at(-1)?.body).toMatchObject({ subject: "Error 550", formSearch });
    await press(send());
    expect([sent[0]?.get("search"), sent[0]?.get("formSearch")]).toEqual([search, formSearch]);
  });

  it("does not ask about a few letters", async () => {
    const user = show();
    await user.type(subject(), "Err");
    await pause();
    expect(suggestions()).toEqual([]);
  });

  it("shows what was found, with the match marked and why, and leaves the focus where one writes", async () => {
    const user = show();
    await user.type(subject(), "Error 550");
    await pause();
    const article = { id: "a1", kind: "article" as const, href: "/kb/articles/rebotes", title: [{ text: "Qué es un ", isMatch: false }, { text: "550", isMatch: true }], passage: [] };
    await act(async () => suggestions()[0]?.answer(found([duplicate()], [article])));
    expect(subject()).toHaveFocus();
    expect(within(panel()).getByText("Ambos mencionan «550»")).toBeVisible();
    const link = within(panel()).getByRole("link", { name: /^Qué es un 550/ });
    expect(link).toHaveAttribute("target", "_blank");
    expect(link.querySelector("mark")).toHaveTextContent("550");
    expect(within(panel()).getByRole("status")).toHaveTextContent("1 ticket parecido");
  });

  it("ends the question under way when a newer one is asked, and shows the newest answer whatever comes first", async () => {
    const user = show();
    await user.type(subject(), "Error 550");
    await pause();
    await user.type(subject(), " en Outlook");
    await pause();
    const [older, newer] = suggestions();
    expect(older?.signal?.aborted).toBe(true);
    await act(async () => newer?.answer(found([duplicate({ subject: "El nuevo" })])));
    await act(async () => older?.answer(found([duplicate({ subject: "El viejo" })])));
    expect(within(panel()).getByText("El nuevo")).toBeVisible();
    expect(screen.queryByText("El viejo")).toBeNull();
  });

  it("keeps the last answer in sight while it looks for the next", async () => {
    const user = show();
    await user.type(subject(), "Error 550");
    await pause();
    await act(async () => suggestions()[0]?.answer(found([duplicate()])));
    await user.type(subject(), " otra vez");
    await pause();
    expect(within(panel()).getByText("No salen correos")).toBeVisible();
  });

  it("works without them", async () => {
    const user = show();
    await user.type(subject(), "Error 550");
    await pause();
    await act(async () => suggestions()[0]?.fail());
    expect(within(panel()).getByText(/Puede seguir escribiendo y enviar su ticket/)).toBeVisible();
  });

  it("looks at once for what a draft or a link brought along", async () => {
    show({ initial: { ...initial, subject: "Error 550 en Outlook" } });
    await pause();
    expect(suggestions()).toHaveLength(1);
  });
});

describe("a probable duplicate", () => {
  async function writeAboutIt() {
    const user = show();
    await user.type(subject(), "Error 550");
    await user.type(body(), "No sale nada");
    await pause();
    await act(async () => suggestions().at(-1)?.answer(found([duplicate()])));
    return user;
  }

  it("counts as looked at once it is opened, and the server is told", async () => {
    const user = await writeAboutIt();
    expect(within(panel()).getByText(/Revíselo antes de enviar/)).toBeVisible();
    const link = within(panel()).getByRole("link", { name: /^Abrir IMP-AAAA-AAAA/ });
    link.addEventListener("click", (event) => event.preventDefault()); // the test's browser goes nowhere
    await user.click(link);
    expect(within(panel()).getByText("Ya lo revisó.")).toBeVisible();
    expect(askedAt(asked, "/api/portal/opened-duplicates").map((each) => each.body)).toEqual([{ candidateTicketId: DUPLICATE, submissionKey: KEY, subject: "Error 550", body: "No sale nada" }]);
  });

  it("is named in the form when it is marked as another topic", async () => {
    const user = await writeAboutIt();
    await user.click(within(panel()).getByRole("checkbox", { name: /^Es un tema distinto/ }));
    expect(within(panel()).getByText("Ya lo revisó.")).toBeVisible();
    await press(send());
    expect(sent[0]?.getAll("different")).toEqual([DUPLICATE]);
  });

  it("can be given the text instead, even before a department is chosen", async () => {
    const user = show({ initial: { ...initial, departmentId: "" } });
    await user.type(subject(), "Error 550");
    await pause();
    await act(async () => suggestions().at(-1)?.answer(found([duplicate()])));
    await press(within(panel()).getByRole("button", { name: /^Agregar mi texto a ese ticket/ }));
    expect(sent[0]?.get("addTo")).toBe(DUPLICATE);
  });

  it("is shown by the server's refusal too, and the summary leads to it", async () => {
    answer = { status: "refused", code: "DUPLICATE_NOT_REVIEWED", message: "Parece que ya hay un ticket abierto.", suggestions: found([duplicate()]) };
    const user = show();
    await user.type(subject(), "Tema");
    await user.type(body(), "Texto");
    await press(send());
    expect(within(panel()).getByText("No salen correos")).toBeVisible();
    expect(screen.getByRole("link", { name: "Parece que ya hay un ticket abierto." })).toHaveAttribute("href", "#parecidos");
    expect(subject()).toHaveValue("Tema");
  });

  it("never gets the text by Enter in a field: that presses the form's first button", async () => {
    await writeAboutIt();
    expect(document.querySelector("form button:not([type=button])")).not.toHaveAttribute("name");
  });
});

describe("sending", () => {
  it("names every field that is wrong, in order, before anything is sent", async () => {
    show({ initial: { ...initial, departmentId: "", priority: "" } });
    await press(send());
    const summary = screen.getByRole("heading", { name: "Todavía no se envió" }).parentElement!;
    expect(within(summary).getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual(["#departmentId", "#subject", "#body", "#priority"]);
    expect(summary).toHaveFocus();
    expect(sent).toEqual([]);
  });

  it("sends once, however often it is pressed", async () => {
    const user = show();
    await user.type(subject(), "Tema");
    await user.type(body(), "Texto");
    fireEvent.click(send());
    await press(send());
    expect(sent.map((form) => form.get("submissionKey"))).toEqual([KEY]);
  });

  it("saves no draft after sending: it would outlive its ticket", async () => {
    const user = show();
    await user.type(subject(), "Tema");
    await user.type(body(), "Texto");
    await press(send(), 5000);
    expect(sent).toHaveLength(1);
    await pause(5000);
    expect(askedAt(asked, "/api/portal/drafts").map((each) => (each.body.data as { body: string }).body)).toEqual([""]); // when one went on to the text
    expect(sent[0]?.get("draft")).toBe(askedAt(asked, "/api/portal/drafts")[0]?.body.version);
  });

  it("goes on saving the draft when the ticket was refused", async () => {
    answer = { status: "refused", code: "TOO_MANY_TICKETS", message: "Espere unos minutos." };
    const user = show();
    await user.type(subject(), "Tema");
    await user.type(body(), "Texto");
    await act(async () => askedAt(asked, "/api/portal/drafts")[0]?.answer({ version: DUPLICATE, savedAt: "2026-11-24T19:40:00.000Z" }));
    await press(send(), 5000);
    expect(askedAt(asked, "/api/portal/drafts").map((each) => each.body).slice(-1)).toEqual([
      { slot: "new", owner: KEY, base: DUPLICATE, unheard: [], version: expect.any(String), data: { departmentId: "d1", productId: "", subject: "Tema", body: "Texto", service: "free", priority: "medium", submissionKey: KEY } },
    ]);
  });
});

it("says of a product that is not attended why, and nothing in a department that is open to all", async () => {
  const user = show();
  await user.selectOptions(screen.getByLabelText(/^Producto/), "p2");
  expect(screen.getByText(/venció el 3 de noviembre; puede escribir a Facturación/)).toBeVisible();
  await user.click(screen.getByRole("radio", { name: /^Facturación/ }));
  expect(screen.queryByText(/puede escribir a Facturación/)).toBeNull();
});

it("asks for a priority of free assistance alone, and sends how the ticket is attended", async () => {
  const user = show();
  expect(screen.getByRole("group", { name: "Prioridad" })).toBeVisible();
  await user.click(screen.getByRole("radio", { name: "Caso con póliza" }));
  expect(screen.queryByRole("group", { name: "Prioridad" })).toBeNull();
  await user.type(subject(), "Tema");
  await user.type(body(), "Texto");
  await press(send());
  expect(sent[0]?.get("service")).toBe("contract:00000000-0000-4000-8000-0000000000c1");
});

it("offers to discard a draft that it begins with, and to do what the address asked for", async () => {
  show({ draft: { query: "?subject=Otro" }, initial: { ...initial, subject: "" } });
  await press(screen.getByRole("button", { name: "Descartar y empezar de nuevo" }));
  expect(sent[0]?.get("discard")).toBe("?subject=Otro");
});

it("carries the choices along unseen when nobody is signed in any more", () => {
  show({ options: null, initial: { ...initial, productId: "p1" } });
  const form = document.querySelector("form")!;
  expect(Object.fromEntries(new FormData(form))).toMatchObject({ departmentId: "d1", productId: "p1", priority: "medium", submissionKey: KEY });
  expect(screen.queryByRole("radio")).toBeNull();
});

it("confirms what the desk noted: under its name, with its own draft", async () => {
  const noted = { id: "00000000-0000-4000-8000-00000000000e", address: "/portal/noted/00000000-0000-4000-8000-00000000000e" };
  const seed = { home: { address: "/api/portal/drafts", owner: "00000000-0000-4000-8000-000000000009", slot: `noted:${noted.id}` }, kept: null };
  const user = show({ noted, seed, keptTopics: { parts: [], keptAsOne: true }, initial: { ...initial, subject: "Lo que dijo", body: "Al teléfono" }, words: { ...newTicketWords(), submit: "Confirmar y enviar ticket" } });
  await user.type(body(), ", ayer");
  await act(() => jest.advanceTimersByTimeAsync(2000));
  expect(askedAt(asked, "/api/portal/drafts")[0]?.body).toMatchObject({ slot: `noted:${noted.id}`, data: { body: "Al teléfono, ayer" } });
  await press(screen.getByRole("button", { name: "Confirmar y enviar ticket" }));
  expect(Object.fromEntries(sent[0]!)).toMatchObject({ notedId: noted.id, subject: "Lo que dijo", body: "Al teléfono, ayer", keptAsOne: "1", submissionKey: KEY });
});
