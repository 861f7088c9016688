import { act, fireEvent, render, screen } from "@testing-library/react";
import { renderToString } from "react-dom/server.node";
import { formFiles } from "@/components/attachments/form-files";
import { replyWords } from "@/components/tickets/form-words";
import { ReplyForm } from "@/components/tickets/reply-form";
import { wipeLocal } from "@/components/tickets/draft-store";
import type { ActionResult } from "@/lib/actions/result";
import { DEFAULT_RULES, limitsOf } from "@/lib/attachments/limits";
import type { KeptDraft } from "@/lib/drafts/choice";
import { askedAt, replaceNetwork } from "@/tests/components/support/network";
import { testEnvironment } from "@/tests/support/environment";

Object.assign(process.env, testEnvironment("postgresql://unused"));

const asked = replaceNetwork();
const [TICKET, KEY, OWNER, ONE, TWO] = [1, 2, 3, 4, 5].map((number) => `00000000-0000-4000-8000-00000000000${number}`) as [string, string, string, string, string];
const SLOT = `reply:${TICKET}`;
const PLACE = `mesa.draft:${OWNER}:${SLOT}`;
const AT = "2026-11-24T19:40:00.000Z";
const sent: FormData[] = [];
const FILE = { id: "6f1c1a52-6d0c-4b7e-9a59-0f6f4d9f7b11", name: "foto.log", size: 8, kind: "file" as const, width: null, height: null, href: "/api/files/1", downloadHref: "/api/files/1?download=1", thumbnailHref: null };

beforeEach(() => {
  jest.useFakeTimers();
  localStorage.clear();
  sent.length = 0;
});
afterEach(() => {
  jest.useRealTimers();
});

async function action(_previous: ActionResult<{ reference: string }>, form: FormData): Promise<ActionResult<{ reference: string }>> {
  sent.push(form);
  return { status: "ok", data: { reference: "IMP-0000-0000" } };
}

function show(kept: KeptDraft | null = null) {
  const home = { address: "/api/portal/drafts", owner: OWNER, slot: SLOT };
  return render(
    <ReplyForm action={action} ticketId={TICKET} submissionKey={KEY} held={[]} seed={{ home, kept }} address="/portal/tickets/IMP-0000-0000" files={formFiles(limitsOf(DEFAULT_RULES))} words={replyWords({ label: "Responder", submit: "Enviar" })} />,
  );
}

const box = () => screen.getByLabelText("Responder");
const write = (text: string) => fireEvent.input(box(), { target: { value: text } });
const pass = (milliseconds: number) => act(() => jest.advanceTimersByTimeAsync(milliseconds));
const saves = () => askedAt(asked, "/api/portal/drafts");
const answer = (at: number, version = ONE) => act(async () => saves()[at]?.answer({ version, savedAt: AT }));
const inBrowser = () => JSON.parse(localStorage.getItem(PLACE) ?? "null") as { data: { body: string }; base: string | null; unheard: string[] } | null;
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));
const closes = () => {
  const event = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented ? "asks" : "closes";
};

it("keeps each key in the browser at once, and no longer than until the server has it", async () => {
  show();
  write("Ho");
  expect(inBrowser()?.data.body).toBe("Ho");
  await pass(1000);
  expect(inBrowser()?.unheard).toEqual([saves()[0]?.body.version]);
  await answer(0);
  expect(inBrowser()).toBeNull();
  expect(screen.getByText("Borrador guardado a las 13:40")).toBeVisible();
});

it("what was typed while a save was under way goes with the next one, based on the answer", async () => {
  show();
  write("Ho");
  await pass(1000);
  write("Hola");
  await answer(0);
  expect(inBrowser()?.data.body).toBe("Hola");
  await pass(1000);
  expect(saves()[1]?.body).toMatchObject({ base: ONE, unheard: [], data: { body: "Hola" } });
});

it("says honestly that the server is away, tries again with growing pauses, and says when it is back", async () => {
  show();
  write("Hola");
  await pass(1000);
  await act(async () => saves()[0]?.answer(null, 503));
  expect(screen.getByText(/^Sin conexión: lo escrito está en este navegador/)).toHaveAttribute("role", "alert");
  expect(inBrowser()?.data.body).toBe("Hola");
  await pass(1900);
  expect(saves()).toHaveLength(1);
  await pass(200);
  await act(async () => saves()[1]?.fail());
  await pass(3900);
  expect(saves()).toHaveLength(2);
  await pass(200);
  expect(saves()[2]?.body).toMatchObject({ base: null, unheard: [saves()[0]?.body.version, saves()[1]?.body.version] });
  await answer(2);
  expect(screen.getByText("Borrador guardado a las 13:40")).toBeVisible();
  expect(inBrowser()).toBeNull();
});

