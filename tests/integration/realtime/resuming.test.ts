import { randomUUID } from "node:crypto";
import pg from "pg";
import type { StreamHub } from "@/lib/realtime/hub";
import { readNow, readSince } from "@/lib/realtime/read-events";
import { resume } from "@/lib/realtime/resume";
import { cursorOf, parseCursor } from "@/lib/realtime/snapshot";
import { tell } from "@/lib/realtime/tell";
import { listen, startProcess, until } from "@/tests/integration/realtime/support/streams";
import { ana, bruno, carla } from "@/tests/support/cast";
import { testDatabaseUrl, testDb, useDatabase, withConnection } from "@/tests/support/db";
import { newTicket } from "@/tests/support/factories";

useDatabase();

let processes: ReturnType<typeof startProcess>[] = [];
function start(): StreamHub {
  const process = startProcess();
  processes.push(process);
  return process.hub;
}
afterEach(async () => {
  for (const each of processes) await each.stop();
  processes = [];
});

const TELL = "INSERT INTO stream_event (topic, kind, subject_id) VALUES ('ticket', 'ticket.replied', $1)";
const references = (stream: { news: () => { topic: string }[] }) => stream.news().flatMap((each) => ("reference" in each ? [each.reference] : []));

describe("what transactions wrote that end in another order than they began", () => {
  it("reaches an open stream, once each, and nobody waits for the one that runs long", async () => {
    const [slow, quick] = [await newTicket(), await newTicket()];
    const stream = await listen(start(), carla, { after: cursorOf(await readNow(testDb())) });
    await withConnection(testDatabaseUrl(), async (client) => {
      await client.query("BEGIN");
      await client.query(TELL, [slow.id]);
      await tell(testDb(), { topic: "ticket", kind: "ticket.replied", subjectId: quick.id });
      await until(() => references(stream).includes(quick.reference));
      expect(references(stream)).toEqual([quick.reference]);
      await client.query("COMMIT");
    });
    await until(() => references(stream).length > 1);
    expect(references(stream)).toEqual([quick.reference, slow.reference]);
  });

  it("is neither missed nor told twice by whoever comes again in between", async () => {
    const [slow, quick, never] = [await newTicket(), await newTicket(), await newTicket()];
    const hub = start();
    const first = await listen(hub, carla, { after: cursorOf(await readNow(testDb())) });
    await withConnection(testDatabaseUrl(), async (client) => {
      await client.query("BEGIN");
      await client.query(TELL, [slow.id]);
      await withConnection(testDatabaseUrl(), async (undone) => {
        await undone.query("BEGIN");
        await undone.query(TELL, [never.id]);
        await undone.query("ROLLBACK");
      });
      await tell(testDb(), { topic: "ticket", kind: "ticket.replied", subjectId: quick.id });
      await until(() => references(first).includes(quick.reference));
      first.leave();
      await client.query("COMMIT");
    });
    const second = await listen(hub, carla, { after: first.cursor() });
    expect(references(second)).toEqual([slow.reference]);
    second.leave();
    const third = await listen(hub, carla, { after: second.cursor() });
    expect(references(third)).toEqual([]);
  });

  it("comes exactly once over a hundred of them in any order, read at any time", async () => {
    let seed = 7;
    const dice = (sides: number) => (seed = (seed * 48_271) % 2_147_483_647) % sides;
    const clients = await Promise.all(Array.from({ length: 8 }, async () => {
      const client = new pg.Client({ connectionString: testDatabaseUrl() });
      await client.connect();
      return { client, written: null as string | null };
    }));
    const committed: string[] = [];
    const heard: string[] = [];
    let seen = await readNow(testDb());
    const look = async () => {
      const { rows, snapshot } = await readSince(testDb(), parseCursor(cursorOf(seen))!);
      seen = snapshot;
      heard.push(...rows.map((row) => row.subjectId));
    };
    for (let step = 0; step < 300; step += 1) {
      const one = clients[dice(clients.length)]!;
      if (one.written === null) {
        one.written = randomUUID();
        await one.client.query("BEGIN");
        await one.client.query(TELL, [one.written]);
      } else {
        const isKept = dice(4) > 0;
        await one.client.query(isKept ? "COMMIT" : "ROLLBACK");
        if (isKept) committed.push(one.written);
        one.written = null;
      }
      if (dice(3) === 0) await look();
    }
    for (const { client } of clients) await client.end();
    await look();
    expect(committed.length).toBeGreaterThan(80);
    expect([...heard].sort()).toEqual([...committed].sort());
  });
});

