import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const documentSchema = z.object({ id: z.string(), title: z.string(), body: z.string() });
const querySchema = z.object({ id: z.string(), kind: z.enum(["dup", "neg"]).optional(), text: z.string().optional() });

export type EvalDocument = z.infer<typeof documentSchema>;
export type EvalQuery = z.infer<typeof querySchema>;
export type RunLine = { id: string; hits: Array<{ id: string; score: number }>; conf?: number };

export function readDocuments(folder: string): EvalDocument[] {
  return readLines(join(folder, "docs.jsonl")).map((line) => documentSchema.parse(line));
}

export function readQueries(folder: string, file: string): EvalQuery[] {
  return readLines(join(folder, file)).map((line) => querySchema.parse(line));
}

function readLines(file: string): unknown[] {
  return readFileSync(file, "utf8").split("\n").filter(Boolean).map((line): unknown => JSON.parse(line));
}
