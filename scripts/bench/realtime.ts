import { randomUUID } from "node:crypto";
import { Agent, request, type ClientRequest } from "node:http";
import { join } from "node:path";
import pg from "pg";
import { machine, memoryOf, pause } from "./machine";
import { cpuClock } from "./pages/cpu-time";
import { percentile } from "./pages/measure";
import { sessionCookie, type Person } from "./pages/session";
import { withDesk } from "./throw-away-desk";

const STREAMS = 1_000;
/** The rest are managers of one organization, whose ticket it is about. */
const AGENTS = 100;
const EVENTS = 60;
const IDLE_SECONDS = 60;
/** So many sign out, and so many are suspended, while all the others listen on. */
const LEAVING = 20;
const GOAL = { megabytes: 150, idlePercent: 5, p99Ms: 500, endMs: 2_000 };

/** A thousand people with a stream each on one process: what they cost while nothing happens, and how soon all hear of what does. */
export async function run(): Promise<void> {
  console.log(`Realtime: ${STREAMS} streams on one process. ${machine()}`);
  await withDesk({ data: "empty", env: { LOG_LEVEL: "error" } }, async ({ databaseUrl, server, directory }) => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const agent = new Agent({ maxSockets: Infinity });
    const streams: Stream[] = [];
    try {
      const { people, ticketId } = await fill(client);
      const clock = cpuClock({ serverPid: server.pid, databaseDirectory: join(directory, "postgres") });
      // Code and connections are loaded before the idle memory is read.
      for (const person of people.slice(0, 20)) (await openStream(server.url, agent, person)).end();
      await pause(5_000);
      const idleMegabytes = memoryOf(server.pid);

      const began = performance.now();
      for (let from = 0; from < STREAMS; from += 50) streams.push(...(await Promise.all(people.slice(from, from + 50).map((person) => openStream(server.url, agent, person)))));
      const seconds = (performance.now() - began) / 1000;
      await pause(5_000);
      const before = clock();
      const watched = performance.now();
      await pause(IDLE_SECONDS * 1000);
      const after = clock();
      const megabytes = memoryOf(server.pid) - idleMegabytes;
      const percentOf = (ms: number) => (100 * ms) / (performance.now() - watched);
      const idlePercent = before && after ? { server: percentOf(after.server - before.server), database: percentOf(after.database - before.database) } : null;
      console.log(`  opened in ${seconds.toFixed(1)} s; memory ${idleMegabytes.toFixed(0)} MB without them, ${megabytes.toFixed(0)} MB more with them`);
      if (idlePercent) console.log(`  while nothing happens, over ${IDLE_SECONDS} s: ${idlePercent.server.toFixed(1)} % of a core, and ${idlePercent.database.toFixed(1)} % in the database`);

      const times = await measureDelivery(client, streams, ticketId);
      const [p50, p99, most] = [percentile(times, 0.5), percentile(times, 0.99), Math.max(...times)];
      console.log(`  ${EVENTS} events, each to all ${STREAMS}: median ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, slowest ${most.toFixed(0)} ms; memory then ${(memoryOf(server.pid) - idleMegabytes).toFixed(0)} MB more. ${machine()}`);
      const signedOut = await measureEnds(streams.slice(-LEAVING), people.slice(-LEAVING), (person) => signOut(server.url, person));
      const suspended = await measureEnds(streams.slice(-2 * LEAVING, -LEAVING), people.slice(-2 * LEAVING, -LEAVING), ({ id }) => client.query("UPDATE app_user SET suspended_at = now() WHERE id = $1", [id]));
      const slowestEnd = Math.max(...signedOut, ...suspended);
      console.log(`  a stream ended after a sign-out: median ${percentile(signedOut, 0.5).toFixed(0)} ms, slowest ${Math.max(...signedOut).toFixed(0)} ms; after a suspension: median ${percentile(suspended, 0.5).toFixed(0)} ms, slowest ${Math.max(...suspended).toFixed(0)} ms`);
      const stopping = performance.now();
      await server.stop();
      console.log(`  stopped in ${((performance.now() - stopping) / 1000).toFixed(1)} s with all of them open; ${streams.slice(0, -2 * LEAVING).filter((stream) => stream.isEnded()).length} were told to come again`);
      say("Memory", megabytes < GOAL.megabytes, `${GOAL.megabytes} MB over idle`);
      if (idlePercent) say("An idle desk", idlePercent.server < GOAL.idlePercent, `${GOAL.idlePercent} % of a core`);
      say("p99 of delivery", p99 < GOAL.p99Ms, `${GOAL.p99Ms} ms`);
      say("The end of a stream", slowestEnd < GOAL.endMs, `${GOAL.endMs} ms after a sign-out or a suspension`);
    } finally {
      for (const stream of streams) stream.end();
      agent.destroy();
      await client.end();
    }
  });
}

function say(what: string, isMet: boolean, goal: string): void {
  console.log(`${what} ${isMet ? "stays" : "does NOT stay"} under ${goal}.`);
}

