import { limitsOf } from "@/lib/attachments/limits";
import { refusalOf } from "@/components/attachments/file-rules";
import { countOf, nextToStart, readinessOf, uploadsAfter, type UploadAction, type UploadItem, type UploadStatus } from "@/components/attachments/upload-list";
import { problemOf } from "@/components/attachments/upload-problem";
import { sizeText } from "@/components/attachments/upload-texts";

const item = (id: string, status: UploadStatus, more: Partial<UploadItem> = {}): UploadItem => ({ id, name: `${id}.png`, size: 100, type: "image/png", status, loaded: 0, problem: null, preview: null, ...more });
const after = (items: UploadItem[], ...actions: UploadAction[]) => actions.reduce(uploadsAfter, items as readonly UploadItem[]);

describe("files on their way", () => {
  it("go three at a time, in their order", () => {
    const items = [item("a", "uploading"), item("b", "waiting"), item("c", "done"), item("d", "waiting"), item("e", "waiting")];
    expect(nextToStart(items).map(({ id }) => id)).toEqual(["b", "d"]);
  });

  it("make progress only while they go: a late report moves no paused file", () => {
    expect(after([item("a", "uploading")], { type: "progressed", id: "a", loaded: 140 })[0]).toMatchObject({ loaded: 100 });
    expect(after([item("a", "uploading")], { type: "paused", id: "a" }, { type: "progressed", id: "a", loaded: 40 })[0]).toMatchObject({ loaded: 0 });
  });

  it("keep their place when one is edited", () => {
    expect(after([item("a", "done"), item("b", "done")], { type: "replaced", id: "a", by: item("x", "waiting") }).map(({ id }) => id)).toEqual(["x", "b"]);
  });

  it("become those of the draft that was written on elsewhere, and what is on its way goes on", () => {
    const before = [item("a", "done"), item("b", "done"), item("c", "uploading")];
    expect(after(before, { type: "taken", ids: ["x", "b"], items: [item("x", "done")] }).map(({ id }) => id)).toEqual(["x", "b", "c"]);
  });

  it("let the message go when each is there or refused, hold it while one goes, and stop it for one that stopped", () => {
    expect(readinessOf([item("a", "done"), item("b", "refused")])).toBe("ready");
    expect(readinessOf([item("a", "done"), item("b", "waiting")])).toBe("busy");
    expect(readinessOf([item("a", "uploading"), item("b", "failed")])).toBe("stopped");
    expect(readinessOf([item("a", "paused")])).toBe("stopped");
  });

  it("do not count when they are refused", () => {
    expect(countOf([item("a", "done"), item("b", "refused"), item("c", "failed")])).toBe(2);
  });
});

describe("what a message takes", () => {
  const limits = limitsOf({ maxFileMegabytes: 16, maxFiles: 2, types: ["png", "jpeg", "pdf", "log"] });

  it.each([
    [{ name: "factura.PDF", size: 1, type: "" }, 0, null],
    [{ name: "server.log", size: 16 * 1024 * 1024, type: "" }, 0, null],
    [{ name: "server.log", size: 16 * 1024 * 1024 + 1, type: "" }, 0, "tooLarge"],
    [{ name: "instalar.exe", size: 1, type: "" }, 0, "wrongType"],
    [{ name: "pantalla.png", size: 1, type: "text/html" }, 0, "wrongType"],
    [{ name: "dibujo.svg", size: 1, type: "image/svg+xml" }, 0, "wrongType"],
    [{ name: "vacio.pdf", size: 0, type: "" }, 0, "empty"],
    [{ name: "tercero.pdf", size: 1, type: "" }, 2, "tooMany"],
  ])("%p after %p: %p", (file, taken, refusal) => {
    expect(refusalOf(file, limits, taken)).toBe(refusal);
  });
});

describe("an upload that stopped", () => {
  const answer = (status: number, code: string | null = null) => problemOf({ status, code, message: code && "Porque no." });

  it("is tried again for what another try can mend, and not for what is wrong with the file", () => {
    expect([answer(0), answer(401, "SIGNED_OUT"), answer(409, "UPLOAD_BUSY"), answer(410), answer(503)].map(({ isFinal }) => isFinal)).toEqual([false, false, false, false, false]);
    expect([answer(400, "FILE_TOO_LARGE"), answer(415, "IMAGE_UNREADABLE"), answer(413)].map(({ isFinal }) => isFinal)).toEqual([true, true, true]);
  });

  it("says the server's words about the file, and ours about the line and the session", () => {
    expect(answer(415, "FILE_TYPE_MISMATCH").message).toBe("Porque no.");
    expect(answer(401, "SIGNED_OUT")).toMatchObject({ kind: "signedOut", message: null });
    expect(answer(0)).toMatchObject({ kind: "offline", message: null });
  });
});

it("says sizes as people do", () => {
  expect([0, 950, 12_345, 1_400_000, 16_777_216].map((bytes) => sizeText(bytes, "es-MX"))).toEqual(["1 kB", "1 kB", "12 kB", "1.3 MB", "16 MB"]);
});