it("begins with the browser's text when the server never got it, and saves it", async () => {
  localStorage.setItem(PLACE, JSON.stringify({ data: { body: "Lo último" }, base: ONE, unheard: [], at: Date.now() }));
  show({ version: ONE, data: { body: "Lo" }, savedAt: AT });
  expect(box()).toHaveValue("Lo último");
  await pass(100);
  expect(saves()[0]?.body).toMatchObject({ base: ONE, data: { body: "Lo último" } });
});

it("begins a draft with the browser's text when the server never heard of it, though it was sent", async () => {
  localStorage.setItem(PLACE, JSON.stringify({ data: { body: "Lo último" }, base: null, unheard: [ONE], at: Date.now() }));
  show();
  await pass(100);
  expect(saves()[0]?.body).toMatchObject({ base: null, unheard: [ONE], data: { body: "Lo último" } });
});

it("keeps what was written before the script ran", async () => {
  const form = <ReplyForm action={action} ticketId={TICKET} submissionKey={KEY} held={[]} seed={{ home: { address: "/api/portal/drafts", owner: OWNER, slot: SLOT }, kept: null }} address="/" words={replyWords({ label: "Responder", submit: "Enviar" })} />;
  const container = document.body.appendChild(document.createElement("div"));
  container.innerHTML = renderToString(form);
  container.querySelector("textarea")!.value = "Antes del guion";
  render(form, { container, hydrate: true });
  expect(inBrowser()?.data.body).toBe("Antes del guion");
  await pass(1000);
  expect(saves()[0]?.body).toMatchObject({ data: { body: "Antes del guion" } });
});

it("never shows another person's text", () => {
  localStorage.setItem(`mesa.draft:${KEY}:${SLOT}`, JSON.stringify({ data: { body: "De otra persona" }, base: null, unheard: [], at: Date.now() }));
  show();
  expect(box()).toHaveValue("");
});

it("says what the server refuses, keeps the text here, and does not ask again by itself", async () => {
  show();
  write("Hola");
  await pass(1000);
  await act(async () => saves()[0]?.refuse({ code: "OTHER_PERSON", message: "En este navegador entró otra persona." }, 403));
  expect(screen.getByText("En este navegador entró otra persona.")).toBeVisible();
  await pass(120_000);
  expect(saves()).toHaveLength(1);
  expect(inBrowser()?.data.body).toBe("Hola");
});

describe("when somebody wrote on elsewhere", () => {
  async function differ() {
    show({ version: ONE, data: { body: "Común" }, savedAt: AT });
    write("Común, de aquí");
    await pass(1000);
    await act(async () => saves()[0]?.refuse({ code: "DRAFT_CHANGED", details: { version: TWO, data: { body: "Común, de allá" }, savedAt: AT } }));
  }

  it("shows both and saves neither until the person chooses", async () => {
    await differ();
    expect(screen.getByText(/también se escribió en otra pestaña/)).toBeVisible();
    expect(screen.getByLabelText("El otro texto, guardado a las 13:40")).toHaveValue("Común, de allá");
    expect(box()).toHaveValue("Común, de aquí");
    write("Común, de aquí y más");
    await pass(60_000);
    expect(saves()).toHaveLength(1);
    expect(inBrowser()?.data.body).toBe("Común, de aquí y más");
  });

  it.each([
    ["Conservar el de aquí", "Común, de aquí"],
    ["Juntar ambos", "Común, de allá\n\nComún, de aquí"],
  ])("%s saves it over the other", async (choice, body) => {
    await differ();
    await press(choice);
    await pass(100);
    expect(box()).toHaveValue(body);
    expect(saves()[1]?.body).toMatchObject({ base: TWO, data: { body } });
    expect(screen.queryByText(/también se escribió/)).not.toBeInTheDocument();
  });

  it("the other one can be taken, which leaves nothing to save", async () => {
    await differ();
    await press("Usar el otro");
    await pass(5000);
    expect(box()).toHaveValue("Común, de allá");
    expect(saves()).toHaveLength(1);
    expect(inBrowser()).toBeNull();
  });
});

it("a text that was sent elsewhere is said to be, and goes on as another message only when one wants so", async () => {
  show({ version: ONE, data: { body: "Común" }, savedAt: AT });
  write("Común y más");
  await pass(1000);
  await act(async () => saves()[0]?.refuse({ code: "DRAFT_SENT", details: { reference: "IMP-7K3M-Q2XD" } }));
  expect(screen.getByText("Este texto ya se envió desde otra pestaña o dispositivo: IMP-7K3M-Q2XD")).toBeVisible();
  await press("Seguir con lo escrito aquí");
  await pass(1000);
  expect(saves()[1]?.body).toMatchObject({ base: null, unheard: [], data: { body: "Común y más" } });
  expect(saves()[1]?.body.data).not.toMatchObject({ submissionKey: KEY });
});

