import type pg from "pg";
import type { Db } from "@/lib/db/client";
import { indexTicket } from "@/lib/duplicates/ticket-index";
import { randomFrom } from "../fill/random";
import { timesOf, type Times } from "./timing";

const OPENED = 200;
const REINDEXED = 2_000;
const TOGETHER = 50;

type Context = { db: Db; client: pg.Client };
type Row = { id: string; subject: string; body: string; requester_id: string; organization_id: string; department_id: string };

/** Tickets opened in turn with and without their index entry. */
export async function timeOpening({ db, client }: Context): Promise<{ bare: Times; indexed: Times }> {
  const rows = await readTickets(client, OPENED);
  const random = randomFrom(31);
  const bare: number[] = [];
  const indexed: number[] = [];
  for (const [at, row] of rows.entries()) {
    const now = Temporal.Now.instant();
    const id = random.uuid();
    const began = performance.now();
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`
        INSERT INTO ticket (id, reference, requester_id, organization_id, department_id, priority, subject, body, submission_key, created_at, updated_at)
        VALUES (${id}::uuid, ${`BENCH-${at}`}, ${row.requester_id}::uuid, ${row.organization_id}::uuid, ${row.department_id}::uuid, 'medium', ${row.subject}, ${row.body},
          ${random.uuid()}::uuid, now(), now())`;
      if (at % 2 === 1) await indexTicket(tx, { id, subject: row.subject, body: row.body, now });
    });
    (at % 2 === 1 ? indexed : bare).push(performance.now() - began);
  }
  return { bare: timesOf(bare), indexed: timesOf(indexed) };
}

/** @returns texts a second, taken apart and written anew */
export async function timeIndexingAnew({ db, client }: Context): Promise<number> {
  const rows = await readTickets(client, REINDEXED);
  const now = Temporal.Now.instant();
  const began = performance.now();
  for (let at = 0; at < rows.length; at += TOGETHER) {
    await db.$transaction(async (tx) => {
      for (const { id, subject, body } of rows.slice(at, at + TOGETHER)) await indexTicket(tx, { id, subject, body, now });
    });
  }
  return rows.length / ((performance.now() - began) / 1_000);
}

async function readTickets(client: pg.Client, count: number): Promise<Row[]> {
  const { rows } = await client.query<Row>("SELECT id, subject, body, requester_id, organization_id, department_id FROM ticket ORDER BY md5(id::text) LIMIT $1", [count]);
  return rows;
}
