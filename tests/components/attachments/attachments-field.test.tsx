import { act, fireEvent, render, screen } from "@testing-library/react";
import { AttachmentsField } from "@/components/attachments/attachments-field";
import { fillFiles, filesOfDraft } from "@/components/attachments/form-attachments";
import { formFiles } from "@/components/attachments/form-files";
import { limitsOf } from "@/lib/attachments/limits";
import type { AttachmentView } from "@/lib/attachments/types";
import type { FileFinding } from "@/lib/secrets/types";
import { replaceNetwork } from "@/tests/components/support/network";
import { testEnvironment } from "@/tests/support/environment";

Object.assign(process.env, testEnvironment("postgresql://unused"));

const asked = replaceNetwork();
const sent: string[] = [];

beforeEach(() => {
  sent.length = 0;
});

const KEPT: AttachmentView = { id: "6f1c1a52-6d0c-4b7e-9a59-0f6f4d9f7b11", name: "uno.log", size: 8, kind: "file", width: null, height: null, href: "/api/files/1", downloadHref: "/api/files/1?download=1", thumbnailHref: null };
const changes: string[][] = [];

function show({ initial, asked }: { initial?: AttachmentView[]; asked?: FileFinding[] } = {}) {
  changes.length = 0;
  render(
    <form
      onSubmit={(event) => {
        event.preventDefault();
        sent.push(((event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null)?.name || "send");
      }}
    >
      <textarea aria-label="Descripción" />
      <AttachmentsField
        {...formFiles(limitsOf({ maxFileMegabytes: 1, maxFiles: 2, types: ["png", "log"] }))}
        initial={initial}
        asked={asked}
        onChange={() => changes.push(filesOfDraft(document.querySelector("form")).attachments ?? [])}
      />
      <button type="submit">
        Enviar
      </button>
      <button type="submit" name="discard">
        Descartar
      </button>
      <button type="submit" name="check">
        Buscar
      </button>
    </form>,
  );
}

const log = (name: string, text = "renglón\n") => new File([text], name, { type: "text/plain" });
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));
const paste = (files: File[], types = ["Files"]) => fireEvent.paste(screen.getByLabelText("Descripción"), { clipboardData: { files, types } });
const rows = () => screen.queryAllByRole("listitem").map((row) => row.textContent);
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

async function choose(...files: File[]) {
  const input = document.querySelector<HTMLInputElement>("input[type=file][multiple]")!;
  Object.defineProperty(input, "files", { value: files, configurable: true });
  fireEvent.change(input);
  await settle();
}

it("refuses what is not taken, each with its reason, and sends the message without it", async () => {
  show();
  await choose(log("vacio.log", ""), log("programa.exe"), log("grande.log", "x".repeat(1024 * 1024 + 1)));
  expect(rows()).toEqual([
    expect.stringContaining("vacio.logNo se envía: el archivo está vacío."),
    expect.stringContaining("programa.exeNo se envía: este tipo de archivo no se acepta. Se aceptan: png, log."),
    expect.stringContaining("grande.logNo se envía: pesa más de 1 MB."),
  ]);
  expect(asked).toEqual([]);
  press("Enviar");
  expect(sent).toEqual(["send"]);
});

it("counts what the message has, not what was refused", async () => {
  show();
  await choose(log("programa.exe"), log("uno.log"), log("dos.log"), log("tres.log"));
  expect(rows()[1]).toContain("Subiendo");
  expect(rows()[2]).toContain("Subiendo");
  expect(rows()[3]).toContain("un mensaje lleva hasta 2 archivos");
});

it("takes what is pasted in the form, and leaves a pasted text alone that brings a picture along", async () => {
  show();
  paste([log("tabla.log")], ["text/plain", "text/html", "Files"]);
  await settle();
  expect(rows()).toEqual([]);
  paste([log("pegado.log")]);
  await settle();
  expect(rows()).toEqual([expect.stringContaining("pegado.log")]);
});

