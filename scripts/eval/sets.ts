import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const documentSchema = z.object({ id: z.string(), title: z.string(), body: z.string() });
const querySchema = z.object({
  id: z.string(),
  kind: z.enum(["dup", "neg"]).optional(),
  text: z.string().optional(),
  title: z.string().optional(),
  body: z.string().optional(),
  rel: z.array(z.string()).optional(),
  cand: z.array(z.string()).optional(),
});
const pairSchema = z.object({ id: z.string(), a: z.string(), b: z.string() });

export type EvalDocument = z.infer<typeof documentSchema>;
export type EvalQuery = z.infer<typeof querySchema>;
export type EvalPair = z.infer<typeof pairSchema>;
/** What the scorer reads: hits best first; `conf`, how sure the first one is; `score` for a pair. */
export type RunLine = { id: string; hits: Array<{ id: string; score: number }>; conf?: number; score?: number };

/** The desk's own decisions come as one file, each line with its type ("Asuntos repetidos → Descargar decisiones"). */
const EXPORT = "duplicates.jsonl";

export function readDocuments(folder: string): EvalDocument[] {
  return readTyped(folder, "docs.jsonl", "doc").map((line) => documentSchema.parse(line));
}

export function readQueries(folder: string, file: string): EvalQuery[] {
  return readTyped(folder, file, "query").map((line) => querySchema.parse(line));
}

export function readPairs(folder: string, file: string): EvalPair[] {
  return readLines(join(folder, file)).map((line) => pairSchema.parse(line));
}

/** `queries.jsonl` and its spoilt twins, where there are any. */
export function queryFilesOf(folder: string): string[] {
  if (existsSync(join(folder, EXPORT))) return ["queries.jsonl"];
  return readdirSync(folder).filter((file) => /^queries(?:-[a-z]+)?\.jsonl$/.test(file)).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

function readTyped(folder: string, file: string, type: "doc" | "query"): unknown[] {
  const all = join(folder, EXPORT);
  if (!existsSync(all)) return readLines(join(folder, file));
  return readLines(all).filter((line) => typedSchema.safeParse(line).data?.type === type);
}

const typedSchema = z.object({ type: z.string() });

function readLines(file: string): unknown[] {
  return readFileSync(file, "utf8").split("\n").filter(Boolean).map((line): unknown => JSON.parse(line));
}
