import { chromium } from "@playwright/test";
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { BROWSER_FLAGS, findBrowser, NO_BROWSER, wholeBrowser } from "../setup/browser";
import { freePort } from "../setup/postgres";
import { runBin } from "../setup/run";
import { withDesk } from "./throw-away-desk";

const PATHS = ["/", "/kb", "/kb/correo-electronico", "/kb/articles/configurar-spf", "/kb/search?q=correo", "/faq", "/policies", "/policies/tiempos-de-respuesta"];
/** Results of a search ask search engines to stay away, which Lighthouse would count as a fault of any page. */
const NOT_FOR_ENGINES = /^\/kb\/search/;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const GOAL = 95;

type Report = {
  categories: Record<string, { score: number | null; auditRefs: Array<{ id: string; weight: number }> }>;
  audits: Record<string, { score: number | null; displayValue?: string }>;
};

/** Lighthouse's four categories (its default: a slow telephone) for the public pages of the production build. */
export async function run(): Promise<void> {
  const browser = (await findBrowser()) && wholeBrowser();
  if (!browser) throw new Error(NO_BROWSER);
  console.log(`Lighthouse, mobile, demonstration data (load ${loadavg().map((load) => load.toFixed(2)).join(" ")})`);
  await withDesk({ data: "demo" }, async ({ server, directory }) => {
    const port = await freePort();
    const chrome = await chromium.launch({ executablePath: browser, args: [...BROWSER_FLAGS, `--remote-debugging-port=${port}`] });
    try {
      console.log(`  ${"".padEnd(34)}${CATEGORIES.map((category) => category.padStart(16)).join("")}`);
      const short: string[] = [];
      for (const path of PATHS) short.push(...(await audit(`${server.url}${path}`, { port, file: join(directory, "lighthouse.json") })));
      console.log(short.length === 0 ? `All are at least ${GOAL}.` : `BELOW ${GOAL}:\n${short.join("\n")}`);
    } finally {
      await chrome.close();
    }
  });
}

/** Prints the page's scores. @returns what is below the goal, and why */
async function audit(url: string, { port, file }: { port: number; file: string }): Promise<string[]> {
  // The page as visitors find it: rendered once, then cached.
  await (await fetch(url)).text();
  // In a process of its own: it sends its functions to the browser as text, which must not have passed through a compiler.
  const skipped = NOT_FOR_ENGINES.test(new URL(url).pathname) ? ["--skip-audits=is-crawlable"] : [];
  await runBin("lighthouse/cli/index.js", [url, `--port=${port}`, "--quiet", "--output=json", `--output-path=${file}`, `--only-categories=${CATEGORIES.join(",")}`, ...skipped], { quiet: true });
  const { categories, audits } = JSON.parse(readFileSync(file, "utf8")) as Report;
  const path = new URL(url).pathname;
  const scores = CATEGORIES.map((id) => ({ id, score: Math.round((categories[id]?.score ?? 0) * 100) }));
  console.log(`  ${path.padEnd(34)}${scores.map(({ score }) => String(score).padStart(16)).join("")}`);
  return scores
    .filter(({ score }) => score < GOAL)
    .map(({ id, score }) => {
      const failed = (categories[id]?.auditRefs ?? []).filter((ref) => ref.weight > 0 && (audits[ref.id]?.score ?? 1) < 0.9);
      return `  ${path} ${id} ${score}: ${failed.map((ref) => `${ref.id} ${audits[ref.id]?.displayValue ?? ""}`.trim()).join(", ")}`;
    });
}
