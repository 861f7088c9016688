import { existsSync, readFileSync } from "node:fs";

const ERROR = 50;

/** Prints what the server logged as an error during the run: a page can look well while something behind it failed. */
export function reportServerErrors(logFile: string): void {
  if (!existsSync(logFile)) return;
  const lines = readFileSync(logFile, "utf8").split("\n");
  const errors = lines.filter((line) => isError(line));
  if (errors.length === 0) return;
  process.stdout.write(`\nThe server logged ${errors.length} ${errors.length === 1 ? "error" : "errors"} during the browser tests:\n${errors.slice(0, 20).join("\n")}\n`);
}

function isError(line: string): boolean {
  if (!line.startsWith("{")) return /^\s*(⨯|Error:|TypeError:)/.test(line);
  try {
    const { level } = JSON.parse(line) as { level?: unknown };
    return typeof level === "number" && level >= ERROR;
  } catch {
    return false;
  }
}
