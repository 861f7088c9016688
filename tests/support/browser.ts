import { expect, test as base, type BrowserContext, type BrowserContextOptions, type Page } from "@playwright/test";
import { deskUrl, stateFile, type Person } from "@/tests/support/browser-people";

export { expect };
export type { Person };

type Options = {
  /** Who sits at `page`; nobody unless told: `test.use({ person: "ana" })`. */
  person: Person | null;
};

type Fixtures = {
  /** Opens another browser for a person: `const page = await as("carla")`. All are closed at the end. */
  as: (person: Person | null, options?: BrowserContextOptions) => Promise<Page>;
  /** What the pages complained about in their consoles; a test fails when any is left at its end. `complaints.length = 0` forgives. */
  complaints: string[];
};

/** One broken policy refuses every script of a page. */
const MOST_SHOWN = 5;

/** Playwright's `test` with the cast signed in, where a script error, a warning of the framework or a refused script fails the test. */
export const test = base.extend<Options & Fixtures>({
  person: [null, { option: true }],
  // eslint-disable-next-line no-empty-pattern -- Playwright wants a pattern
  baseURL: async ({}, use) => use(deskUrl()),
  storageState: async ({ person }, use) => use(person ? stateFile(person) : undefined),
  complaints: [
    // eslint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const complaints: string[] = [];
      await use(complaints);
      expect([...new Set(complaints)].slice(0, MOST_SHOWN), "what the browser's console complained about").toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, complaints }, use) => {
    await listenTo(context, complaints);
    await use(context);
  },
  as: async ({ browser, complaints, contextOptions, locale, timezoneId, baseURL }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (person, options = {}) => {
      const context = await browser.newContext({
        ...contextOptions,
        locale,
        timezoneId,
        baseURL,
        storageState: person ? stateFile(person) : undefined,
        ...options,
      });
      opened.push(context);
      await listenTo(context, complaints);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
});

async function listenTo(context: BrowserContext, complaints: string[]): Promise<void> {
  // A page that the test has left cannot be asked any more; the console is told at once.
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`Content Security Policy: ${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`);
    });
  });
  context.on("console", (message) => {
    // A 404 page is answered with 404, which the browser notes; the tests ask for the status where it matters.
    if (message.type() !== "error" || message.text().startsWith("Failed to load resource")) return;
    complaints.push(`${message.page()?.url() ?? ""}: ${message.text()}`);
  });
  context.on("weberror", (error) => complaints.push(`${error.page()?.url() ?? ""}: ${error.error().message}`));
}
