import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { guardWords } from "@/components/secrets/guard-words";
import { SecretGuard } from "@/components/secrets/secret-guard";
import { fingerprintOf } from "@/lib/secrets/fingerprint";
import type { FindingView, SealedEntry } from "@/lib/secrets/types";

const MARK = "🔒 dato sellado";
const asked: { url: string; body: Record<string, unknown> }[] = [];
let isOnline = true;

beforeEach(() => {
  asked.length = 0;
  isOnline = true;
  globalThis.fetch = (async (url: string, request: RequestInit) => {
    if (!isOnline) throw new TypeError("Failed to fetch");
    asked.push({ url, body: JSON.parse(String(request.body)) as Record<string, unknown> });
    return { ok: true };
  }) as unknown as typeof fetch;
});

function show({ body = "", held = [], findings }: { body?: string; held?: SealedEntry[]; findings?: FindingView[] } = {}) {
  return render(
    <form aria-label="Formulario">
      <input name="subject" aria-label="Asunto" />
      <textarea name="body" aria-label="Texto" defaultValue={body} />
      <SecretGuard slot="new" fields={["subject", "body"]} held={held} words={guardWords()} asked={findings} />
    </form>,
  );
}

const box = () => screen.getByLabelText("Texto");
const sent = () => new FormData(screen.getByRole("form"));
const sealButton = (name: RegExp | string) => screen.findByRole("button", { name });

it("says nothing while there is nothing to say", async () => {
  show({ body: "Olvidé mi contraseña y no puedo entrar." });
  await act(() => new Promise((resolve) => setTimeout(resolve, 600)));
  expect(screen.queryByRole("button")).toBeNull();
  expect([...sent().keys()]).toEqual(["subject", "body"]);
});

it("marks the words, and what is shown counts as told", async () => {
  show();
  await userEvent.type(box(), "La contraseña es Ventas2024! gracias");
  expect(await screen.findByText("Ventas2024!", { selector: "mark" })).toBeVisible();
  expect(sent().getAll("secretsKept")).toEqual([fingerprintOf("Ventas2024!")]);
  expect(sent().get("body")).toBe("La contraseña es Ventas2024! gracias");
});

it("moves one out with one press, keeps it beside the draft, and puts it back", async () => {
  show({ body: "La contraseña es Ventas2024! y el NIP: 4821" });
  await userEvent.click(await sealButton("Sellar contraseña: Ventas2024!"));
  expect(box()).toHaveValue(`La contraseña es ${MARK} y el NIP: 4821`);
  expect(sent().getAll("sealed").map((text) => JSON.parse(String(text)))).toEqual([{ mark: MARK, kind: "password", value: "Ventas2024!" }]);
  expect(asked).toEqual([{ url: "/api/portal/held-secrets", body: { slot: "new", mark: MARK, kind: "password", value: "Ventas2024!" } }]);
  await userEvent.click(screen.getByRole("button", { name: `Deshacer ${MARK}` }));
  expect(box()).toHaveValue("La contraseña es Ventas2024! y el NIP: 4821");
  expect(sent().getAll("sealed")).toEqual([]);
  expect(asked.at(-1)).toEqual({ url: "/api/portal/held-secrets/drop", body: { slot: "new", mark: MARK } });
});

it("moves all out at once, in the subject too, each under a mark of its own", async () => {
  show({ body: "La contraseña es Ventas2024! y el NIP: 4821" });
  await userEvent.type(screen.getByLabelText("Asunto"), "tarjeta 4111111111111111");
  await screen.findByText("4111111111111111", { selector: "mark" });
  await userEvent.click(await sealButton("Sellar todos"));
  await waitFor(() => expect(box()).toHaveValue(`La contraseña es ${MARK} (2) y el NIP: ${MARK} (3)`));
  expect(screen.getByLabelText("Asunto")).toHaveValue(`tarjeta ${MARK}`);
  expect(sent().getAll("sealed")).toHaveLength(3);
});

