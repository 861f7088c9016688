import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { turnPagesAt } from "@/lib/http/page-turns";
import { ROOT } from "@/scripts/setup/paths";

type Cache = { get: (key: string) => Promise<{ value: unknown } | null>; set: (key: string, value: unknown) => Promise<void> };

const atMs = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms);
const NOON_MS = Date.parse("2026-12-01T18:00:00Z");

let cache: Cache;

beforeAll(async () => {
  const { default: PageCache } = (await import(pathToFileURL(join(ROOT, "lib/http/page-cache.mjs")).href)) as { default: new () => Cache };
  cache = new PageCache();
});

beforeEach(() => {
  jest.useFakeTimers({ now: NOON_MS - 10_000, doNotFake: ["performance"] });
});

afterEach(() => {
  jest.useRealTimers();
});

const isKept = async () => (await cache.get("/")) !== null;

it("keeps a page until the very instant at which what it says changes", async () => {
  turnPagesAt([atMs(NOON_MS + 60_000), atMs(NOON_MS)]);
  await cache.set("/", "page");
  jest.setSystemTime(NOON_MS - 1);
  expect(await isKept()).toBe(true);
  jest.setSystemTime(NOON_MS);
  expect(await isKept()).toBe(false);
});

it("does not trust a page that may have been begun before it, and keeps the next one", async () => {
  turnPagesAt([atMs(NOON_MS)]);
  jest.setSystemTime(NOON_MS + 500);
  await cache.set("/", "begun before");
  expect(await isKept()).toBe(false);
  jest.setSystemTime(NOON_MS + 2_000);
  await cache.set("/", "page");
  expect(await isKept()).toBe(true);
});

it("remembers the last turn when others become known", async () => {
  await cache.set("/", "page");
  turnPagesAt([atMs(NOON_MS)]);
  jest.setSystemTime(NOON_MS);
  expect(await isKept()).toBe(false);
  turnPagesAt([atMs(NOON_MS - 3_600_000), atMs(NOON_MS + 3_600_000)]);
  expect(await isKept()).toBe(false);
});
