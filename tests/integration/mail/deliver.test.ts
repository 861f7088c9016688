import { spawn } from "node:child_process";
import { once } from "node:events";
import { mintSystem } from "@/lib/auth/mint";
import { resendMail } from "@/lib/mail/commands/resend-mail";
import { deliverMail } from "@/lib/mail/deliver";
import { listOverdueMail, queueMail, type MailContent } from "@/lib/mail/outbox";
import { headerOf, startMailServer, type MailServerOfTests } from "@/tests/integration/mail/support/mail-server";
import { ana, diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDatabaseUrl, testDb, useDatabase } from "@/tests/support/db";
import { testEnvironment } from "@/tests/support/environment";
import { unwrap } from "@/tests/support/factories";

useDatabase();

let server: MailServerOfTests;

beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
});

afterAll(() => server.stop());

beforeEach(() => {
  server.behave({ kind: "accepts" });
  server.received.length = 0;
});

const CONTENT: MailContent = { address: "ana@acme.example", name: "Ana Torres", subject: "[IMP-1] Mañana llega", text: "Línea uno\n.\nñandú 🦤", html: "<p>ñ</p>", threadKey: "ticket-1", unsubscribeUrl: "http://localhost:3000/api/unsubscribe/x" };
const PATIENCE = { silenceMs: 300, totalMs: 1_000 };

async function queued(now = NOON): Promise<string> {
  return testDb().$transaction((tx) => queueMail(tx, { kind: "notifications", userId: ana.userId, now }));
}

function deliver(mailId: string, { now = NOON, content = CONTENT }: { now?: Temporal.Instant; content?: MailContent | null } = {}): Promise<void> {
  return deliverMail({ db: testDb(), actor: mintSystem(), now }, { mailId, makeContent: async () => content, patience: PATIENCE });
}

function mail(id: string) {
  return testDb().mailMessage.findUniqueOrThrow({ where: { id } });
}

