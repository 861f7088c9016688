import type { FileRouter } from "uploadthing/types";
import type { AttachmentView } from "@/lib/attachments/types";
import { problemOf, type UploadAnswer, type UploadProblem } from "./upload-problem";

/** Where uploads are asked for, and under which name the server's router knows them. */
const ADDRESS = "/api/uploadthing";
const SLUG = "attachment";

/** Waits before a file that was cut off is tried again by itself; after the last the person is asked. */
const PAUSES_MS = [500, 2000, 5000];

export interface Upload {
  pause: () => void;
  /** Goes on from the last byte that the server has, after a pause or a failure. */
  resume: () => void;
  stop: () => void;
}

interface Events {
  onProgress: (loaded: number) => void;
  /** With the file as the server keeps it, which may have another name and kind. */
  onDone: (stored: AttachmentView | null) => void;
  onFailed: (problem: UploadProblem) => void;
}

type Controls = { pauseUpload: (file: File) => void; resumeUpload: (file: File) => void; done: (file: File) => Promise<unknown> };

/**
 * Sends one file, in as many pieces as the line allows: each try names it by the same id, and goes on from the last byte that the server
 * has. One file a call: in a batch a bad one would take the others with it.
 */
export function startUpload({ file, id }: { file: File; id: string }, { onProgress, onDone, onFailed }: Events): Upload {
  let wanted: "run" | "pause" | "stop" = "run";
  let controls: Controls | null = null;
  let isOver = false;
  let isAsking = false;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function begin(): Promise<void> {
    const refused: Refused = { answer: null };
    isAsking = true;
    try {
      const begun = await createUpload(file, { id, refused, onProgress: (loaded) => wanted === "run" && onProgress(loaded) });
      controls = begun;
      isAsking = false;
      if (wanted !== "run") begun.pauseUpload(file);
      const sent = await begun.done(file);
      isOver = true;
      if (wanted !== "stop") onDone(storedIn(sent));
    } catch (error) {
      controls = null;
      isAsking = false;
      if (wanted === "run") failed(problemOf(refused.answer ?? answerIn(error)));
    }
  }

  function failed(problem: UploadProblem): void {
    const pause = problem.isFinal || problem.kind === "signedOut" ? undefined : PAUSES_MS[tries];
    tries += 1;
    if (pause === undefined) return onFailed(problem);
    timer = setTimeout(() => void begin(), pause);
  }

  function halt(): void {
    clearTimeout(timer);
    try {
      controls?.pauseUpload(file);
    } catch {
      // It was halted before.
    }
  }

  void begin();
  return {
    pause() {
      wanted = "pause";
      halt();
    },
    resume() {
      if (isOver) return;
      wanted = "run";
      tries = 0;
      if (controls) controls.resumeUpload(file);
      else if (!isAsking) void begin();
    },
    stop() {
      wanted = "stop";
      halt();
    },
  };
}

/** How the server said no: the library keeps neither the code nor the words. */
type Refused = { answer: UploadAnswer | null };

/** The library weighs more than the form: it comes with the first file. */
async function createUpload(file: File, { id, refused, onProgress }: { id: string; refused: Refused; onProgress: (loaded: number) => void }): Promise<Controls> {
  const { generateReactHelpers } = await import("@uploadthing/react");
  const helpers = generateReactHelpers<FileRouter>({ url: ADDRESS, fetch: listeningFetch(refused) });
  // The router's own type would tie this to the server; its one input is the file's id.
  const options = { files: [file], input: { customId: id }, onUploadProgress: ({ loaded }: { loaded: number }) => onProgress(loaded) };
  return helpers.createUpload(SLUG, options as Parameters<typeof helpers.createUpload>[1]);
}

/** For what the library asks with `fetch`: the address to send to, and how much of the file is there already. */
function listeningFetch(refused: Refused): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (response.ok) return response;
    refused.answer = { status: response.status, ...toldIn(await response.clone().text()) };
    // Where the file stands is not known: then nothing is sent.
    if (init?.method === "HEAD") throw new TypeError(`HEAD ${response.status}`);
    return response;
  };
}

function storedIn(sent: unknown): AttachmentView | null {
  const data = typeof sent === "object" && sent !== null && "serverData" in sent ? sent.serverData : null;
  return typeof data === "object" && data !== null && "href" in data ? (data as AttachmentView) : null;
}

function answerIn(error: unknown): UploadAnswer {
  const sent = error instanceof Error ? /^XHR failed (\d{3})/.exec(error.message) : null;
  const data: unknown = typeof error === "object" && error !== null && "data" in error ? error.data : null;
  return { status: sent ? Number(sent[1]) : 0, ...told(data) };
}

type Told = Pick<UploadAnswer, "code" | "message">;

function toldIn(text: string): Told {
  try {
    return told(JSON.parse(text));
  } catch {
    return told(null);
  }
}

function told(data: unknown): Told {
  if (typeof data !== "object" || data === null) return { code: null, message: null };
  const { code, message } = data as { code?: unknown; message?: unknown };
  return { code: typeof code === "string" ? code : null, message: typeof message === "string" ? message : null };
}
