import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { CLUSTER_LINK } from "./clusters";
import { linkReasonsSchema, type ScoredPair, type TicketLink } from "./links";
import { isLive } from "./scope";

type Context = { db: Db | Tx; now: Temporal.Instant };

/** More than a desk can look at; the strongest are kept. */
const MOST_LINKS = 20_000;
/** Whoever asks for one ticket's cluster needs its neighbourhood; this much of it is enough to know. */
const MOST_NEIGHBOURS = 300;

/** The links among the live tickets of the desk, from which its clusters follow. */
export function listLiveLinks({ db, now }: Context): Promise<ScoredPair[]> {
  return readLinks(db, Prisma.sql`SELECT t.id FROM ticket t WHERE ${isClusterable(now)}`);
}

/** Those among the tickets that a ticket reaches through links that can join: its cluster follows from them as from all. */
export function listLinksAround({ db, now }: Context, ticketId: string): Promise<ScoredPair[]> {
  const reached = Prisma.sql`
    WITH RECURSIVE near (id) AS (
      SELECT t.id FROM ticket t WHERE t.id = ${ticketId}::uuid AND ${isClusterable(now)}
      UNION
      SELECT t.id FROM near
      CROSS JOIN LATERAL (
        SELECT higher_ticket_id AS id FROM duplicate_link WHERE lower_ticket_id = near.id AND score_milli >= ${LEAST}
        UNION ALL
        SELECT lower_ticket_id FROM duplicate_link WHERE higher_ticket_id = near.id AND score_milli >= ${LEAST}
      ) linked JOIN ticket t ON t.id = linked.id AND ${isClusterable(now)}
    ) SELECT id FROM near LIMIT ${MOST_NEIGHBOURS}`;
  return readLinks(db, reached);
}

/** The links among these tickets, with why. */
export async function listLinksAmong({ db }: Pick<Context, "db">, ticketIds: readonly string[]): Promise<TicketLink[]> {
  const among = { in: [...ticketIds] };
  const rows = await db.duplicateLink.findMany({ where: { lowerTicketId: among, higherTicketId: among } });
  return rows.map(({ lowerTicketId, higherTicketId, scoreMilli, reasons }) => ({ lower: lowerTicketId, higher: higherTicketId, scoreMilli, reasons: linkReasonsSchema.parse(reasons) }));
}

const LEAST = CLUSTER_LINK * 1000;

/** A condition on `ticket t`. */
function isClusterable(now: Temporal.Instant): Prisma.Sql {
  return Prisma.sql`${isLive(now)} AND t.merged_into_id IS NULL`;
}

function readLinks(db: Db | Tx, among: Prisma.Sql): Promise<ScoredPair[]> {
  return db.$queryRaw<ScoredPair[]>`
    WITH among AS MATERIALIZED (${among})
    SELECT link.lower_ticket_id AS lower, link.higher_ticket_id AS higher, link.score_milli AS "scoreMilli"
    FROM duplicate_link link JOIN among one ON one.id = link.lower_ticket_id JOIN among other ON other.id = link.higher_ticket_id
    ORDER BY link.score_milli DESC, link.lower_ticket_id, link.higher_ticket_id LIMIT ${MOST_LINKS}`;
}