describe("a page that comes into view again", () => {
  const look = (draft: KeptDraft | null, sentAs: string | null = null) =>
    act(async () => {
      window.dispatchEvent(new Event("focus"));
      await jest.advanceTimersByTimeAsync(10);
      asked.find(({ url }) => url.startsWith("/api/portal/drafts?"))?.answer({ draft, sent: sentAs });
      await jest.advanceTimersByTimeAsync(10);
    });

  it("takes a newer text where nothing was typed here", async () => {
    show({ version: ONE, data: { body: "Común" }, savedAt: AT });
    await look({ version: TWO, data: { body: "Común y más" }, savedAt: AT });
    expect(box()).toHaveValue("Común y más");
    expect(screen.getByText(/^Se actualizó con lo que escribió/)).toBeVisible();
  });

  it("asks where something was", async () => {
    show({ version: ONE, data: { body: "Común" }, savedAt: AT });
    write("Mío");
    await look({ version: TWO, data: { body: "Común y más" }, savedAt: AT });
    expect(box()).toHaveValue("Mío");
    expect(screen.getByText(/también se escribió/)).toBeVisible();
  });

  it("does not ask about a text that changed here alone: files that came elsewhere are added, and saved with it", async () => {
    show({ version: ONE, data: { body: "Común" }, savedAt: AT });
    write("Mío");
    await look({ version: TWO, data: { body: "Común", attachments: [FILE.id] }, savedAt: AT, files: [FILE] });
    expect([box()].map((each) => (each as HTMLTextAreaElement).value)).toEqual(["Mío"]);
    expect(screen.queryByText(/también se escribió/)).toBeNull();
    await act(async () => asked.find(({ url }) => url === "/api/uploads/own")?.answer([FILE]));
    await pass(100);
    expect(screen.getByText("foto.log")).toBeVisible();
    expect(saves()[0]?.body).toMatchObject({ base: TWO, data: { body: "Mío", attachments: [FILE.id] } });
  });

  it("names the files of the other one where it asks, and has them whatever is chosen", async () => {
    show({ version: ONE, data: { body: "Común" }, savedAt: AT });
    write("Mío");
    await look({ version: TWO, data: { body: "Común y más", attachments: [FILE.id] }, savedAt: AT, files: [FILE] });
    expect(screen.getByText("Archivos que solo están en el otro: foto.log.")).toBeVisible();
    await press("Conservar el de aquí");
    await pass(100);
    expect(saves()[0]?.body).toMatchObject({ base: TWO, data: { body: "Mío", attachments: [FILE.id] } });
  });

  it("learns that its text was sent", async () => {
    show({ version: ONE, data: { body: "Común" }, savedAt: AT });
    await look(null, "IMP-7K3M-Q2XD");
    expect(screen.getByText(/ya se envió desde otra pestaña o dispositivo: IMP-7K3M-Q2XD/)).toBeVisible();
    await press("Vaciar y empezar de nuevo");
    expect(box()).toHaveValue("");
  });
});

it("closing asks from the first key until it is sent or emptied, saved or not; a page where nothing was typed never does", async () => {
  show({ version: ONE, data: { body: "De ayer" }, savedAt: AT });
  expect(closes()).toBe("closes");
  write("De ayer y hoy");
  expect(closes()).toBe("asks");
  await pass(1000);
  await answer(0);
  expect(closes()).toBe("asks");
  write("");
  expect(closes()).toBe("closes");
});

it("going on inside the site asks only while the text is not safe", async () => {
  const questions: string[] = [];
  window.confirm = (question) => {
    questions.push(question ?? "");
    return false;
  };
  show();
  const link = document.body.appendChild(Object.assign(document.createElement("a"), { href: "/portal/tickets" }));
  let went = 0;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    went += 1;
  });
  write("Hola");
  await pass(1000);
  await answer(0);
  link.click();
  expect([went, questions.length]).toEqual([1, 0]);
  await pass(2000);
  write("Hola y más");
  await pass(1000);
  await act(async () => saves()[1]?.fail());
  link.click();
  expect([went, questions]).toEqual([1, ["Lo que escribió todavía no se guarda en la mesa. ¿Desea salir de esta página?"]]);
  link.remove();
});

it("signing out leaves nothing in the browser", () => {
  localStorage.setItem("otra", "cosa");
  show();
  write("Hola");
  expect(inBrowser()).not.toBeNull();
  wipeLocal();
  expect(Object.keys(localStorage)).toEqual(["otra"]);
});

it("what was sent leaves the browser with its form", async () => {
  const { unmount } = show();
  write("Hola");
  await press("Enviar");
  await pass(2000);
  expect(sent).toHaveLength(1);
  unmount();
  expect(inBrowser()).toBeNull();
});
