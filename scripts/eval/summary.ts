import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { Db } from "@/lib/db/client";
import { ROOT } from "../setup/paths";
import { openSet } from "./run-set";
import { queryFilesOf } from "./sets";

const FIGURES = join(ROOT, "tests", "eval-figures.json");
/** A figure that falls further than this is a loss, not noise. */
const TOLERANCE = 1;

type Figures = Record<string, Record<string, number>>;
const figuresSchema = z.record(z.string(), z.record(z.string(), z.number()));
/** What counts of each kind of set: what is printed, and held against what was kept. */
const COUNTED: Record<string, readonly string[]> = { dup: ["MAP", "P1", "R5", "R@1%FA", "thr@1%FA", "R@5%FA"], kb: ["MRR", "P1", "R5"], sim: ["MAP", "MRR"], sts: ["pearson", "spearman"] };
const KEPT: Record<string, readonly string[]> = { dup: ["MAP", "R@1%FA"], kb: ["MRR"], sim: ["MAP"], sts: ["pearson"] };

/**
 * Runs every dev set, prints the table and one figure over all, and compares with the figures kept in tests/eval-figures.json.
 * @throws when one has fallen by more than a point
 */
export async function summarize({ db, sets, keep, say }: { db: Db; sets: string; keep: boolean; say: (text: string) => void }): Promise<void> {
  const dev = join(sets, "dev");
  if (!existsSync(dev)) {
    say(`There are no evaluation sets at ${dev}: nothing was measured. Name their folder: npm run eval -- all --sets <folder>`);
    return;
  }
  const figures: Figures = {};
  const directory = mkdtempSync(join(tmpdir(), "mesa-runs-"));
  try {
    for (const name of readdirSync(dev).filter((each) => /^(?:dup|kb|sim|sts)-/.test(each)).sort()) {
      const folder = join(dev, name);
      const began = performance.now();
      const set = await openSet(db, folder);
      const files = existsSync(join(folder, "pairs.jsonl")) ? ["pairs.jsonl"] : queryFilesOf(folder);
      for (const file of files) {
        const out = join(directory, "run.jsonl");
        writeFileSync(out, (await set.run(file)).map((line) => `${JSON.stringify(line)}\n`).join(""));
        const label = file === "queries.jsonl" || file === "pairs.jsonl" ? name : `${name}:${file.replace(/^queries-|\.jsonl$/g, "")}`;
        figures[label] = score({ sets, folder, out, file });
        say(`${label.padEnd(26)} ${describe(label, figures[label])}   (${((performance.now() - began) / 1000).toFixed(0)} s)`);
      }
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  say(`\n${overall(figures)}`);
  if (keep) {
    writeFileSync(FIGURES, `${JSON.stringify(keptOf(figures), null, 1)}\n`);
    return say("Kept in tests/eval-figures.json.");
  }
  const losses = lossesOf(figures);
  if (losses.length > 0) throw new Error(`Worse than what is kept in tests/eval-figures.json:\n  ${losses.join("\n  ")}`);
  say(`No figure is more than ${TOLERANCE} point below the one kept in tests/eval-figures.json.`);
}

function score({ sets, folder, out, file }: { sets: string; folder: string; out: string; file: string }): Record<string, number> {
  const scorer = spawnSync(process.execPath, [join(sets, "eval.mjs"), folder, out, ...(file.startsWith("queries") ? [file] : [])], { encoding: "utf8" });
  if (scorer.status !== 0) throw new Error(`The scorer failed on ${folder}:\n${scorer.stderr}`);
  const result: unknown = JSON.parse(scorer.stdout);
  return z.record(z.string(), z.unknown()).transform((all) => Object.fromEntries(Object.entries(all).filter((entry): entry is [string, number] => typeof entry[1] === "number"))).parse(result);
}

function describe(label: string, figures: Record<string, number>): string {
  return (COUNTED[kindOf(label)] ?? []).map((name) => `${name} ${figures[name]?.toFixed(name.startsWith("thr") ? 2 : 1) ?? "?"}`).join("   ");
}

function overall(figures: Figures): string {
  const mean = (kind: string, name: string) => {
    const values = Object.entries(figures).flatMap(([label, each]) => (kindOf(label) === kind && each[name] !== undefined ? [each[name]] : []));
    return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  };
  const [map, alarms, mrr] = [mean("dup", "MAP"), mean("dup", "R@1%FA"), mean("kb", "MRR")];
  return `Duplicates: MAP ${map.toFixed(1)}, R@1%FA ${alarms.toFixed(1)}. Knowledge base: MRR ${mrr.toFixed(1)}. In one figure (their mean): ${((map + alarms + mrr) / 3).toFixed(1)}`;
}

function keptOf(figures: Figures): Figures {
  return Object.fromEntries(Object.entries(figures).map(([label, each]) => [label, Object.fromEntries((KEPT[kindOf(label)] ?? []).map((name) => [name, each[name] ?? 0]))]));
}

function lossesOf(figures: Figures): string[] {
  const kept = figuresSchema.parse(JSON.parse(readFileSync(FIGURES, "utf8")));
  return Object.entries(kept).flatMap(([label, each]) =>
    Object.entries(each).flatMap(([name, value]) => {
      const now = figures[label]?.[name];
      return now === undefined || now < value - TOLERANCE ? [`${label} ${name}: ${now ?? "not measured"}, kept ${value}`] : [];
    }),
  );
}

function kindOf(label: string): string {
  return label.split("-")[0] ?? "";
}
