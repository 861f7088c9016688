import pg from "pg";
import { createDb } from "@/lib/db/client";
import { env } from "@/lib/env";
import { referenceFrom } from "@/lib/tickets/reference";
import { fillCustomers, type Cast } from "../fill/customers";
import { insertRows, type Row } from "../fill/insert";
import { fillKnowledge } from "../fill/knowledge";
import { randomFrom, type Random } from "../fill/random";
import { fillKnowledgeEntries, fillTicketEntries } from "../fill/search-entries";
import { textOf, type TicketText } from "../fill/tickets";
import { makeWriter, type Writer } from "../fill/words";

/** As many different words as so many texts have: what the index and the correction of slips must carry. */
export const VOCABULARY = 120_000;
const LIVE = ["new", "open", "open", "pending", "on_hold", "solved"] as const;
const LIVE_SHARE = 0.05;
const BATCH = 5_000;
const DAY = 86_400_000;
const YEARS = 3;

type Source = { random: Random; writer: Writer; cast: Cast; departments: string[]; now: number };

/** Fills a desk with as much text as is asked for: tickets without their threads, and articles. `fill.ts <tickets> <articles>` */
async function main(): Promise<void> {
  const [tickets = 0, articles = 0] = process.argv.slice(2).map(Number);
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  const db = createDb({ url: env().DATABASE_URL, poolSize: 2 });
  const now = Temporal.Now.instant();
  const random = randomFrom(20_261_124);
  const writer = makeWriter(VOCABULARY);
  try {
    const cast = await fillCustomers(client, random);
    const departments = (await db.department.findMany({ select: { id: true } })).map(({ id }) => id);
    const source = { random, writer, cast, departments, now: now.epochMilliseconds };
    await timed("tickets and their words", async () => {
      for (let at = 0; at < tickets; at += BATCH) await fillTicketEntries({ db, client, now }, await fillLeanTickets(client, source, { from: at, to: Math.min(tickets, at + BATCH), of: tickets }));
    });
    await timed("articles and their words", async () => {
      const knowledge = await fillKnowledge(client, { random, writer, now: now.epochMilliseconds, articles });
      await fillKnowledgeEntries({ db, client, now }, knowledge);
    });
    await timed("VACUUM (ANALYZE)", () => client.query("VACUUM (ANALYZE)"));
  } finally {
    await client.end();
    await db.$disconnect();
  }
}

async function fillLeanTickets(client: pg.Client, source: Source, { from, to, of }: { from: number; to: number; of: number }): Promise<TicketText[]> {
  const tickets: TicketText[] = [];
  const rows: Row[] = [];
  for (let at = from; at < to; at += 1) {
    const { text, row } = leanTicket(source, 1 - at / of);
    tickets.push(text);
    rows.push(row);
  }
  await insertRows(client, "ticket", rows);
  return tickets;
}

/** @param age from 1, the oldest, to 0; the live ones are young */
function leanTicket({ random, writer, cast, departments, now }: Source, age: number): { text: TicketText; row: Row } {
  // A few organizations write often, most hardly ever.
  const organization = cast.organizations[Math.floor(cast.organizations.length * random.next() ** 2)]!;
  const status = random.chance(LIVE_SHARE) ? random.pick(LIVE) : "closed";
  const createdAt = Math.floor(now - (status === "closed" ? age * YEARS * 365 * DAY + 15 * DAY : (1 + 12 * random.next()) * DAY));
  const text = { id: random.uuid(), ...textOf(random, writer, organization), createdAt };
  const endedAt = status === "solved" || status === "closed" ? new Date(createdAt + DAY / 2) : null;
  const row: Row = {
    id: text.id,
    reference: referenceFrom(Uint8Array.from({ length: 8 }, () => random.between(0, 255))),
    requester_id: random.pick(organization.people),
    organization_id: organization.id,
    department_id: random.pick(departments),
    product_id: null,
    priority: "medium",
    status,
    subject: text.subject,
    body: text.body,
    submission_key: random.uuid(),
    created_at: new Date(createdAt),
    updated_at: new Date(createdAt),
    solved_at: endedAt,
    closed_at: status === "closed" ? endedAt : null,
  };
  return { text, row };
}

async function timed(what: string, run: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await run();
  console.log(`  ${what.padEnd(32)} ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
