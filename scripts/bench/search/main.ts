import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import pg from "pg";
import { createDb, type Db } from "@/lib/db/client";
import { TICKETS } from "@/lib/duplicates/collection";
import { env } from "@/lib/env";
import { searchKnowledge } from "@/lib/kb/search-knowledge";
import { PUBLIC_TEXTS } from "@/lib/search/collections";
import { liveIndex, type Collection } from "@/lib/search/live-index";
import { machine } from "../machine";
import { explain, recordStatements, type Plan } from "./plans";
import { listScenarios } from "./questions";
import { CROWD, timeAlone, timeCrowd, type Scenario, type Times } from "./timing";
import { timeIndexingAnew, timeOpening } from "./writing";

const POOL = 10;
const INDEXING_GOAL_MS = 5;
const MEGABYTE = 1_048_576;

/** Measures the finders of one process over the database that it is given, through the functions that the pages call. */
async function main(): Promise<void> {
  const statements = recordStatements();
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  const db = createDb({ url: env().DATABASE_URL, poolSize: POOL });
  const verdicts: string[] = [];
  try {
    console.log(`\nInside one process, with its database on the same machine. ${machine()}`);
    for (const collection of [TICKETS, PUBLIC_TEXTS]) await loadOne(db, collection);
    const began = performance.now();
    await searchKnowledge({ db, now: Temporal.Now.instant() }, { text: "correo" });
    console.log(`  first search, its list of words included: ${(performance.now() - began).toFixed(0)} ms`);

    for (const scenario of await listScenarios({ db, client })) verdicts.push(...(await measure(scenario)));
    verdicts.push(await measureWriting({ db, client }));
    // The tickets just written are news to the index: the statement that reads them is among those explained.
    await liveIndex(db, TICKETS).current();
    const plans = await explain(client, [...statements.values()]);
    printPlans(plans);
    console.log(`\n${verdicts.join("\n")}\n${machine()}`);
    refuseFullReads(plans);
  } finally {
    await client.end();
    await db.$disconnect();
  }
}

async function loadOne(db: Db, collection: Collection): Promise<void> {
  const before = usedMemory();
  const began = performance.now();
  const { index } = await liveIndex(db, collection).current();
  const seconds = (performance.now() - began) / 1_000;
  console.log(`  ${index.documents.toLocaleString("en")} texts of "${collection.name}" (${Math.round(index.averageLength)} words on average, ${index.words.toLocaleString("en")} different ones) loaded in ${seconds.toFixed(1)} s, ${((usedMemory() - before) / MEGABYTE).toFixed(0)} MB`);
}

async function measure(scenario: Scenario): Promise<string[]> {
  console.log(`\n  ${scenario.name}, ms: p50, p95, p99`);
  const alone = await timeAlone(scenario);
  const typing = await timeCrowd(scenario, "as one types");
  const rushing = await timeCrowd(scenario, "none");
  print("one at a time", alone);
  print(`${CROWD} at once, as one types`, typing);
  print(`${CROWD} at once, without pauses`, rushing);
  const { goalMs } = scenario;
  if (goalMs === undefined) return [];
  return [
    verdict(`${scenario.name}, ${CROWD} typing at once, p95`, typing.p95, goalMs),
    verdict(`${scenario.name}, ${CROWD} at once without pauses, p95`, rushing.p95, goalMs),
  ];
}

async function measureWriting(ctx: { db: Db; client: pg.Client }): Promise<string> {
  console.log("\n  opening a ticket, ms: p50, p95, p99");
  const { bare, indexed } = await timeOpening(ctx);
  print("without its index entry", bare);
  print("with it", indexed);
  console.log(`  indexing anew: ${(await timeIndexingAnew(ctx)).toFixed(0)} tickets a second`);
  return verdict("what indexing adds to opening a ticket, p50", indexed.p50 - bare.p50, INDEXING_GOAL_MS);
}

function printPlans(plans: readonly Plan[]): void {
  console.log(`\nHow PostgreSQL reads (${plans.length} statements on large tables; in full those of the index and of the live tickets):`);
  for (const { text, lines, readsAllOf } of plans) {
    if (readsAllOf.length > 0 || /search_document|'on_hold'/.test(text)) console.log(`\n  ${text.slice(0, 240)}\n${lines.map((line) => `    ${line.slice(0, 200)}`).join("\n")}`);
  }
}

/** @throws when a large table is read from end to end */
function refuseFullReads(plans: readonly Plan[]): void {
  const bad = plans.filter(({ readsAllOf }) => readsAllOf.length > 0);
  if (bad.length > 0) throw new Error(`Seq Scan: ${bad.map(({ text, readsAllOf }) => `${readsAllOf.join(", ")} by ${text.slice(0, 120)}`).join("\n")}`);
}

function verdict(what: string, value: number, goal: number): string {
  return `${value < goal ? "met    " : "NOT MET"}  ${what}: ${value.toFixed(1)} ms, goal ${goal} ms`;
}

function print(name: string, { p50, p95, p99, cpu }: Times): void {
  console.log(`    ${name.padEnd(30)}${[p50, p95, p99].map((value) => value.toFixed(1).padStart(9)).join("")}${cpu === undefined ? "" : `   (${cpu.toFixed(1)} ms of this process's processor time a question)`}`);
}

function usedMemory(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
