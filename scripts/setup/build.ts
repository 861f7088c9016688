import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { CommandFailed, runBin } from "./run";
import { ROOT } from "./paths";

const SOURCES = ["app", "components", "lib", "public", "prisma/models", "proxy.ts", "instrumentation.ts", "next.config.mjs", "tailwind.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json"];
const MARK = join(ROOT, ".next", "mesa-sources");

/** Builds when the sources changed since the last build. Says what it does; a failed build shows the framework's own words. */
export async function buildIfNeeded(say: (text: string) => void): Promise<void> {
  const hash = hashSources();
  if (existsSync(MARK) && readFileSync(MARK, "utf8") === hash) return;
  say("Building (about a minute) …");
  try {
    await runBin("next/dist/bin/next", ["build"], { quiet: true, env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } });
  } catch (error) {
    if (error instanceof CommandFailed) process.stderr.write(error.output);
    throw error;
  }
  writeFileSync(MARK, hash);
}

function hashSources(): string {
  const hash = createHash("sha256");
  for (const source of SOURCES) for (const file of filesUnder(join(ROOT, source))) hash.update(relative(ROOT, file)).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesUnder(join(path, entry.name)));
}
