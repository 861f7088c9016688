import pg from "pg";
import { createDb } from "@/lib/db/client";
import { env } from "@/lib/env";
import { getSlaInForce } from "@/lib/sla/queries";
import { fillCustomers } from "./customers";
import { fillKnowledge } from "./knowledge";
import { randomFrom } from "./random";
import { fillKnowledgeEntries, fillTicketEntries } from "./search-entries";
import { fillTickets } from "./tickets";
import { makeWriter } from "./words";

const TICKETS = 20_000;
const ARTICLES = 2_000;

/** Fills a desk that has its base data with what the pages are measured on. The same in every run, but for the dates. */
async function main(): Promise<void> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  const db = createDb({ url: env().DATABASE_URL, poolSize: 2 });
  const now = Temporal.Now.instant();
  const random = randomFrom(20_261_122);
  const writer = makeWriter();
  try {
    const cast = await timed("customers", () => fillCustomers(client, random));
    const knowledge = await timed("articles", () => fillKnowledge(client, { random, writer, now: now.epochMilliseconds, articles: ARTICLES }));
    const { calendar, calendarVersionId } = await getSlaInForce({ db });
    const departments = (await db.department.findMany({ select: { id: true } })).map(({ id }) => id);
    const source = { tickets: TICKETS, random, writer, cast, departments, calendar, calendarVersionId, now: now.epochMilliseconds };
    const texts = await timed("tickets", () => fillTickets(client, source));
    await timed("index entries of the tickets", () => fillTicketEntries({ db, client, now }, texts));
    await timed("index entries of the knowledge", () => fillKnowledgeEntries({ db, client, now }, knowledge));
    // As autovacuum leaves it: statistics, and pages marked so that indexes answer alone.
    await timed("VACUUM (ANALYZE)", () => client.query("VACUUM (ANALYZE)"));
  } finally {
    await client.end();
    await db.$disconnect();
  }
}

async function timed<T>(what: string, run: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await run();
  console.log(`  ${what.padEnd(32)} ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
