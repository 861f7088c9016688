import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { loadavg } from "node:os";
import { BROWSER_FLAGS, findBrowser, NO_BROWSER } from "../setup/browser";
import { freePort } from "../setup/postgres";
import { withDesk } from "./throw-away-desk";

const PATHS = ["/", "/kb", "/kb/correo-electronico", "/kb/articles/configurar-spf", "/kb/search?q=correo", "/faq", "/policies", "/policies/tiempos-de-respuesta"];
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const GOAL = 95;

/** Lighthouse's four categories (its default: a slow telephone) for the public pages of the production build. */
export async function run(): Promise<void> {
  const browser = await findBrowser();
  if (!browser) throw new Error(NO_BROWSER);
  console.log(`Lighthouse, mobile, demonstration data (load ${loadavg().map((load) => load.toFixed(2)).join(" ")})`);
  await withDesk({ data: "demo" }, async ({ server }) => {
    const port = await freePort();
    const chrome = await chromium.launch({ executablePath: browser, args: [...BROWSER_FLAGS, `--remote-debugging-port=${port}`] });
    try {
      console.log(`  ${"".padEnd(34)}${CATEGORIES.map((category) => category.padStart(16)).join("")}`);
      const short: string[] = [];
      for (const path of PATHS) short.push(...(await audit(`${server.url}${path}`, port)));
      console.log(short.length === 0 ? `All are at least ${GOAL}.` : `BELOW ${GOAL}:\n${short.join("\n")}`);
    } finally {
      await chrome.close();
    }
  });
}

/** Prints the page's scores. @returns what is below the goal, and why */
async function audit(url: string, port: number): Promise<string[]> {
  // The page as visitors find it: rendered once, then cached.
  await (await fetch(url)).text();
  const result = await lighthouse(url, { port, logLevel: "error", onlyCategories: [...CATEGORIES] });
  if (!result) throw new Error(`Lighthouse gave no result for ${url}.`);
  const { categories, audits } = result.lhr;
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
