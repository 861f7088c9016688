import { mintSystem } from "@/lib/auth/mint";
import { pollInbox, READ_MAILBOX } from "@/lib/inbound/commands/poll-inbox";
import { findDoors } from "@/lib/inbound/doors";
import { readImapAddress } from "@/lib/mail/inbound/imap-address";
import { readInbox, ROUND_MAX } from "@/lib/mail/inbound/imap-inbox";
import { DESK_ADDRESS, forgetLetters, letter } from "@/tests/integration/inbound/support/letters";
import { PASSWORD, startImapServer, USER, type ImapServerOfTests } from "@/tests/integration/inbound/support/imap-server";
import { diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

let server: ImapServerOfTests;

beforeAll(async () => {
  server = await startImapServer();
  Object.assign(process.env, { INBOUND_IMAP_URL: server.url, MAIL_FROM: DESK_ADDRESS });
});

afterAll(() => server.stop());

beforeEach(async () => {
  server.behave({ kind: "open" });
  server.empty();
  await forgetLetters();
  await testDb().inboundPoll.update({ where: { id: 1 }, data: { leaseUntil: null, checkedAt: null, succeededAt: null, failures: 0, nextAt: null, error: "" } });
  await testDb().$executeRaw`DELETE FROM pgboss.job WHERE name = ${READ_MAILBOX}`;
});

const PATIENCE = { silenceMs: 400, totalMs: 1_500 };
const poll = (minutesLater = 0, when: "scheduled" | "now" = "scheduled") => pollInbox({ db: testDb(), actor: mintSystem(), now: NOON.add({ minutes: minutesLater }) }, { when, patience: PATIENCE });
const state = () => testDb().inboundPoll.findUniqueOrThrow({ where: { id: 1 } });
const kept = () => testDb().inboundMail.count();
const answers = () => testDb().mailMessage.count({ where: { kind: "inbound" } });

describe("the mailbox", () => {
  it("is read, each message to the letter, and what was read is marked so", async () => {
    server.put(letter({ subject: "=?UTF-8?Q?Se=C3=B1al?=", text: "ñandú 🦤" }));
    server.put(letter({ from: "bruno@globex.example", headers: ["Auto-Submitted: auto-replied"] }));
    await poll();
    expect(await testDb().inboundMail.findMany({ orderBy: { sender: "asc" }, select: { door: true, sender: true, subject: true, body: true, verdict: true } })).toEqual([
      { door: "mailbox", sender: "ana@acme.example", subject: "Señal", body: "ñandú 🦤", verdict: "answered" },
      { door: "mailbox", sender: "bruno@globex.example", subject: "No llega el correo", body: "Desde ayer no llega nada.", verdict: "automatic" },
    ]);
    expect(server.unread()).toBe(0);
    expect(await state()).toMatchObject({ failures: 0, error: "", leaseUntil: null, succeededAt: new Date(NOON.epochMilliseconds) });
  });

  it("with what is no message in it is read on, and that is kept as what it is", async () => {
    server.put(Buffer.from("rubbish\r\n\r\nrubbish"));
    server.put(letter());
    await poll();
    expect((await testDb().inboundMail.findMany({ select: { verdict: true } })).map(({ verdict }) => verdict).sort()).toEqual(["answered", "unreadable"]);
    expect(server.unread()).toBe(0);
  });

  it("is read in rounds", async () => {
    for (let index = 0; index < ROUND_MAX + 3; index += 1) server.put(letter({ headers: ["Precedence: bulk"] }));
    await pollInbox({ db: testDb(), actor: mintSystem(), now: NOON }, { when: "scheduled" });
    expect([await kept(), server.unread()]).toEqual([ROUND_MAX, 3]);
    await pollInbox({ db: testDb(), actor: mintSystem(), now: NOON.add({ minutes: 1 }) }, { when: "scheduled" });
    expect([await kept(), server.unread()]).toEqual([ROUND_MAX + 3, 0]);
  });

  it("is read by one of many who come at once", async () => {
    server.put(letter());
    const before = server.countConnections();
    await Promise.all(Array.from({ length: 5 }, () => poll()));
    expect(server.countConnections() - before).toBe(1);
    expect([await kept(), await answers()]).toEqual([1, 1]);
  });

  it.each([
    ["before the server heard that it was read", false],
    ["before the desk heard that it is marked", true],
  ])("whose connection breaks %s gives nothing twice", async (_name, toServer) => {
    server.put(letter());
    server.put(letter({ from: "bruno@globex.example" }));
    server.behave({ kind: "cuts", at: /STORE/i, toServer });
    await poll();
    expect(await kept()).toBe(1);
    expect(await state()).toMatchObject({ failures: 1 });
    server.behave({ kind: "open" });
    await poll(1);
    expect([await kept(), await answers(), server.unread()]).toEqual([2, 2, 0]);
    expect(await state()).toMatchObject({ failures: 0, error: "" });
  });
});

describe("a server that", () => {
  it.each([
    ["says nothing", { kind: "silent" }, /timeout|greeting|silent/i],
    ["falls silent while a message is fetched", { kind: "falls-silent", at: /FETCH/i }, /timeout|longer/i],
    ["closes while a message is fetched", { kind: "cuts", at: /FETCH/i, toServer: false }, /close|connection|not available/i],
    ["closes at the sign-in", { kind: "cuts", at: /LOGIN|AUTHENTICATE/i, toServer: false }, /close|connection|not available/i],
  ] as const)("%s is given up soon, and tried again later", async (_name, way, words) => {
    server.put(letter());
    server.behave(way);
    const began = performance.now();
    await poll();
    expect(performance.now() - began).toBeLessThan(4_000);
    const { error, failures, nextAt, leaseUntil } = await state();
    expect({ failures, leaseUntil, nextAt: nextAt?.getTime() }).toEqual({ failures: 1, leaseUntil: null, nextAt: NOON.epochMilliseconds + 60_000 });
    expect(error).toMatch(words);
    server.behave({ kind: "open" });
    await poll();
    expect(await kept()).toBe(0);
    await poll(1);
    expect([await kept(), server.unread()]).toEqual([1, 0]);
  });

  it("refuses the password says so in its own words, and is told of no other", async () => {
    const address = { ...readImapAddress(server.url)!, pass: "otra-clave-9" };
    const refusal = await readInbox({ address, take: async () => undefined, patience: PATIENCE }).catch((error: Error) => error.message);
    expect(refusal).toMatch(/invalid|fail|credential/i);
    expect(refusal).not.toContain("otra-clave-9");
  });

  it("is elsewhere and does not encrypt never hears the password", async () => {
    const before = server.heard().length;
    const address = { ...readImapAddress(server.url)!, host: "127.0.0.2" };
    await expect(readInbox({ address, take: async () => undefined, patience: PATIENCE })).rejects.toThrow(/tls/i);
    expect(server.heard().slice(before)).not.toMatch(/LOGIN|AUTHENTICATE/i);
  });

  it("gives a message of twenty megabytes is read as far as a message may go", async () => {
    server.put(letter({ text: "palabra ".repeat(2_600_000) }));
    await pollInbox({ db: testDb(), actor: mintSystem(), now: NOON }, { when: "scheduled" });
    const [row] = await testDb().inboundMail.findMany();
    expect(row).toMatchObject({ verdict: "answered", sender: "ana@acme.example" });
    expect(row!.body.length).toBeLessThanOrEqual(60_000);
    expect(server.unread()).toBe(0);
  });

  it("stays away is asked less and less often, and shown among the jobs once", async () => {
    server.behave({ kind: "silent" });
    const at: number[] = [];
    for (let minute = 0; minute < 80; minute += 1) {
      const before = server.countConnections();
      await pollInbox({ db: testDb(), actor: mintSystem(), now: NOON.add({ minutes: minute }) }, { when: "scheduled", patience: { silenceMs: 60, totalMs: 200 } });
      if (server.countConnections() > before) at.push(minute);
    }
    expect(at).toEqual([0, 1, 3, 8, 18, 38, 68]);
    const jobs = await testDb().$queryRaw<unknown[]>`SELECT id FROM pgboss.job WHERE name = ${READ_MAILBOX}`;
    expect(jobs).toHaveLength(1);
    // The job's own try fails as a job does, in words; once the server is back it does what it is for.
    await expect(poll(70, "now")).rejects.toThrow(/timeout|greeting|silent|longer/i);
    server.behave({ kind: "open" });
    server.put(letter());
    await poll(71, "now");
    expect(await kept()).toBe(1);
  });
});

describe("the doors, for people to see", () => {
  it("say how the mailbox stands, and neither user nor password", async () => {
    server.behave({ kind: "silent" });
    await poll();
    const doors = await findDoors({ db: testDb(), actor: diego, now: NOON });
    expect(doors).toEqual({ hookUrl: null, mailbox: { host: "127.0.0.1", folder: "INBOX", checkedAt: new Date(NOON.epochMilliseconds).toISOString(), succeededAt: null, nextAt: new Date(NOON.epochMilliseconds + 60_000).toISOString(), failures: 1, error: expect.any(String) } });
    expect(JSON.stringify(doors)).not.toContain(PASSWORD);
    expect(JSON.stringify(doors)).not.toContain(USER);
  });
});
