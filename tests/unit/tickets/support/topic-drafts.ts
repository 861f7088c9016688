import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ROOT } from "@/scripts/setup/paths";

const row = z.strictObject({ id: z.string(), topics: z.number(), subject: z.string(), body: z.string() });

/** A labelled draft: ⟦ stands in the file where a topic begins. */
export type LabelledDraft = { id: string; subject: string; body: string; topics: number; beginnings: number[] };

const BEGINNING = "\u27e6";

export function readDrafts(name: "working" | "held-out"): LabelledDraft[] {
  const lines = readFileSync(join(ROOT, `tests/fixtures/topics/${name}.jsonl`), "utf8").trim().split("\n");
  return lines.map((line) => {
    const { body, ...rest } = row.parse(JSON.parse(line));
    const pieces = body.split(BEGINNING);
    const beginnings = pieces.slice(0, -1).map((_, index) => pieces.slice(0, index + 1).join("").length);
    return { ...rest, body: pieces.join(""), beginnings };
  });
}

export const NAMES = ["acme.example", "tienda-acme.example", "globex.example", "envios-globex.example", "sonrisaclara.example", "eltintero.example", "robles-asociados.example"];
