import { randomUUID } from "node:crypto";
import type { Db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { findDuplicates } from "@/lib/duplicates/find-duplicates";
import { searchTickets } from "@/lib/duplicates/search-tickets";
import { TICKETS } from "@/lib/duplicates/collection";
import { indexTicket } from "@/lib/duplicates/ticket-index";
import { searchScope } from "@/lib/tickets/visibility";
import { liveIndex } from "@/lib/search/live-index";
import { ana, andres, bruno } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { departmentId, ticketRow } from "@/tests/support/factories";

useDatabase();

const MANY = 6_000;

/** The client, and every raw query that the product asks through it: what is explained is what is run. */
function listeningDb(): { db: Db; asked: Prisma.Sql[] } {
  const asked: Prisma.Sql[] = [];
  const db = testDb().$extends({
    query: {
      $queryRaw({ args, query }) {
        asked.push(args);
        return query(args);
      },
    },
  });
  return { db: db as unknown as Db, asked }; // an extended client lacks `$on` only, which no query uses
}

type Node = { "Node Type": string; "Relation Name"?: string; "Index Name"?: string; Plans?: Node[] };

async function nodesOf({ strings, values }: Prisma.Sql): Promise<Node[]> {
  const [first = "", ...rest] = strings;
  const [row] = await testDb().$queryRaw<Array<{ "QUERY PLAN": Array<{ Plan: Node }> }>>(new Prisma.Sql([`EXPLAIN (FORMAT JSON) ${first}`, ...rest], values));
  const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];
  return (row?.["QUERY PLAN"] ?? []).flatMap(({ Plan }) => flat(Plan));
}

/** Tables that are read from end to end: those of many rows must not be. */
async function scannedWhole(asked: readonly Prisma.Sql[]): Promise<string[]> {
  const nodes = (await Promise.all(asked.map(nodesOf))).flat();
  return nodes.flatMap((node) => (node["Node Type"] === "Seq Scan" && ["ticket", "search_document"].includes(node["Relation Name"] ?? "") ? [node["Relation Name"] ?? ""] : []));
}

async function indexesOf(asked: readonly Prisma.Sql[], table: RegExp): Promise<string[]> {
  const nodes = (await Promise.all(asked.filter(({ sql }) => table.test(sql)).map(nodesOf))).flat();
  return [...new Set(nodes.flatMap((node) => node["Index Name"] ?? []))];
}

beforeAll(async () => {
  const department = await departmentId("soporte-tecnico");
  // History of many people, so that one organization's tickets are few of all.
  await testDb().$executeRaw`
    INSERT INTO app_user (id, email, name, role, organization_id, organization_role)
    SELECT gen_random_uuid(), 'p' || n || '@many.example', 'P', 'customer', NULL, NULL FROM generate_series(1, 300) n`;
  await testDb().$executeRaw`
    INSERT INTO ticket (reference, requester_id, department_id, priority, status, subject, body, submission_key, created_at, updated_at, closed_at)
    SELECT 'IMP-' || n, u.id, ${department}::uuid, 'low', CASE WHEN n % 10 = 0 THEN 'open' ELSE 'closed' END::ticket_status, 'correo', 'correo lento', gen_random_uuid(),
      now() - n * interval '1 hour', now(), CASE WHEN n % 10 = 0 THEN NULL ELSE now() END
    FROM generate_series(1, ${MANY}) n JOIN (SELECT id, row_number() OVER () AS k FROM app_user WHERE email LIKE '%@many.example') u ON u.k = 1 + n % 300`;
  // Of long ago: another test's open transaction elsewhere in the server must not make news of them.
  await testDb().$executeRaw`INSERT INTO search_document (id, kind, words, analysis_version, dated_at, updated_at, revision) SELECT id, 'ticket', E'corre\ncorre lent', 1, created_at, now(), 10 FROM ticket`;
  for (const requester of [ana, andres, bruno]) {
    const { id } = await ticketRow({ requester, subject: "Error 550 al enviar", body: "Error 550 al enviar correo" });
    await testDb().$transaction((tx) => indexTicket(tx, { id, subject: "Error 550 al enviar", body: "Error 550 al enviar correo", now: NOON }));
  }
  await testDb().$executeRaw`ANALYZE`;
});

it("loads the index by date and follows it by revision", async () => {
  const { db, asked } = listeningDb();
  const index = liveIndex(db, TICKETS);
  await index.current();
  const loading = asked.splice(0);
  expect(loading.filter(({ sql }) => sql.includes("ORDER BY dated_at"))).toHaveLength(4); // 6,003 in pages of 2,000
  expect(await scannedWhole(loading)).toEqual([]);
  expect(await indexesOf(loading, /ORDER BY dated_at/)).toEqual(["search_document_by_date"]);

  await index.current();
  const looking = asked.splice(0);
  expect(looking).toHaveLength(1);
  expect(await indexesOf(looking, /./)).toEqual(["search_document_by_revision"]);

  await testDb().$executeRaw`INSERT INTO search_document (id, kind, words, analysis_version, dated_at, updated_at) VALUES (${randomUUID()}::uuid, 'ticket', E'zeta\nzeta', 1, now(), now())`;
  expect((await index.current()).index.documentsWith("zeta")).toBe(1);
  expect(asked).toHaveLength(2);
  expect(await scannedWhole(asked)).toEqual([]);
});

it.each([["a manager's", ana], ["a member's", andres], ["another's", bruno]])("reads the words of %s tickets, and of no others, by indexes", async (_name, actor) => {
  const { db, asked } = listeningDb();
  const found = await findDuplicates({ db, now: NOON }, { draft: { subject: "Error 550 al enviar", body: "Error 550 al enviar correo" }, scope: searchScope(actor) });
  await searchTickets({ db, now: NOON }, { text: "error 550", scope: searchScope(actor) });
  expect(found.length).toBeGreaterThan(0);
  expect(asked.filter(({ sql }) => sql.includes("d.words"))).toHaveLength(2);
  expect(await scannedWhole(asked)).toEqual([]);
});
