import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "../setup/browser";
import { runCommand, say } from "../setup/desk";
import { ROOT } from "../setup/paths";
import { CommandFailed, runBin } from "../setup/run";

type Count = { passed: number; failed: number };

const RESULTS = join(ROOT, "test-results");
/** More than these failing at once is no accident. */
const FEW = 8;

/** Everything: lint, types, unit, architecture, integration, component and browser tests, and what the finders find; one closing line with the counts. */
runCommand(async () => {
  mkdirSync(RESULTS, { recursive: true });
  const browser = await findBrowser();
  // What the finders find is measured beside the tests: it takes minutes, and one processor.
  const evaluation = runEvaluation();
  const counts = [
    await check("Lint", "oxlint/bin/oxlint", ["--quiet"]),
    await check("Types", "typescript/bin/tsc", ["--noEmit", "-p", "."]),
    await runJest(),
    await runBrowserTests(browser),
    await evaluation,
  ];
  const passed = sum(counts, "passed");
  const failed = sum(counts, "failed");
  say(`\n${passed} passed, ${failed} failed`);
  if (failed > 0) process.exit(1);
});

async function check(name: string, bin: string, args: string[]): Promise<Count> {
  say(`\n${name} …`);
  return (await succeeds(bin, args)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runJest(): Promise<Count> {
  say("\nUnit, architecture, component and integration tests …");
  const file = join(RESULTS, "jest.json");
  rmSync(file, { force: true });
  const isGreen = await succeeds("jest/bin/jest.js", ["--ci", "--maxWorkers=2", "--json", `--outputFile=${file}`]);
  const report = readJson(file) as { numPassedTests: number; numFailedTests: number; numRuntimeErrorTestSuites: number } | null;
  if (!report) return { passed: 0, failed: 1 };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  // A run that failed otherwise (a set-up, a leak) is a failure too, whatever the tests say.
  return { passed: report.numPassedTests, failed: isGreen ? failed : Math.max(failed, 1) };
}

async function runBrowserTests(browser: string | null): Promise<Count> {
  say("\nBrowser tests …");
  if (!browser) {
    say("There is no browser to test with. Install Chromium (Debian: apt-get install chromium; elsewhere: npx playwright install chromium) and run npm test again.");
    return { passed: 0, failed: 1 };
  }
  const first = await browserRun([]);
  if (!first) return { passed: 0, failed: 1 };
  const fell = first.filter((file) => file.failed > 0);
  if (fell.length === 0 || sum(fell, "failed") > FEW) return total(first);
  // On a desk of their own, with nobody beside them: what passes there was disturbed by its neighbours, which is a fault of the test.
  say(`\n${sum(fell, "failed")} failed; their files are tried once more on a new desk, one by one …`);
  const again = await browserRun([...fell.map(({ file }) => file), "--workers=1"]);
  if (!again) return total(first);
  if (sum(again, "failed") === 0) say("All passed there: they disturb each other, and want mending.");
  return total([...first.filter((file) => file.failed === 0), ...again]);
}

type FileCount = Count & { file: string };
type Suite = { file: string; suites?: Suite[]; specs: { tests: { status: "expected" | "flaky" | "unexpected" | "skipped" }[] }[] };

/** Runs the browser tests and says how each file ended; null when the run itself failed. A test that never came to its turn has failed. */
async function browserRun(options: string[]): Promise<FileCount[] | null> {
  const file = join(RESULTS, "results.json");
  rmSync(file, { force: true });
  const isGreen = await succeeds("@playwright/test/cli.js", ["test", ...options]);
  const report = readJson(file) as { suites: Suite[]; stats: { flaky: number } } | null;
  if (!report) return null;
  if (report.stats.flaky > 0) say(`${report.stats.flaky} passed only when tried again: see "flaky" above.`);
  const counts = report.suites.map((suite) => {
    const statuses = statusesOf(suite);
    const passed = statuses.filter((status) => status === "expected" || status === "flaky").length;
    return { file: suite.file, passed, failed: statuses.length - passed };
  });
  return isGreen || sum(counts, "failed") > 0 ? counts : null;
}

function statusesOf({ suites = [], specs }: Suite): string[] {
  return [...specs.flatMap(({ tests }) => tests.map(({ status }) => status)), ...suites.flatMap(statusesOf)];
}

function total(counts: Count[]): Count {
  return { passed: sum(counts, "passed"), failed: sum(counts, "failed") };
}

/** Runs aside and is printed whole; fails when a figure has fallen (scripts/eval/summary.ts). */
async function runEvaluation(): Promise<Count> {
  const { output, isGreen } = await runAside(join(ROOT, "scripts", "commands", "eval.ts"), ["all"]);
  say(`\nWhat the finders find …\n${output}`);
  return isGreen ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function runAside(script: string, args: string[]): Promise<{ output: string; isGreen: boolean }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--import", "tsx", script, ...args], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk) => (output += String(chunk)));
    child.stderr.on("data", (chunk) => (output += String(chunk)));
    child.on("error", (error) => resolve({ output: error.message, isGreen: false }));
    child.on("exit", (code) => resolve({ output, isGreen: code === 0 }));
  });
}

async function succeeds(bin: string, args: string[]): Promise<boolean> {
  try {
    await runBin(bin, args);
    return true;
  } catch (error) {
    if (error instanceof CommandFailed) return false;
    throw error;
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function sum(counts: Count[], key: keyof Count): number {
  return counts.reduce((total, count) => total + count[key], 0);
}
