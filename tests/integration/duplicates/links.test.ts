import { mintSystem } from "@/lib/auth/mint";
import { linkDuplicatesJob, linkRestJob } from "@/lib/duplicates/jobs";
import { LINK_DUPLICATES, listUnscanned } from "@/lib/duplicates/link-duplicates";
import { pairOf } from "@/lib/duplicates/links";
import { indexTicket } from "@/lib/duplicates/ticket-index";
import { closeTicket } from "@/lib/tickets/commands/change-status";
import { mergeTicket } from "@/lib/tickets/commands/merge-ticket";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import type { OpenedTicket } from "@/lib/tickets/types";
import { ana, bruno, carla } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { newTicket, openInput, ticketRow, unwrap } from "@/tests/support/factories";

useDatabase();

const system = () => ({ db: testDb(), actor: mintSystem(), now: NOON.add({ minutes: 30 }) });
const link = (ticketId: string) => linkDuplicatesJob.run(system(), { ticketId });
const linkBetween = (one: string, other: string) => testDb().duplicateLink.findMany({ where: { lowerTicketId: pairOf(one, other).lower, higherTicketId: pairOf(one, other).higher } });
const linksOf = (ticketId: string) => testDb().duplicateLink.findMany({ where: { OR: [{ lowerTicketId: ticketId }, { higherTicketId: ticketId }] } });

let turn = 0;
/** An outage of a server of its own for each test, as two customers tell it. */
function outage() {
  turn += 1;
  const host = `mail${turn}.impera.example`;
  return [
    { subject: `Los correos rebotan desde ${host}`, body: `Todo lo que enviamos rebota con 550 5.7.1: dice que ${host} está en una lista negra.` },
    { subject: `550 5.7.1 al enviar, ${host} en lista negra`, body: `Nuestros clientes no reciben correos. El rebote dice 550 5.7.1, ${host} está en lista negra.` },
  ] as const;
}

describe("a new ticket", () => {
  it("sends its own comparison, exactly if it is opened", async () => {
    const { id } = await newTicket();
    const jobs = await testDb().$queryRaw<{ data: unknown }[]>`SELECT data FROM pgboss.job WHERE name = ${LINK_DUPLICATES} AND data->>'ticketId' = ${id}`;
    expect(jobs).toEqual([{ data: { ticketId: id } }]);
    const count = () => testDb().$queryRaw`SELECT count(*)::int AS n FROM pgboss.job WHERE name = ${LINK_DUPLICATES}`;
    const before = await count();
    expect(await openTicket({ db: testDb(), actor: ana, now: NOON }, await openInput({ priority: "high" }))).toMatchObject({ ok: false });
    expect(await count()).toEqual(before);
  });

  it("is linked with another customer's on the same matter, with why, the smaller id first", async () => {
    const [first, second] = outage();
    const one = await newTicket({ by: ana, ...first });
    const other = await newTicket({ by: bruno, ...second });
    await link(other.id);
    const [stored, ...more] = await linksOf(other.id);
    const { lower, higher } = pairOf(one.id, other.id);
    expect([stored, more]).toMatchObject([{ lowerTicketId: lower, higherTicketId: higher }, []]);
    expect(stored!.scoreMilli).toBeGreaterThan(350);
    expect(stored!.reasons).toContainEqual({ kind: "identifier", value: `mail${turn}.impera.example` });
    expect(JSON.stringify(stored!.reasons)).not.toMatch(/opened-ago|sentence/);
  });

  it("without anything like it is marked as compared, and has no link", async () => {
    const { id } = await newTicket();
    await link(id);
    expect(await linksOf(id)).toEqual([]);
    expect(await testDb().duplicateScan.count({ where: { ticketId: id } })).toBe(1);
  });

  it("that was closed or merged meanwhile is not compared", async () => {
    const [first, second] = outage();
    await newTicket({ by: bruno, ...second });
    const closed = await newTicket({ by: ana, ...first });
    unwrap(await closeTicket({ db: testDb(), actor: ana, now: NOON }, { ticketId: closed.id }));
    const merged = await newTicket({ by: ana, ...first });
    unwrap(await mergeTicket({ db: testDb(), actor: carla, now: NOON }, { ticketId: merged.id, intoReference: (await newTicket({ by: ana })).reference }));
    for (const { id } of [closed, merged]) {
      await link(id);
      expect(await linksOf(id)).toEqual([]);
      expect(await testDb().duplicateScan.count({ where: { ticketId: id } })).toBe(0);
    }
  });
});

