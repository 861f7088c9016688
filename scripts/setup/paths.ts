import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";

export const ROOT = resolve(__dirname, "../..");

/** Where the desk keeps what is its own: the database, the secret, the demonstration password. `DATA_DIR` moves it. */
export function dataDirectory(): string {
  const directory = resolve(ROOT, process.env.DATA_DIR || ".data");
  mkdirSync(directory, { recursive: true });
  return directory;
}

export function inData(...parts: string[]): string {
  return join(dataDirectory(), ...parts);
}
