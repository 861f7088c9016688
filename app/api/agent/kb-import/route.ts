import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { IMPORT } from "@/app/agent/kb/import/_data/addresses";
import { contextOf } from "@/lib/actions/context";
import { lookAtKnowledgeFile, type LookedFile } from "@/lib/kb/import/commands/look-at-file";
import { IMPORT_MAX_MEGABYTES } from "@/lib/kb/import/limits";
import { log } from "@/lib/log";
import { removeScratch, scratchPath } from "@/lib/storage/parts";
import { fileOf, leadTo } from "../_lib/import-form";
import { staffOf } from "../_lib/staff-request";

/** Room for the other parts of the form. */
const MOST_BYTES = IMPORT_MAX_MEGABYTES * 1024 * 1024 + 10_000;

/** Takes the file of the page's form, which is sent by the browser itself: a file is more than a server action takes. Leads back to the page. */
export async function POST(request: Request): Promise<Response> {
  const gate = await staffOf(request);
  if ("answer" in gate) return gate.answer.status === 401 ? leadTo(`/sign-in?next=${encodeURIComponent(IMPORT)}`) : gate.answer;
  // Nobody else's file is even read.
  if (gate.actor.role !== "admin") return backTo({ refused: "FORBIDDEN" });
  if (!(Number(request.headers.get("content-length") ?? Number.NaN) <= MOST_BYTES)) return backTo({ refused: "KB_IMPORT_TOO_LARGE" });
  const file = await fileOf(request);
  if (!file) return backTo({ refused: "IMPORT_FILE_MISSING" });
  const path = await scratchPath();
  try {
    const looked = await lookAtKnowledgeFile(contextOf(gate.actor), await putDown(file, path));
    return backTo(looked.ok ? { import: looked.data.importId } : { refused: looked.code });
  } catch (error) {
    const reference = crypto.randomUUID().slice(0, 8);
    log.error({ err: error, route: "agent.kb-import", reference }, "route failed");
    return backTo({ refused: "UNEXPECTED", reference });
  } finally {
    await removeScratch(path);
  }
}

/** A zip's directory stands at its end: it is read from the disk. */
async function putDown(file: File, path: string): Promise<LookedFile> {
  const hash = createHash("sha256");
  const counted = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      hash.update(chunk);
      yield chunk;
    }
  };
  await pipeline(Readable.fromWeb(file.stream() as never), counted, createWriteStream(path));
  return { path, name: file.name, size: file.size, sha256: hash.digest("hex") };
}

function backTo(query: Record<string, string>): Response {
  return leadTo(`${IMPORT}?${new URLSearchParams(query)}`);
}
