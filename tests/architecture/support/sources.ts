import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { readCode } from "@/tests/architecture/support/code-reader";

export const ROOT = join(__dirname, "../../..");

export type Import = {
  /** As written. */
  specifier: string;
  /** The file of ours that is meant, from the root; null for a package. */
  file: string | null;
  /** Nothing of it is left at run time. */
  isTypeOnly: boolean;
  names: string[];
  line: number;
};

export type Source = {
  /** From the root, with slashes. */
  path: string;
  text: string;
  code: string;
  bare: string;
  lineCount: number;
  imports: Import[];
};

/** Every TypeScript file of ours below these folders (or the file itself), generated ones left out. */
export function readSources(...places: string[]): Source[] {
  return places.flatMap((place) => filesBelow(place)).map(readSource);
}

export function readSource(path: string): Source {
  const text = readFileSync(join(ROOT, path), "utf8");
  const { code, bare } = readCode(text);
  return { path, text, code, bare, lineCount: text.trimEnd().split("\n").length, imports: importsOf(path, code) };
}

/** "lib/tickets/queries.ts:12": what an editor opens. */
export function placeOf(source: Source, index: number): string {
  return `${source.path}:${lineAt(source.text, index)}`;
}

export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

const LEFT_OUT = new Set(["node_modules", "generated", ".next"]);

export function filesBelow(place: string): string[] {
  if (/\.[cm]?tsx?$/.test(place)) return [place];
  return readdirSync(join(ROOT, place), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(place, entry.name);
    if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : filesBelow(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const IMPORT = /(?:^|[;\s])(import|export)\s+(type\s+)?([^"';]*?)\bfrom\s*["']([^"']+)["']/g;
const BARE_IMPORT = /(?:^|[;\n])\s*import\s*["']([^"']+)["']/g;
const DYNAMIC_IMPORT = /\bimport\(\s*["']([^"']+)["']\s*\)(?!\s*\.[A-Z])/g;
const TYPE_IMPORT = /\bimport\(\s*["']([^"']+)["']\s*\)\s*\.[A-Z]/g;

function importsOf(path: string, code: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: string, index: number, isTypeOnly: boolean, names: string[] = []) =>
    found.push({ specifier, file: resolveFile(path, specifier), isTypeOnly, names, line: lineAt(code, index) });
  for (const match of code.matchAll(IMPORT)) {
    const [whole, , type, clause = "", specifier = ""] = match;
    const names = [...clause.matchAll(/(?:^|[{,])\s*(type\s+)?([\w$*]+)/g)];
    const isTypeOnly = type !== undefined || (/^\s*\{/.test(clause) && names.length > 0 && names.every((name) => name[1] !== undefined));
    add(specifier, match.index + whole.indexOf(specifier), isTypeOnly, names.map((name) => name[2]!));
  }
  for (const match of code.matchAll(BARE_IMPORT)) add(match[1]!, match.index + match[0].indexOf("import"), false);
  for (const match of code.matchAll(DYNAMIC_IMPORT)) add(match[1]!, match.index, false);
  for (const match of code.matchAll(TYPE_IMPORT)) add(match[1]!, match.index, true);
  return found;
}

function resolveFile(from: string, specifier: string): string | null {
  const isOurs = specifier.startsWith("@/") || specifier.startsWith(".");
  if (!isOurs) return null;
  const path = specifier.startsWith("@/") ? specifier.slice(2) : posix.join(dirname(from), specifier);
  const candidates = [`${path}.ts`, `${path}.tsx`, path, `${path}.d.ts`, `${path}/index.ts`];
  return candidates.find((candidate) => /\.\w+$/.test(candidate) && existsSync(join(ROOT, candidate))) ?? path;
}
