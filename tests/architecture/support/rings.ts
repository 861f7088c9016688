import type { Source } from "@/tests/architecture/support/sources";

/** The parts of the product, as docs and CONTRIBUTING name them. */
export const DOMAINS = ["tickets", "secrets", "sla", "duplicates", "kb", "billing", "chat", "conduct", "policies", "notices", "customers", "quotes", "appointments", "off-channel", "synonyms", "questions", "attachments", "files", "drafts", "notifications", "accounts", "automation", "satisfaction", "security", "inbound"] as const;
export const PLATFORM = ["auth", "db", "actions", "jobs", "storage", "mail", "realtime", "search", "i18n", "time", "http", "markdown", "csv", "diff"] as const;

export type Place =
  | { part: "app" | "components" | "prisma" | "scripts" | "tests" | "entry" }
  | { part: "domain"; name: string }
  | { part: "platform"; name: string };

export function placeOfFile(path: string): Place {
  const [top, second = ""] = path.split("/");
  if (top === "app" || top === "components" || top === "prisma" || top === "scripts" || top === "tests") return { part: top };
  if (top !== "lib") return { part: "entry" }; // proxy.ts, instrumentation.ts, configuration
  if ((DOMAINS as readonly string[]).includes(second)) return { part: "domain", name: second };
  // lib/env.ts, lib/log.ts, lib/result.ts are the platform's too.
  return { part: "platform", name: second.replace(/\.ts$/, "") };
}

/** Files of the server ring say so in their first line; everything else in lib/ is pure. */
export function isServerRing(source: Source): boolean {
  return source.text.startsWith('import "server-only";');
}
