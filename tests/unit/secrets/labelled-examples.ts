import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { SECRET_KINDS } from "@/lib/secrets/types";

/** Messages as customers write them, each secret in them with its place and kind; those without are ordinary ones that tempt. */
const example = z.strictObject({
  id: z.string(),
  text: z.string(),
  secrets: z.array(z.strictObject({ kind: z.enum(SECRET_KINDS), start: z.int(), end: z.int() })),
});
export type Example = z.output<typeof example>;

/** "held-out" was written before the rule and is only ever measured. */
export function readExamples(part: "tuning" | "held-out"): Example[] {
  const lines = readFileSync(join(__dirname, `../../fixtures/secrets/${part}.jsonl`), "utf8").trim().split("\n");
  return lines.map((line) => example.parse(JSON.parse(line)));
}
