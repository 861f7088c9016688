import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

/** What a machine without a browser can do about it. */
export const NO_BROWSER =
  "No browser was found. Install Chromium or Chrome (Debian and Ubuntu: apt-get install chromium; anywhere: npx playwright install chromium), " +
  "or say where one is: CHROME_PATH=/path/to/chrome";

/** Chromium as a container's root needs it, without what it would otherwise ask the network for. */
export const BROWSER_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Without a window it takes a third less of the processor; it shows no notifications, and has no push. */
const HEADLESS = "chromium-headless-shell";
const WHOLE = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** The system's browser, else Playwright's own, else one that is installed now when this machine allows it; null when there is none. */
export async function findBrowser(): Promise<string | null> {
  return (wholeBrowser() ?? installBrowser()) && knownBrowser();
}

/** A browser that is there already. */
export function knownBrowser(): string | null {
  return process.env.CHROME_PATH ? wholeBrowser() : (onPath([HEADLESS]) ?? wholeBrowser());
}

/** One that is there already and can all that people's can. */
export function wholeBrowser(): string | null {
  const given = process.env.CHROME_PATH;
  if (given) return existsSync(given) ? given : null;
  return onPath(WHOLE) ?? [...ELSEWHERE, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

function onPath(names: readonly string[]): string | null {
  const directories = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return names.flatMap((name) => directories.map((directory) => join(directory, name))).find((path) => existsSync(path)) ?? null;
}

/** As root on Debian or Ubuntu it takes one command; elsewhere it is the owner's to decide. */
function installBrowser(): string | null {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return null;
  process.stdout.write("Installing Chromium for the browser tests (once) …\n");
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore", env: environment });
  // One after the other: not every release has the second.
  for (const name of ["chromium", HEADLESS]) spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], { stdio: ["ignore", "ignore", "inherit"], env: environment });
  return wholeBrowser();
}