describe("comparisons twice and at once, from both ends", () => {
  it("leave one row a pair, with the stronger of the two probabilities", async () => {
    const [first, second] = outage();
    const one = await newTicket({ by: ana, ...first });
    const other = await newTicket({ by: bruno, ...second });
    const scoreFrom = async (id: string) => {
      await testDb().duplicateLink.deleteMany();
      await link(id);
      return (await linkBetween(one.id, other.id))[0]!.scoreMilli;
    };
    const stronger = Math.max(await scoreFrom(one.id), await scoreFrom(other.id));

    await testDb().duplicateLink.deleteMany();
    await Promise.all([one, other, one, other, other, one].map(({ id }) => link(id)));
    expect(await linkBetween(one.id, other.id)).toMatchObject([{ scoreMilli: stronger }]);
    await link(one.id);
    expect(await linkBetween(one.id, other.id)).toMatchObject([{ scoreMilli: stronger }]);
  });

  it("of many tickets about one outage do not wait for each other in a ring", async () => {
    const [first, second] = outage();
    const tickets: OpenedTicket[] = [];
    for (let index = 0; index < 6; index += 1) tickets.push(await newTicket({ by: index % 2 ? ana : bruno, ...(index % 2 ? first : second) }));
    await Promise.all([...tickets, ...tickets.toReversed()].map(({ id }) => link(id)));
    const ids = tickets.map(({ id }) => id);
    expect(await testDb().duplicateLink.count({ where: { lowerTicketId: { in: ids }, higherTicketId: { in: ids } } })).toBe(15); // 6 × 5 / 2
  });
});

describe("tickets from before there were links", () => {
  it("are sent in small batches, newest first, until every live one was compared", async () => {
    await testDb().$executeRaw`INSERT INTO duplicate_scan SELECT id, now() FROM ticket ON CONFLICT DO NOTHING`;
    const text = { subject: "Zutrafen molibe", body: "Korbalin destrapo munila." };
    const rows: OpenedTicket[] = [];
    for (let index = 0; index < 27; index += 1) rows.push(await ticketRow({ ...text, createdAt: new Date(NOON.epochMilliseconds + index * 60_000) }));
    await testDb().$transaction(async (tx) => {
      for (const { id } of rows) await indexTicket(tx, { id, ...text, now: NOON });
    });
    const closed = await ticketRow({ status: "closed" });

    expect(await sentBy(() => linkRestJob.run(system(), {}))).toEqual(new Set(rows.slice(2).map(({ id }) => id)));
    for (const { id } of rows.slice(2)) await link(id);
    expect(await sentBy(() => linkRestJob.run(system(), {}))).toEqual(new Set(rows.slice(0, 2).map(({ id }) => id)));
    for (const { id } of rows.slice(0, 2)) await link(id);
    expect(await sentBy(() => linkRestJob.run(system(), {}))).toEqual(new Set());
    expect(await listUnscanned(system(), 100)).not.toContain(closed.id);
  }, 30_000);
});

/** The tickets whose comparison was sent meanwhile. */
async function sentBy(run: () => Promise<void>): Promise<Set<string>> {
  await testDb().$executeRaw`DELETE FROM pgboss.job WHERE name = ${LINK_DUPLICATES}`;
  await run();
  const jobs = await testDb().$queryRaw<{ id: string }[]>`SELECT data->>'ticketId' AS id FROM pgboss.job WHERE name = ${LINK_DUPLICATES}`;
  return new Set(jobs.map(({ id }) => id));
}