/** One at a time, and some in a burst, as on a busy morning. @returns milliseconds from before the commit to each stream */
async function measureDelivery(client: pg.Client, streams: readonly Stream[], ticketId: string): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < EVENTS; at += 1) {
    const expected = streams.map((stream) => stream.count() + 1);
    const began = performance.now();
    await client.query("INSERT INTO stream_event (topic, kind, subject_id) VALUES ('ticket', 'ticket.replied', $1)", [ticketId]);
    await untilAll(streams, expected);
    times.push(...streams.map((stream) => stream.lastAt() - began));
    await pause(at % 3 === 0 ? 0 : 150);
  }
  return times;
}

/** @returns milliseconds from before each asked to leave until the server had ended its stream */
async function measureEnds(streams: readonly Stream[], people: readonly SignedIn[], leave: (person: SignedIn) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (const [at, stream] of streams.entries()) {
    const began = performance.now();
    await leave(people[at]!);
    while (!stream.isEnded()) {
      if (performance.now() - began > 60_000) throw new Error("A stream did not end within a minute.");
      await pause(1);
    }
    times.push(performance.now() - began);
  }
  return times;
}

/** As the button does it: the form's token first, then the sign-out itself. */
async function signOut(origin: string, { cookie }: SignedIn): Promise<void> {
  const asked = await fetch(new URL("/api/auth/csrf", origin), { headers: { cookie } });
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const csrfCookie = asked.headers.getSetCookie().map((each) => each.split(";")[0]).join("; ");
  const answer = await fetch(new URL("/api/auth/signout", origin), {
    method: "POST",
    redirect: "manual",
    headers: { cookie: `${cookie}; ${csrfCookie}`, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, json: "true" }),
  });
  if (!answer.ok && answer.status !== 302) throw new Error(`A sign-out answered ${answer.status}.`);
}

async function untilAll(streams: readonly Stream[], expected: readonly number[]): Promise<void> {
  for (let waited = 0; ; waited += 5) {
    if (streams.every((stream, at) => stream.count() >= expected[at]!)) break;
    if (waited > 60_000) throw new Error("An event did not reach every stream within a minute.");
    await pause(5);
  }
  const twice = streams.findIndex((stream, at) => stream.count() > expected[at]!);
  if (twice >= 0) throw new Error(`An event reached stream ${twice} twice.`);
}

type SignedIn = Person & { cookie: string };
type Stream = { count: () => number; lastAt: () => number; /** By the server, in so many words. */ isEnded: () => boolean; end: () => void };

/** @returns once it is ready; counts the messages from then on */
function openStream(origin: string, agent: Agent, person: SignedIn): Promise<Stream> {
  return new Promise((resolve, reject) => {
    let messages = 0;
    let lastAt = 0;
    let isEnded = false;
    let rest = "";
    const asked: ClientRequest = request(new URL("/api/events", origin), { agent, headers: { cookie: person.cookie } }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`A stream answered ${response.statusCode}.`));
      response.setEncoding("utf8");
      response.on("error", () => {});
      response.on("data", (chunk: string) => {
        const blocks = (rest + chunk).split("\n\n");
        rest = blocks.pop() ?? "";
        for (const block of blocks) {
          if (block.startsWith("event: ready")) resolve({ count: () => messages, lastAt: () => lastAt, isEnded: () => isEnded, end: () => asked.destroy() });
          if (block.startsWith("event: end")) isEnded = true;
          if (!block.includes('"topic":"ticket"')) continue;
          messages += 1;
          lastAt = performance.now();
        }
      });
    });
    asked.on("error", reject);
    asked.end();
  });
}

/** People enough, and a ticket that all of them may see. */
async function fill(client: pg.Client): Promise<{ people: SignedIn[]; ticketId: string }> {
  const [organization, ticketId] = [randomUUID(), randomUUID()];
  await client.query("INSERT INTO organization (id, slug, name) VALUES ($1, 'mil', 'Mil y uno')", [organization]);
  const { rows } = await client.query<Person>(
    `INSERT INTO app_user (email, name, role, organization_id, organization_role)
     SELECT 'persona' || n || '@mil.example', 'Persona ' || n, (CASE WHEN n <= $2 THEN 'agent' ELSE 'customer' END)::user_role,
       CASE WHEN n > $2 THEN $1::uuid END, CASE WHEN n > $2 THEN 'manager'::organization_role END
     FROM generate_series(1, $3) AS n RETURNING id, name, email`,
    [organization, AGENTS, STREAMS],
  );
  await client.query(
    `INSERT INTO ticket (id, reference, requester_id, organization_id, department_id, priority, subject, body, submission_key, created_at, updated_at)
     SELECT $1, 'IMP-7K3M-Q2XD', u.id, $2, (SELECT id FROM department ORDER BY position LIMIT 1), 'low', 'Uno', 'Uno.', gen_random_uuid(), now(), now()
     FROM app_user u WHERE u.organization_id = $2 ORDER BY u.email LIMIT 1`,
    [ticketId, organization],
  );
  return { people: await Promise.all(rows.map(async (row) => ({ ...row, cookie: await sessionCookie(client, row) }))), ticketId };
}
