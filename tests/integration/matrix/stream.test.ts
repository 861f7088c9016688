import { randomUUID } from "node:crypto";
import type { StaffActor } from "@/lib/auth/actor";
import { findPersonOfSession } from "@/lib/auth/person-of-session";
import type { News } from "@/lib/realtime/news";
import { readNow } from "@/lib/realtime/read-events";
import { pollNews } from "@/lib/realtime/resume";
import { TOPICS } from "@/lib/realtime/registry";
import { cursorOf } from "@/lib/realtime/snapshot";
import { addNote } from "@/lib/tickets/commands/add-note";
import { assignTicket } from "@/lib/tickets/commands/assign-ticket";
import { lookAtTicket } from "@/lib/tickets/commands/look-at-ticket";
import { staffReply } from "@/lib/tickets/commands/reply-to-ticket";
import { PEOPLE } from "@/tests/integration/matrix/support/rows";
import { ACTORS, OWNERS, readTable, type Owner } from "@/tests/integration/matrix/support/table";
import { allDelivered, listen, startProcess } from "@/tests/integration/realtime/support/streams";
import { ana, andres, bruno, elena } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { newTicket, unwrap } from "@/tests/support/factories";

useDatabase();

/** Who hears, through the stream and by asking alike, of what its owner and Elena of the desk do with whose ticket. Outcomes as in tickets.test.ts. */
const TABLE = `
opened   ana    | gate none none sees gate sees sees
         andres | gate none sees sees gate sees sees
         bruno  | gate sees none none gate sees sees
answered ana    | gate none none sees gate sees sees
         andres | gate none sees sees gate sees sees
         bruno  | gate sees none none gate sees sees
noted    ana    | gate none none none gate sees sees
         andres | gate none none none gate sees sees
         bruno  | gate none none none gate sees sees
assigned ana    | gate none none none gate sees sees
         andres | gate none none none gate sees sees
         bruno  | gate none none none gate sees sees
presence ana    | gate none none none gate sees sees
         andres | gate none none none gate sees sees
         bruno  | gate none none none gate sees sees
`;

const CELLS = readTable(TABLE);
const OWNER_OF = { ana, andres, bruno };

it("nobody hears of what they may not see, not even that it happened", async () => {
  const running = startProcess();
  const wrong: string[] = [];
  for (const owner of OWNERS) {
    const after = cursorOf(await readNow(testDb()));
    const listeners = await listenAll(running.hub, after);
    const ticket = await workOnTicket(owner);
    await allDelivered(listeners.map(({ stream, actor }) => ({ stream, userId: actor.userId })));
    for (const name of ACTORS) {
      const listener = listeners.find((each) => each.name === name);
      const polled = listener && (await pollNews({ db: testDb(), actor: listener.actor, now: NOON }, TOPICS, after)).news;
      for (const { operation, expected } of CELLS.filter((cell) => cell.owner === owner && cell.actor === name)) {
        const streamed = outcomeOf(operation, listener?.stream.news());
        const asked = outcomeOf(operation, polled);
        if (streamed !== expected || asked !== expected) wrong.push(`${name} on ${operation} of ${owner}'s: ${streamed} by stream, ${asked} by asking, instead of ${expected}`);
      }
      // Nothing else either: each thing once, and only of this ticket.
      const others = listener?.stream.news().filter((news) => "reference" in news && news.reference !== ticket.reference);
      if (others && others.length > 0) wrong.push(`${name} heard of ${JSON.stringify(others)}`);
      listener?.stream.leave();
    }
  }
  await running.stop();
  expect(wrong).toEqual([]);
}, 60_000);

it("is asked of 5 kinds of news for 3 owners and 7 actors: 105 cells", () => {
  expect(new Set(CELLS.map(({ operation, owner, actor }) => `${operation} ${owner} ${actor}`)).size).toBe(5 * OWNERS.length * ACTORS.length);
});

async function listenAll(hub: ReturnType<typeof startProcess>["hub"], after: string) {
  const listeners = [];
  for (const name of ACTORS) {
    const person = PEOPLE[name];
    const actor = await findPersonOfSession({ db: testDb() }, person && { userId: person.userId, sessionVersion: 1 });
    if (actor) listeners.push({ name, actor, stream: await listen(hub, actor, { after }) });
  }
  return listeners;
}

async function workOnTicket(owner: Owner): Promise<{ reference: string }> {
  const ticket = await newTicket({ by: OWNER_OF[owner] });
  const ctx = { db: testDb(), actor: elena as StaffActor, now: NOON };
  const message = { ticketId: ticket.id, submissionKey: randomUUID() };
  unwrap(await lookAtTicket(ctx, { ticketId: ticket.id, isLooking: true }));
  unwrap(await assignTicket(ctx, { ticketId: ticket.id, assigneeId: elena.userId }));
  unwrap(await addNote(ctx, { ...message, body: "Nota interna" }));
  unwrap(await staffReply(ctx, { ...message, body: "Ya lo revisamos.", next: "open" }));
  return ticket;
}

function outcomeOf(operation: string, news: readonly News[] | undefined): string {
  if (!news) return "gate";
  const heard = news.filter((each) => (each.topic === "ticket" ? each.change === operation : each.topic === operation));
  return ["none", "sees"][heard.length] ?? `${heard.length} times`;
}