it("holds the message while a file is on its way, sends it once nothing is, and lets other buttons through", async () => {
  show();
  await choose(log("uno.log"));
  press("Enviar");
  expect(screen.getByRole("alert")).toHaveTextContent("Se enviará en cuanto terminen de subir los archivos.");
  press("Buscar");
  expect(sent).toEqual(["check"]);
  await act(async () => press("Quitar uno.log"));
  expect(sent).toEqual(["check", "send"]);
  expect(screen.queryByRole("alert")).toBeNull();
});

const posted = () => [...document.querySelectorAll<HTMLInputElement>("input[name=attachment]")].map(({ value }) => value);
const form = () => document.querySelector("form");

it("lets go of its files when one starts over, so that they do not come back with the next form", async () => {
  show({ initial: [KEPT] });
  press("Descartar");
  expect([sent, rows(), filesOfDraft(form())]).toEqual([["discard"], [], {}]);
});

it("begins with the files of its draft, without asking for them, and tells the draft of each change", async () => {
  show({ initial: [KEPT] });
  expect(rows()).toEqual([expect.stringContaining("uno.logListo")]);
  expect([posted(), filesOfDraft(form()), changes, asked]).toEqual([[KEPT.id], { attachments: [KEPT.id] }, [], []]);
  await act(async () => press("Quitar uno.log"));
  expect([posted(), filesOfDraft(form()), changes]).toEqual([[], {}, [[]]]);
});

it("takes the files of a draft that was written on elsewhere, and says when one of them is gone", async () => {
  const gone = "7a2d2b63-7e1d-4c8f-8b6a-1a7a5e0a8c22";
  show();
  act(() => fillFiles(form(), [KEPT.id, gone]));
  expect(asked[0]).toMatchObject({ url: "/api/uploads/own", body: { ids: [KEPT.id, gone] } });
  expect(filesOfDraft(form())).toEqual({ attachments: [KEPT.id, gone] });
  await act(async () => asked[0]?.answer([KEPT]));
  expect([posted(), changes]).toEqual([[KEPT.id], [[KEPT.id]]]);
});

it("keeps a draft's files when the server cannot say what they are", async () => {
  show();
  act(() => fillFiles(form(), [KEPT.id]));
  await act(async () => asked[0]?.fail());
  expect([filesOfDraft(form()), changes]).toEqual([{ attachments: [KEPT.id] }, []]);
});

const told = () => [...document.querySelectorAll<HTMLInputElement>("input[name=filesKept]")].map(({ value }) => value);

it("warns of secrets in a text file, says that its sender was told, and forgets it with the file", async () => {
  show({ asked: [] });
  const file = log("sitio.log");
  // jsdom's own files cannot be read as text.
  Object.assign(file, { slice: () => ({ text: async () => "APP_ENV=production\nDB_PASSWORD=k7.Lima\n" }) });
  await choose(file);
  expect(screen.getByText(/El archivo «sitio.log» parece traer datos secretos: dato de configuración \(renglón 2\)/)).toBeVisible();
  expect(told()).toHaveLength(1);
  press("Entendido");
  expect([screen.queryByText(/parece traer/), told().length]).toEqual([null, 1]);
  await act(async () => press("Quitar sitio.log"));
  expect(told()).toEqual([]);
});

it("says what the server found in a file that this browser does not have, and sends it the next time", async () => {
  show({ initial: [KEPT], asked: [{ id: KEPT.id, name: "uno.log", kinds: ["password"], lines: [1, 2, 3, 4, 5, 6], isPartial: true }] });
  expect(screen.getByText(/«uno.log» parece traer datos secretos: contraseña \(renglón 1, 2, 3, 4, 5…\)/)).toBeVisible();
  expect(screen.getByText(/«uno.log» es muy grande/)).toBeVisible();
  expect(told()).toEqual([KEPT.id]);
  await act(async () => press("Quitar uno.log"));
  expect([screen.queryByText(/uno.log/), told()]).toEqual([null, []]);
});

it("looks through no file of what stays inside of the desk", async () => {
  show();
  const file = log("sitio.log");
  Object.assign(file, { slice: () => ({ text: async () => "DB_PASSWORD=k7.Lima\n" }) });
  await choose(file);
  expect(screen.queryByText(/parece traer/)).toBeNull();
});
