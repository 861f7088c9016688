import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { inData } from "./paths";

/** A random value that is made once and kept in the data directory, readable by its owner alone. */
export function keptSecret(file: string, make: () => string = () => randomBytes(48).toString("base64url")): string {
  const path = inData(file);
  if (existsSync(path)) {
    const kept = readFileSync(path, "utf8").trim();
    if (kept !== "") return kept;
  }
  const made = make();
  writeFileSync(path, `${made}\n`, { mode: 0o600 });
  return made;
}
