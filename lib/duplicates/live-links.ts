import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { CLUSTER_LINK } from "./clusters";
import { linkReasonsSchema, type TicketLink } from "./links";
import { isLive } from "./scope";

type Context = { db: Db | Tx; now: Temporal.Instant };

/** More than a desk can look at; the strongest are kept. */
const MOST_LINKS = 20_000;
/** Whoever asks for one ticket's cluster needs its neighbourhood; this much of it is enough to know. */
const MOST_NEIGHBOURS = 300;

/** The links that count towards clusters, among the live tickets of the desk. */
export function listLiveLinks({ db, now }: Context): Promise<TicketLink[]> {
  return readLinks(db, Prisma.sql`SELECT t.id FROM ticket t WHERE ${isClusterable(now)}`);
}

/** The same among the tickets that a ticket reaches through such links: its cluster is the same as among all. */
export function listLinksAround({ db, now }: Context, ticketId: string): Promise<TicketLink[]> {
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

const LEAST = CLUSTER_LINK * 1000;

/** A condition on `ticket t`. */
function isClusterable(now: Temporal.Instant): Prisma.Sql {
  return Prisma.sql`${isLive(now)} AND t.merged_into_id IS NULL`;
}

async function readLinks(db: Db | Tx, among: Prisma.Sql): Promise<TicketLink[]> {
  const rows = await db.$queryRaw<Array<{ lower: string; higher: string; scoreMilli: number; reasons: unknown }>>`
    WITH among AS MATERIALIZED (${among})
    SELECT link.lower_ticket_id AS lower, link.higher_ticket_id AS higher, link.score_milli AS "scoreMilli", link.reasons
    FROM duplicate_link link JOIN among one ON one.id = link.lower_ticket_id JOIN among other ON other.id = link.higher_ticket_id
    WHERE link.score_milli >= ${LEAST}
    ORDER BY link.score_milli DESC, link.lower_ticket_id, link.higher_ticket_id LIMIT ${MOST_LINKS}`;
  return rows.map(({ reasons, ...link }) => ({ ...link, reasons: linkReasonsSchema.parse(reasons) }));
}
