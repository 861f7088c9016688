import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { createDb } from "@/lib/db/client";
import { env } from "@/lib/env";
import { ROOT } from "../setup/paths";
import { fit } from "./fit";
import { fitKnowledge } from "./fit-knowledge";
import { openSet, type OpenSet } from "./run-set";
import { queryFilesOf } from "./sets";
import { summarize } from "./summary";

const USAGE = `usage:
  npm run eval -- <set folder> --out run.jsonl [--queries queries-typo.jsonl]   runs one set
  npm run eval -- all [--sets folder] [--keep]                                  all sets, the table, and the figures kept in tests/
  npm run eval -- fit [--sets folder] [folder …]                                fits lib/duplicates/weights.json and lib/kb/weights.json`;

const SETS = join(ROOT, "..", "shared", "data", "retrieval");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: "string" }, queries: { type: "string" }, sets: { type: "string", default: SETS }, keep: { type: "boolean", default: false } },
});

async function main(): Promise<void> {
  const [command, ...more] = positionals;
  if (command === undefined) throw new Error(USAGE);
  if (command === "fit") return fitOn(more);
  const db = createDb({ url: env().DATABASE_URL, poolSize: 2 });
  try {
    if (command === "all") await summarize({ db, sets: values.sets, keep: values.keep, say });
    else await runOne(await openSet(db, resolve(command)), resolve(command));
  } finally {
    await db.$disconnect();
  }
}

async function runOne(set: OpenSet, folder: string): Promise<void> {
  if (!values.out) throw new Error(USAGE);
  const file = values.queries ?? (existsSync(join(folder, "pairs.jsonl")) ? "pairs.jsonl" : queryFilesOf(folder)[0]);
  if (file === undefined) throw new Error(`There are no queries in ${folder}.`);
  const lines = await set.run(file);
  writeFileSync(values.out, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  say(`${file}: ${lines.length} answers → ${values.out}`);
}

function fitOn(folders: readonly string[]): void {
  const dev = join(values.sets, "dev");
  const all = folders.length > 0 ? folders.map((folder) => resolve(folder)) : readdirSync(dev).map((name) => join(dev, name));
  const nameOf = (folder: string) => folder.split(/[\\/]/).at(-1) ?? "";
  const streams = all.filter((folder) => nameOf(folder).startsWith("dup-"));
  const knowledge = all.filter((folder) => nameOf(folder).startsWith("kb-"));
  if (streams.length > 0) fit(streams, say);
  if (knowledge.length > 0) fitKnowledge(knowledge, say);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
