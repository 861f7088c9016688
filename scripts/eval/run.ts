/**
 * Runs an evaluation set through the product's own rules and writes what the set's scorer reads.
 *   tsx scripts/eval/run.ts <set folder> --out run.jsonl [--queries queries-typo.jsonl]
 */
import { writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { runDuplicates } from "./duplicates";
import { runKnowledge } from "./knowledge";
import { readDocuments, readQueries, type RunLine } from "./sets";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: "string" }, queries: { type: "string", default: "queries.jsonl" } },
});
const [folder] = positionals;
if (!folder || !values.out) throw new Error("usage: tsx scripts/eval/run.ts <set folder> --out run.jsonl [--queries queries.jsonl]");

const lines = runSet(resolve(folder), values.queries);
writeFileSync(values.out, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
process.stdout.write(`${basename(folder)} ${values.queries}: ${lines.length} queries → ${values.out}\n`);

function runSet(set: string, queries: string): RunLine[] {
  const kind = basename(set).split("-")[0];
  if (kind === "dup") return runDuplicates(readDocuments(set), readQueries(set, queries));
  if (kind === "kb") return runKnowledge(readDocuments(set), readQueries(set, queries));
  throw new Error(`a set of kind "${kind}" cannot be run yet: dup-* and kb-* can`);
}
