import { defineConfig } from "@playwright/test";
import { BROWSER_FLAGS, knownBrowser } from "./scripts/setup/browser";

/**
 * The browser tests: the production build on a throw-away PostgreSQL with the demonstration data, started and stopped by
 * tests/support/browser-setup.ts. `E2E_URL=http://localhost:3000 SEED_PASSWORD=…` takes a desk that runs already instead.
 */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/browser",
  globalSetup: "./tests/support/browser-setup.ts",
  workers: 2,
  // The files share one desk. What only passes when it is tried again is named "flaky" at the end, and is to be mended.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["line"], ["json", { outputFile: "test-results/results.json" }]],
  use: {
    locale: "es-MX",
    // Elsewhere than the desk on purpose: dates are the desk's, wherever the reader is.
    timezoneId: "Europe/Madrid",
    trace: "on-first-retry",
    launchOptions: { executablePath: knownBrowser() ?? undefined, args: BROWSER_FLAGS },
  },
});
