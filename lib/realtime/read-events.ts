import "server-only";
import type { Db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { readSnapshot, type Snapshot } from "@/lib/realtime/snapshot";
import type { StreamRow } from "@/lib/realtime/topics";

type Read = { rows: StreamRow[]; snapshot: Snapshot };

/**
 * What was committed since: exactly what could not be seen then and can be now, whatever the order in which the transactions began and
 * ended. Nobody waits for one that runs long.
 * @param most so many rows and one more at most; all without it
 */
export function readSince(db: Db, seen: Snapshot, { most }: { most?: number } = {}): Promise<Read> {
  const isNews = Prisma.sql`e.revision >= ${seen.xmin} AND NOT pg_visible_in_snapshot(e.revision::text::xid8, ${seen.text}::pg_snapshot)`;
  return read(db, isNews, most === undefined ? Prisma.empty : Prisma.sql`LIMIT ${most + 1}`);
}

/** How long a page may take to be read and to open its stream: what happened meanwhile it may not have seen. */
const LATELY_SECONDS = 30;

/** For a stream that has seen nothing yet. */
export function readLately(db: Db): Promise<Read> {
  return read(db, Prisma.sql`e.at > clock_timestamp() - make_interval(secs => ${LATELY_SECONDS})`, Prisma.empty);
}

/** Where everything has been seen. */
export async function readNow(db: Db): Promise<Snapshot> {
  return (await read(db, Prisma.sql`FALSE`, Prisma.empty)).snapshot;
}

type Row = { [column in keyof StreamRow]: StreamRow[column] | null } & { snapshot: string; takenAt: number };

/** One statement, one snapshot: what it says of itself is what its rows were read with. */
async function read(db: Db, condition: Prisma.Sql, limit: Prisma.Sql): Promise<Read> {
  const found = await db.$queryRaw<Row[]>`
    SELECT taken.snapshot, taken."takenAt", e.id, e.revision, e.topic, e.kind, e.subject_id AS "subjectId", e.actor_id AS "actorId", e.detail_id AS "detailId"
    FROM (SELECT pg_current_snapshot()::text AS snapshot, extract(epoch FROM clock_timestamp())::int AS "takenAt") AS taken
    LEFT JOIN stream_event e ON ${condition}
    ORDER BY e.id ${limit}`;
  const snapshot = readSnapshot({ text: found[0]?.snapshot ?? "", takenAtSeconds: found[0]?.takenAt ?? 0 });
  if (!snapshot) throw new Error(`The database's snapshot cannot be read: ${found[0]?.snapshot}`);
  return { rows: found.filter((row): row is Row & StreamRow => row.id !== null), snapshot };
}