it("says when a mark was deleted, and gives the value back all the same", async () => {
  show({ body: `Va ${MARK}`, held: [{ mark: MARK, kind: "password", value: "Nube.77" }] });
  await userEvent.clear(box());
  expect(await screen.findByText(/este dato no se enviará/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Poner la marca" }));
  expect(box()).toHaveValue(MARK);
  await userEvent.clear(box());
  await userEvent.click(screen.getByRole("button", { name: `Deshacer ${MARK}` }));
  expect(box()).toHaveValue("Nube.77");
});

it("says when nothing is kept of a mark, and when the value could not be kept with the draft", async () => {
  isOnline = false;
  show({ body: `Va ${MARK} y password: Otra.2025x` });
  expect(await screen.findByText(/Ya no tenemos el dato/)).toBeVisible();
  await userEvent.click(await sealButton(/^Sellar contraseña/));
  expect(await screen.findByRole("alert")).toHaveTextContent("no la cierre antes de enviar");
  expect(box()).toHaveValue(`Va ${MARK} y password: ${MARK} (2)`);
});

it("offers check boxes for what the server asked about, until the browser has read the text itself", async () => {
  const findings: FindingView[] = [{ field: "body", kind: "password", fingerprint: "f1", before: "es ", value: "Ventas2024!", after: "" }];
  show({ body: "La contraseña es Ventas2024!", findings });
  const [tick] = screen.getAllByRole<HTMLInputElement>("checkbox");
  expect([tick?.name, tick?.value, tick?.checked]).toEqual(["seal", "f1", false]);
  expect(sent().getAll("secretsKept")).toEqual(["f1"]);
  expect(await sealButton(/^Sellar contraseña/)).toBeVisible();
  expect(screen.queryByRole("checkbox")).toBeNull();
});

it("forgets everything when the form is begun anew", async () => {
  show({ body: `Va ${MARK}`, held: [{ mark: MARK, kind: "password", value: "Nube.77" }] });
  const form = screen.getByRole<HTMLFormElement>("form");
  expect(within(form).getByText(/Queda como/)).toBeVisible();
  act(() => form.reset());
  await waitFor(() => expect(sent().getAll("sealed")).toEqual([]));
});

it("reads and seals what is answered to a department's questions", async () => {
  render(
    <form aria-label="Formulario">
      <textarea name="body" aria-label="Texto" defaultValue="No puedo entrar." />
      <input type="text" name="answer_1" aria-label="Cuenta" defaultValue="usuario ana, contraseña: Nube.2024x" />
      <input type="radio" name="answer_2" aria-label="Otra" value="contraseña: Nube.2024x" />
      <SecretGuard slot="new" fields={["subject", "body", "answers"]} held={[]} words={guardWords()} />
    </form>,
  );
  expect(await screen.findByText("(en una respuesta)")).toBeVisible();
  await userEvent.click(await sealButton(/Sellar contraseña/));
  expect(screen.getByLabelText("Cuenta")).toHaveValue(`usuario ana, contraseña: ${MARK}`);
  expect(sent().getAll("sealed")).toEqual([JSON.stringify({ mark: MARK, kind: "password", value: "Nube.2024x" })]);
});

it("reads and writes the parts that a message was split into, and what stands behind them", async () => {
  render(
    <form aria-label="Formulario">
      <textarea name="body" aria-label="Texto" defaultValue="password: Nube.2024x" />
      <textarea name="partBody" aria-label="Parte 1" defaultValue="Uno. password: Nube.2024x" />
      <textarea name="partBody" aria-label="Parte 2" defaultValue="Dos. NIP: 4821" />
      <SecretGuard slot="new" fields={["subject", "body"]} held={[]} words={guardWords()} />
    </form>,
  );
  await userEvent.click(await sealButton("Sellar contraseña: Nube.2024x"));
  expect([box(), screen.getByLabelText("Parte 1"), screen.getByLabelText("Parte 2")].map((each) => (each as HTMLTextAreaElement).value)).toEqual([`password: ${MARK}`, `Uno. password: ${MARK}`, "Dos. NIP: 4821"]);
  expect(sent().getAll("sealed")).toHaveLength(1);
  await userEvent.click(screen.getByRole("button", { name: `Deshacer ${MARK}` }));
  expect(screen.getByLabelText("Parte 1")).toHaveValue("Uno. password: Nube.2024x");
});
