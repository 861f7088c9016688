import "server-only";
import { setImmediate as breathe } from "node:timers/promises";
import type { Readable } from "node:stream";
import { decodeText } from "@/lib/attachments/text-content";
import { turns } from "@/lib/attachments/turns";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { log } from "@/lib/log";
import { scanInSteps, type LineFinding } from "@/lib/secrets/scan-file";
import { isScanned, SCANNED_BYTES, SCANNED_CHARACTERS } from "@/lib/secrets/scanned-files";
import type { FileFinding } from "@/lib/secrets/types";
import { storageOf } from "@/lib/storage/storage";
import type { StorageBackend } from "@/lib/storage/types";

/** Of looking, for all files of one message: whoever sends waits for it, and everybody else shares the machine. */
const MOST_MS = 3_000;
/** One file's text in memory at a time. */
const inTurn = turns(1);

type Upload = { id: string; name: string; backend: StorageBackend; objectKey: string; size: number };
type Looked = Pick<FileFinding, "kinds" | "lines" | "isPartial">;

/** What is in a file never changes: a form that is sent again is not looked through again. */
const looked = new Map<string, Looked>();
const MOST_KEPT = 500;

/**
 * Which text files among a person's unsent uploads seem to hold secrets, as they are stored. At most so many characters of each, and so
 * much time for all. What the store cannot give now is not looked at: a message is not lost for a warning.
 * @param told uploads that the person was told of
 */
export async function findSecretsInUploads({ db, actor }: Context<PersonActor>, { ids = [], told = [] }: { ids?: readonly string[]; told?: readonly string[] }): Promise<FileFinding[]> {
  const asked = ids.filter((id) => !told.includes(id));
  if (asked.length === 0) return [];
  const rows = await db.attachment.findMany({
    where: { id: { in: asked }, uploaderId: actor.userId, claimedAt: null, kind: "file" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, name: true, backend: true, objectKey: true, size: true },
  });
  const until = performance.now() + MOST_MS;
  const found: FileFinding[] = [];
  for (const row of rows.filter(({ name }) => isScanned(name))) {
    const { kinds, lines, isPartial } = looked.get(row.id) ?? (await inTurn(() => look(row, until)));
    if (kinds.length > 0) found.push({ id: row.id, name: row.name, kinds, lines, isPartial });
  }
  return found;
}

async function look(row: Upload, until: number): Promise<Looked> {
  try {
    const text = await readText(row);
    const { findings, isWhole } = await scan(text, until);
    const answer = { kinds: [...new Set(findings.map(({ kind }) => kind))], lines: [...new Set(findings.map(({ line }) => line))], isPartial: !isWhole || row.size > SCANNED_BYTES || text.length > SCANNED_CHARACTERS };
    if (isWhole) remember(row.id, answer);
    return answer;
  } catch (error) {
    log.error({ err: error, backend: row.backend }, "files: a text could not be looked through for secrets");
    return { kinds: [], lines: [], isPartial: true };
  }
}

async function readText({ backend, objectKey, size }: Upload): Promise<string> {
  const end = Math.min(size, SCANNED_BYTES);
  const bytes = await bytesOf(await storageOf(backend).range(objectKey, { start: 0, end: end - 1 }));
  return decodeText(bytes, { isCut: end < size });
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(pieces);
}

async function scan(text: string, until: number): Promise<{ findings: LineFinding[]; isWhole: boolean }> {
  const steps = scanInSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return { findings: step.value, isWhole: true };
    if (performance.now() > until) return { findings: step.value(), isWhole: false };
    await breathe();
  }
}

function remember(id: string, answer: Looked): void {
  if (looked.size >= MOST_KEPT) looked.delete(looked.keys().next().value ?? "");
  looked.set(id, answer);
}
