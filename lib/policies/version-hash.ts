import { createHash } from "node:crypto";
import type { PolicyText } from "./types";

/** SHA-256 of what is accepted: title, summary and body, a line end between them, in UTF-8. The first migration of versions has it in SQL. */
export function versionHash({ title, summary, body }: PolicyText): string {
  return createHash("sha256").update(`${title}\n${summary}\n${body}`, "utf8").digest("hex");
}