describe("two processes on one database", () => {
  it("tell the same, and a stream goes on at the other where it was cut at the first", async () => {
    const ticket = await newTicket();
    const [one, other] = [start(), start()];
    const after = cursorOf(await readNow(testDb()));
    const [here, there] = [await listen(one, ana, { after }), await listen(other, carla, { after })];
    await tell(testDb(), { topic: "ticket", kind: "ticket.replied", subjectId: ticket.id, actorId: carla.userId });
    await until(() => here.news().length > 0 && there.news().length > 0);
    expect(here.news()).toEqual([{ topic: "ticket", reference: ticket.reference, change: "answered", isOwn: false }]);
    expect(there.news()).toEqual([{ topic: "ticket", reference: ticket.reference, change: "answered", isOwn: true }]);
    here.leave();
    await tell(testDb(), { topic: "ticket", kind: "ticket.solved", subjectId: ticket.id });
    const moved = await listen(other, ana, { after: here.cursor() });
    expect(moved.news()).toEqual([{ topic: "ticket", reference: ticket.reference, change: "changed", isOwn: false }]);
  });

  it("use one connection each to listen, come back when it is cut, and miss nothing of meanwhile", async () => {
    const ticket = await newTicket();
    const hubs = [start(), start()];
    const after = cursorOf(await readNow(testDb()));
    const streams = await Promise.all(hubs.flatMap((hub) => [listen(hub, ana, { after }), listen(hub, carla, { after })]));
    const listening = () => testDb().$queryRaw<{ pid: number }[]>`SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'mesa-stream' AND query LIKE 'LISTEN%'`;
    let cut = await listening();
    for (; cut.length < 2; cut = await listening()) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(cut).toHaveLength(2);
    // Written with the cut: nobody is there to be told.
    await testDb().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'mesa-stream'`;
      await tell(tx, { topic: "ticket", kind: "ticket.replied", subjectId: ticket.id });
    });
    await until(() => streams.every((stream) => references(stream).length > 0));
    expect(streams.map(references)).toEqual(streams.map(() => [ticket.reference]));
  });
});

describe("a cursor that cannot be gone on from", () => {
  const now = async () => cursorOf(await readNow(testDb()));
  it.each(["", "x", "1", "1.1:1:1", "1.5:3:", "1.1:9:5,4", "1.1:9:9", "1.0:0:", "1.99999999999999999999:1:", `1.1:9:${"2,".repeat(6_000)}3`, "1.1:5:'; DROP TABLE stream_event", "\u0000", "🙂"])("%j begins anew and says so", async (after) => {
    const stream = await listen(start(), bruno, { after });
    expect(stream.frames()[0]).toMatchObject({ event: "reset", id: expect.stringMatching(/^\d+\.\d+:\d+:/) });
    expect((await resume(testDb(), stream.cursor())).isReset).toBe(false);
  });

  it("is one of another database, whose transactions are still to come here", async () => {
    const { xmax } = parseCursor(await now())!;
    expect((await resume(testDb(), `${Math.floor(Date.now() / 1000)}.${xmax + 1_000n}:${xmax + 1_000n}:`)).isReset).toBe(true);
  });

  it("is one from before what is kept", async () => {
    const [seconds = "", snapshot = ""] = (await now()).split(/\.(.*)/);
    expect((await resume(testDb(), `${Number(seconds) - 22 * 3600}.${snapshot}`)).isReset).toBe(false);
    expect((await resume(testDb(), `${Number(seconds) - 23 * 3600 - 60}.${snapshot}`)).isReset).toBe(true);
  });

  it("is one after which too much happened", async () => {
    const after = await now();
    const data = Array.from({ length: 1_001 }, () => ({ topic: "ticket", kind: "ticket.replied", subjectId: randomUUID() }));
    await testDb().streamEvent.createMany({ data: data.slice(1) });
    expect((await resume(testDb(), after)).isReset).toBe(false);
    await testDb().streamEvent.createMany({ data: data.slice(0, 1) });
    expect((await resume(testDb(), after)).isReset).toBe(true);
    await testDb().streamEvent.deleteMany();
  });

  it("is not the lack of one: whoever begins hears what happened while the page was on its way", async () => {
    const ticket = await newTicket();
    const stream = await listen(start(), ana);
    expect(stream.frames()[0]?.event).toBe("ready");
    expect(stream.news()).toContainEqual({ topic: "ticket", reference: ticket.reference, change: "opened", isOwn: true });
  });
});