describe("a message", () => {
  it("that opens a door takes the key along, and keeps none of it", async () => {
    const id = await queued();
    await deliver(id, { content: { ...CONTENT, text: "http://localhost:3000/set-password/abc-123", html: "<a href='abc-123'>abc-123</a>", secret: "abc-123" } });
    expect(server.received[0]!.bytes).toContain("/set-password/abc-123");
    expect(await mail(id)).toMatchObject({ state: "sent", bodyText: "http://localhost:3000/set-password/…", bodyHtml: "<a href='…'>…</a>" });
  });

  it("arrives as the standards ask, in text and HTML, to the letter", async () => {
    const id = await queued();
    await deliver(id);
    const [message] = server.received;
    if (!message) throw new Error("Nothing arrived.");
    const { messageKey } = await mail(id);
    expect(message).toMatchObject({ from: "no-responder@localhost", to: ["ana@acme.example"] });
    expect(headerOf(message, "From")).toBe("no-responder@localhost");
    expect(headerOf(message, "To")).toBe("Ana Torres <ana@acme.example>");
    expect(headerOf(message, "Subject")).toBe("=?UTF-8?Q?=5BIMP-1=5D_Ma=C3=B1ana_llega?=");
    expect(headerOf(message, "Message-ID")).toBe(`<${messageKey}@localhost>`);
    expect(headerOf(message, "References")).toBe("<ticket-1@localhost>");
    expect(headerOf(message, "In-Reply-To")).toBe("<ticket-1@localhost>");
    expect(headerOf(message, "Auto-Submitted")).toBe("auto-generated");
    expect(headerOf(message, "List-Unsubscribe")).toBe("<http://localhost:3000/api/unsubscribe/x>");
    expect(headerOf(message, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
    expect(headerOf(message, "Content-Type")).toMatch(/^multipart\/alternative/);
    expect(message.bytes).toMatch(/Content-Type: text\/plain; charset=utf-8[\s\S]*L=C3=ADnea uno\r\n\.\r\n=C3=B1and=C3=BA =F0=9F=A6=A4/);
    expect(message.bytes).toMatch(/Content-Type: text\/html; charset=utf-8[\s\S]*<p>=C3=B1<\/p>/);
    expect(await mail(id)).toMatchObject({ state: "sent", attempts: 1, subject: CONTENT.subject, bodyText: CONTENT.text, leaseId: null, handedOverAt: null });
  });

  it("takes no header from a subject or a name", async () => {
    const id = await queued();
    await deliver(id, { content: { ...CONTENT, subject: "Hola\r\nBcc: eva@evil.example\r\n\r\n<b>x", name: 'Ana\r\nX-Evil: 1 "<eva@evil.example>,' } });
    const [message] = server.received;
    if (!message) throw new Error("Nothing arrived.");
    expect(message.to).toEqual(["ana@acme.example"]);
    expect([headerOf(message, "Bcc"), headerOf(message, "X-Evil")]).toEqual([null, null]);
    expect(headerOf(message, "Subject")).toBe("Hola Bcc: eva@evil.example <b>x");
    expect(headerOf(message, "To")).toMatch(/<ana@acme\.example>$/);
  });

  it.each(["ana@acme.example\r\nRCPT TO:<eva@evil.example>", "ana@acme.example,eva@evil.example", "ana", "<ana@acme.example>", "ana@[127.0.0.1]", ""])("to %j is refused before anybody is spoken to", async (address) => {
    const id = await queued();
    await deliver(id, { content: { ...CONTENT, address } });
    expect(server.received).toEqual([]);
    expect(await mail(id)).toMatchObject({ state: "failed", answer: "INVALID_ADDRESS" });
  });

  it("with nothing that its reader may see is withdrawn", async () => {
    const id = await queued();
    await deliver(id, { content: null });
    expect(server.received).toEqual([]);
    expect(await mail(id)).toMatchObject({ state: "withdrawn" });
  });

  it("is sent once by many who try at once, and never again", async () => {
    const id = await queued();
    await Promise.all(Array.from({ length: 6 }, () => deliver(id)));
    await deliver(id, { now: NOON.add({ hours: 48 }) });
    expect(server.received).toHaveLength(1);
    expect(await mail(id)).toMatchObject({ state: "sent", attempts: 1 });
  });
});

describe("a server that", () => {
  it.each([
    ["refuses the reader for good", { kind: "refuses", at: "reader", code: 550 }, "failed"],
    ["refuses the text for good", { kind: "refuses", at: "text", code: 554 }, "failed"],
    ["refuses the reader for now", { kind: "refuses", at: "reader", code: 450 }, "waiting"],
    ["refuses the text for now", { kind: "refuses", at: "text", code: 451 }, "waiting"],
    ["says nothing at all", { kind: "falls-silent", at: "greeting" }, "waiting"],
  ] as const)("%s: %s → %s", async (_name, manner, state) => {
    const id = await queued();
    server.behave(manner);
    await deliver(id);
    const row = await mail(id);
    expect(row).toMatchObject({ state, attempts: 1, leaseId: null, handedOverAt: null });
    expect(row.answer).not.toBe("");
    if (state === "failed") return;
    expect(row.nextAttemptAt).toEqual(new Date(NOON.add({ minutes: 1 }).epochMilliseconds));
    server.behave({ kind: "accepts" });
    await deliver(id); // not its time
    expect(server.received).toHaveLength(0);
    await deliver(id, { now: NOON.add({ minutes: 1 }) });
    expect(server.received).toHaveLength(1);
    expect(await mail(id)).toMatchObject({ state: "sent", attempts: 2 });
  });

  it("is not there is tried again for two days, further and further apart, and then it is shown", async () => {
    const id = await queued();
    server.behave({ kind: "refuses", at: "reader", code: 421 });
    let now = NOON;
    let tries = 0;
    for (let row = await mail(id); row.state === "waiting"; row = await mail(id)) {
      now = Temporal.Instant.fromEpochMilliseconds(row.nextAttemptAt.getTime());
      await deliver(id, { now });
      tries += 1;
    }
    expect(await mail(id)).toMatchObject({ state: "failed", attempts: tries });
    expect(tries).toBe(13);
    expect(now.since(NOON).total("hours")).toBeGreaterThan(36);
  });

  it.each([
    ["hangs up", { kind: "hangs-up" }],
    ["falls silent", { kind: "falls-silent", at: "text" }],
  ] as const)("%s after the text may have it: it is said once more under the same Message-ID, and then a person decides", async (_name, manner) => {
    const id = await queued();
    server.behave(manner);
    await deliver(id);
    expect((await mail(id)).handedOverAt).not.toBeNull();
    await deliver(id, { now: NOON.add({ minutes: 1 }) });
    expect(await mail(id)).toMatchObject({ state: "failed", repeats: 1 });
    await deliver(id, { now: NOON.add({ hours: 20 }) });
    expect(server.received).toHaveLength(2);
    expect(new Set(server.received.map((each) => headerOf(each, "Message-ID"))).size).toBe(1);
    server.behave({ kind: "accepts" });
    unwrap(await resendMail({ db: testDb(), actor: diego, now: NOON.add({ hours: 21 }) }, { mailId: id }));
    await deliver(id, { now: NOON.add({ hours: 21 }) });
    expect(await mail(id)).toMatchObject({ state: "sent" });
  });
});

describe("a worker that is killed", () => {
  async function killedWorker(mailId: string, at: "reader" | "text"): Promise<void> {
    const args = ["--conditions=react-server", "--import", "tsx", "tests/integration/mail/support/mail-worker.ts", mailId, NOON.toString()];
    const child = spawn(process.execPath, args, { env: { ...process.env, ...testEnvironment(testDatabaseUrl()), SMTP_URL: server.url }, stdio: "ignore" });
    const exited = once(child, "exit");
    server.behave({ kind: "meanwhile", at, run: () => child.kill("SIGKILL") });
    const [, signal] = await exited;
    expect(signal).toBe("SIGKILL");
    server.behave({ kind: "accepts" });
  }

  it("between sending and recording leaves a message that nobody touches while it might be alive, and that is then sent once more under the same Message-ID", async () => {
    const id = await testDb().$transaction((tx) => queueMail(tx, { kind: "test", userId: ana.userId, content: CONTENT, now: NOON }));
    await killedWorker(id, "text");
    expect(await mail(id)).toMatchObject({ state: "sending", attempts: 1 });
    expect((await mail(id)).handedOverAt).not.toBeNull();

    const soon = NOON.add({ minutes: 4 });
    expect(await listOverdueMail(testDb(), { now: soon, lateMinutes: 0, max: 10 })).not.toContain(id);
    await deliver(id, { now: soon });
    expect(server.received).toHaveLength(1);

    const later = NOON.add({ minutes: 6 });
    expect(await listOverdueMail(testDb(), { now: later, lateMinutes: 0, max: 10 })).toContain(id);
    await Promise.all([deliver(id, { now: later }), deliver(id, { now: later })]);
    await deliver(id, { now: later.add({ hours: 24 }) });
    expect(server.received).toHaveLength(2);
    expect(new Set(server.received.map((each) => headerOf(each, "Message-ID"))).size).toBe(1);
    expect(await mail(id)).toMatchObject({ state: "sent", repeats: 1 });
  }, 60_000);

  it("before the text began leaves a message that is sent once in all", async () => {
    const id = await testDb().$transaction((tx) => queueMail(tx, { kind: "test", userId: ana.userId, content: CONTENT, now: NOON }));
    await killedWorker(id, "reader");
    expect(await mail(id)).toMatchObject({ state: "sending", handedOverAt: null });
    await deliver(id, { now: NOON.add({ minutes: 6 }) });
    expect(server.received).toHaveLength(1);
    expect(await mail(id)).toMatchObject({ state: "sent", attempts: 2, repeats: 0 });
  }, 60_000);
});
