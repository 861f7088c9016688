import { expect, type Page } from "@playwright/test";
import axe, { type AxeResults } from "axe-core";

/**
 * A telephone and a desk, each in another colour: what axe finds of structure knows no colour, and what it finds of colour hardly the
 * width. All four would take twice the time.
 */
export const LOOKS = [
  { colorScheme: "light", width: 360, height: 740 },
  { colorScheme: "dark", width: 1440, height: 900 },
] as const;

/** WCAG 2.2 AA, and what axe counts as good practice. Named, because some of 2.2's rules are off unless asked for. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on the page as it is, one line a rule with the first elements. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Its source once a document and only what it finds fault with: a look costs a third of what it does through a builder.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate((tags) => (window as unknown as { axe: { run: (context: Document, options: object) => Promise<AxeResults> } }).axe.run(document, { runOnly: tags, resultTypes: ["violations"] }), TAGS);
  return violations.map(({ id, help, nodes }) => `${id} (${help}): ${nodes.slice(0, 3).map((node) => `${node.target.join(" ")} ${node.html.slice(0, 160)}`).join(" | ")}`);
}

/** The page as it is now, in each of LOOKS: axe finds nothing, and nothing is wider than the screen. Goes on after a failure. */
export async function expectGoodLooks(page: Page, what: string): Promise<void> {
  for (const { colorScheme, width, height } of LOOKS) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height });
    // A busy machine may still be painting the colours of before.
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    expect.soft(await lastingFindings(page), `${what}, ${colorScheme}, ${width} px`).toEqual([]);
    expect.soft(await overflowWidth(page), `${what} is wider than ${width} px`).toBeLessThanOrEqual(0);
  }
}

/** What axe still finds when it looks again: in between two colour schemes a page has for a moment the letters of one on the ground of the other. */
async function lastingFindings(page: Page): Promise<string[]> {
  const found = await axeFindings(page);
  if (found.length === 0) return found;
  await page.waitForTimeout(SETTLED_MS);
  return axeFindings(page);
}

const SETTLED_MS = 500;

/** The same, and with `LOOK=1` a picture in each colour and width, to be looked at. */
export async function lookAt(page: Page, what: string): Promise<void> {
  await expectGoodLooks(page, what);
  if (!process.env.LOOK) return;
  for (const { colorScheme, width, height } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `test-results/looks/${what}-${width}.png`, fullPage: true });
  }
}

/** By how many pixels the page is wider than the screen; 0 when it fits. */
export function overflowWidth(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
