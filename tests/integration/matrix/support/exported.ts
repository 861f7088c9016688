import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "@/scripts/setup/paths";

/** The names of the functions that the files below a folder of lib/ export and that take a context, and with it an actor or a database. */
export function exportedOperations(folder: string): string[] {
  return filesBelow(join(ROOT, "lib", folder)).flatMap((file) => {
    const text = readFileSync(file, "utf8");
    const functions = text.matchAll(/^export (?:async )?function (\w+)(?:<[^>]*>)?\(\s*(?:ctx|context|reader|\{[^}]*\})\s*:\s*(?:Pick<)?(?:PublicContext|KnowledgeReader|Context)\b/gm);
    return [...functions].map((match) => match[1]!);
  });
}

/** The names of the jobs that the files below a folder export. */
export function exportedJobs(folder: string): string[] {
  return filesBelow(join(ROOT, "lib", folder)).flatMap((file) => [...readFileSync(file, "utf8").matchAll(/^export const (\w+) = defineJob\(/gm)].map((match) => match[1]!));
}

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.name.endsWith(".ts") ? [path] : [];
  });
}
