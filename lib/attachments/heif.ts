import "server-only";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { ok, refuse, type Result } from "@/lib/result";

export type Pixels = { pixels: Uint8Array; info: { width: number; height: number; channels: 4 } };

const PATIENCE_MS = 30_000;

/** Of a process that serves from the project's folder, as all of ours do. */
const WORKER = join(process.cwd(), "lib/attachments/heif-worker.mjs");

/**
 * The first picture of a HEIC file. Decoded in a thread of its own, which ends with it: what a broken file does to the decoder (a WebAssembly
 * module with its own memory) stays there, and one that takes too long is ended.
 */
export function decodeHeif(path: string, pixelsMax: number): Promise<Result<Pixels, "IMAGE_TOO_LARGE" | "IMAGE_UNREADABLE">> {
  return new Promise((resolve) => {
    const worker = new Worker(WORKER, { workerData: { path, pixelsMax }, resourceLimits: { maxOldGenerationSizeMb: 256 }, stdout: true, stderr: true });
    const end = (answer: Result<Pixels, "IMAGE_TOO_LARGE" | "IMAGE_UNREADABLE">) => {
      clearTimeout(patience);
      resolve(answer);
      void worker.terminate();
    };
    const patience = setTimeout(() => end(refuse("IMAGE_UNREADABLE")), PATIENCE_MS);
    worker.once("message", (message: { problem: "IMAGE_TOO_LARGE" | "IMAGE_UNREADABLE" } | { pixels: Uint8Array; width: number; height: number }) => {
      if ("problem" in message) return end(refuse(message.problem));
      return end(ok({ pixels: message.pixels, info: { width: message.width, height: message.height, channels: 4 } }));
    });
    worker.once("error", () => end(refuse("IMAGE_UNREADABLE")));
    worker.once("exit", () => end(refuse("IMAGE_UNREADABLE")));
  });
}
