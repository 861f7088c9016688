import { ANSWERS_AN_HOUR } from "@/lib/inbound/commands/keep-message";
import { forgetInbound } from "@/lib/inbound/forget";
import { mintSystem } from "@/lib/auth/mint";
import { DESK_ADDRESS, forgetLetters, keep, letter, rowOf, sendAnswers } from "@/tests/integration/inbound/support/letters";
import { headerOf, startMailServer, type MailServerOfTests } from "@/tests/integration/mail/support/mail-server";
import { ana, andres, bruno, carla, sergio } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { answeredTicket } from "@/tests/support/factories";

useDatabase();

let server: MailServerOfTests;

beforeAll(async () => {
  server = await startMailServer();
  Object.assign(process.env, { SMTP_URL: server.url, MAIL_FROM: `Mesa <${DESK_ADDRESS}>` });
});

afterAll(() => server.stop());

beforeEach(async () => {
  server.behave({ kind: "accepts" });
  server.received.length = 0;
  await forgetLetters();
});

const DAY = 24 * 60;

describe("a letter of a customer", () => {
  it("is kept with what was written, and answered at once", async () => {
    const { inboundId, verdict } = await keep(letter({ subject: "=?UTF-8?Q?Se=C3=B1al?=", text: "Hola\r\n\r\nEl lun, 23 nov 2026, Mesa escribió:\r\n> antes" }));
    expect(verdict).toBe("answered");
    expect(await rowOf(inboundId)).toMatchObject({ door: "hook", sender: "ana@acme.example", subject: "Señal", body: "Hola", userId: ana.userId, ticketId: null, answer: { kind: "inbound", userId: ana.userId, address: "ana@acme.example", state: "waiting" } });
  });

  it("gets one message that programs do not answer, that belongs to it, and that comes back to nobody", async () => {
    await keep(letter({ messageId: "<first@acme.example>", headers: ["References: <a@acme.example> <b@acme.example>", "In-Reply-To: <b@acme.example>"], text: "Comprar http://estafa.example ya", subject: "GANE DINERO" }));
    await sendAnswers();
    const [message, ...more] = server.received;
    if (!message) throw new Error("Nothing arrived.");
    expect(more).toEqual([]);
    expect(message).toMatchObject({ from: "", to: ["ana@acme.example"] });
    expect(headerOf(message, "Auto-Submitted")).toBe("auto-replied");
    expect(headerOf(message, "X-Auto-Response-Suppress")).toBe("All");
    expect(headerOf(message, "X-Loop")).toBe(DESK_ADDRESS);
    expect(headerOf(message, "In-Reply-To")).toBe("<first@acme.example>");
    expect(headerOf(message, "References")).toBe("<a@acme.example> <b@acme.example> <first@acme.example>");
    expect(headerOf(message, "From")).toBe(`Mesa <${DESK_ADDRESS}>`);
    // Nothing of what came in goes out: whoever was named as its sender may not have written it.
    expect(message.bytes).not.toMatch(/estafa|GANE/);
    expect(message.bytes.replaceAll("=\r\n", "")).toMatch(/\/from-mail\/[\w-]{43}/);
  });

  it("leaves no key behind once its answer is on its way", async () => {
    const { inboundId } = await keep(letter());
    const [sent] = await sendAnswers();
    const token = /\/from-mail\/([\w-]{43})/.exec(server.received[0]!.bytes.replaceAll("=\r\n", ""))![1]!;
    expect(sent).toMatchObject({ state: "sent", bodyText: expect.stringContaining("/from-mail/…") });
    expect(JSON.stringify([sent, await rowOf(inboundId)])).not.toContain(token);
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
  });

  it("that the server may have taken is answered again with the same link", async () => {
    server.behave({ kind: "hangs-up" });
    await keep(letter());
    await sendAnswers();
    server.behave({ kind: "accepts" });
    await sendAnswers(5);
    const tokens = server.received.map(({ bytes }) => /\/from-mail\/([\w-]{43})/.exec(bytes.replaceAll("=\r\n", ""))?.[1]);
    expect(tokens).toEqual([expect.stringMatching(/^[\w-]{43}$/), tokens[0]]);
  });

  it("is not answered any more once its link would be worth nothing", async () => {
    await keep(letter());
    const [mail] = await sendAnswers(14 * DAY);
    expect(mail).toMatchObject({ state: "withdrawn" });
    expect(server.received).toEqual([]);
  });
});

describe("a letter that comes twice", () => {
  it("is kept once: by its Message-ID and sender, through whichever door", async () => {
    const first = await keep(letter({ messageId: "<same@acme.example>" }));
    const again = await keep(letter({ messageId: "<same@acme.example>", headers: ["Received: by another way"] }), { door: "mailbox" });
    expect(again).toEqual({ inboundId: first.inboundId, verdict: "answered", isKnown: true });
    const other = await keep(letter({ messageId: "<same@acme.example>", from: "bruno@globex.example" }));
    expect(other.isKnown).toBe(false);
  });

  it("is kept once by its bytes where it has no Message-ID", async () => {
    const bytes = letter({ messageId: null });
    expect((await keep(bytes)).isKnown).toBe(false);
    expect((await keep(bytes)).isKnown).toBe(true);
    expect((await keep(letter({ messageId: null, text: "otro" }))).isKnown).toBe(false);
  });

  it("at the same moment, ten times, is one, and has one answer", async () => {
    const bytes = letter();
    const kept = await Promise.all(Array.from({ length: 10 }, () => keep(bytes)));
    expect(kept.filter(({ isKnown }) => !isKnown)).toHaveLength(1);
    expect(new Set(kept.map(({ inboundId }) => inboundId)).size).toBe(1);
    expect(kept.map(({ verdict }) => verdict)).toEqual(Array.from({ length: 10 }, () => "answered"));
    expect(await testDb().mailMessage.count({ where: { kind: "inbound" } })).toBe(1);
  });
});

describe("a sender", () => {
  it("is answered once a day, whatever stands behind a plus", async () => {
    expect((await keep(letter())).verdict).toBe("answered");
    expect((await keep(letter(), { minutesLater: DAY - 1 })).verdict).toBe("answered_today");
    expect((await keep(letter({ from: "ana+otra@acme.example" }), { minutesLater: DAY - 1 })).verdict).toBe("answered_today");
    expect((await keep(letter(), { minutesLater: DAY })).verdict).toBe("answered");
  });

  it("who writes ten letters at once is answered once", async () => {
    const kept = await Promise.all(Array.from({ length: 10 }, () => keep(letter())));
    expect(kept.filter(({ verdict }) => verdict === "answered")).toHaveLength(1);
    expect(kept.filter(({ verdict }) => verdict === "answered_today")).toHaveLength(9);
    expect(await testDb().mailMessage.count({ where: { kind: "inbound" } })).toBe(1);
  });

  it("comes last where many do in an hour, and keeps the day", async () => {
    const at = new Date(NOON.epochMilliseconds);
    await testDb().inboundMail.createMany({ data: Array.from({ length: ANSWERS_AN_HOUR }, (_, index) => ({ messageKey: String(index).padStart(64, "0"), door: "hook" as const, sender: `p${index}@x.example`, verdict: "answered" as const, seed: "x", tokenHash: `x${index}`, linkExpiresAt: at, receivedAt: at })) });
    expect((await keep(letter(), { minutesLater: 1 })).verdict).toBe("over_limit");
    expect((await keep(letter(), { minutesLater: 61 })).verdict).toBe("answered");
  });

  it.each([
    ["somebody without an account", "nadie@nuevo.example", "inboundstranger", null],
    ["somebody whose account was closed", "sergio@acme.example", "inboundstranger", null],
    ["one of the desk", "carla@impera.example", "inbound", carla.userId],
    ["a customer in capitals", "BRUNO@Globex.example", "inbound", bruno.userId],
  ])("%s", async (_name, from, template, userId) => {
    const { inboundId } = await keep(letter({ from }));
    expect(await rowOf(inboundId)).toMatchObject({ userId, answer: { userId, details: { template } } });
    await sendAnswers();
    expect(server.received).toHaveLength(1);
    expect(sergio.userId).not.toBe(userId);
  });

  it("without an account hears how one gets one, and of nobody's name", async () => {
    await keep(letter({ from: '"Oferta http://estafa.example" <nadie@nuevo.example>' }));
    const [mail] = await sendAnswers();
    expect(mail!.bodyText).toContain("regístrese con esta misma dirección: http://localhost:3000/sign-up");
    expect(mail!.bodyText).not.toContain("estafa");
    expect(headerOf(server.received[0]!, "To")).toBe("nadie@nuevo.example");
  });
});

describe("an answer to what the desk wrote about a ticket", () => {
  const reply = (from: string, ids: string) => keep(letter({ from, headers: [`References: ${ids}`], subject: "Re: algo" }));

  it("leads to that ticket, for whoever may see it, by the ticket's id or by the message's", async () => {
    const ticket = await answeredTicket({ by: andres });
    const byTicket = await reply("andres@acme.example", `<ticket-${ticket.id}@localhost>`);
    expect(await rowOf(byTicket.inboundId)).toMatchObject({ ticketId: ticket.id, answer: { details: { template: "inboundreply" } } });

    const at = new Date(NOON.epochMilliseconds);
    const mail = await testDb().mailMessage.create({ data: { kind: "notifications", state: "kept", userId: ana.userId, messageKey: crypto.randomUUID(), nextAttemptAt: at, createdAt: at } });
    const { id: eventId } = await testDb().ticketEvent.findFirstOrThrow({ where: { ticketId: ticket.id } });
    await testDb().notification.create({ data: { userId: ana.userId, topic: "states", source: "letter", ticketEventId: eventId, ticketId: ticket.id, isInPortal: true, at, mailId: mail.id } });
    const byMessage = await reply("ana@acme.example", `<${mail.messageKey}@LOCALHOST>`);
    expect(await rowOf(byMessage.inboundId)).toMatchObject({ ticketId: ticket.id });
    await sendAnswers();
    expect(server.received.map((message) => headerOf(message, "Subject"))).toEqual(expect.arrayContaining([expect.stringContaining(ticket.reference)]));
  });

  it("of somebody who may not see it, or of another desk, leads to the form, and names nothing of the ticket", async () => {
    const ticket = await answeredTicket({ by: andres });
    const stranger = await reply("bruno@globex.example", `<ticket-${ticket.id}@localhost>`);
    expect(await rowOf(stranger.inboundId)).toMatchObject({ ticketId: null, answer: { details: { template: "inbound" } } });
    const nobody = await reply("nadie@nuevo.example", `<ticket-${ticket.id}@localhost>`);
    expect(await rowOf(nobody.inboundId)).toMatchObject({ ticketId: null, answer: { details: { template: "inboundstranger" } } });
    const elsewhere = await reply("andres@acme.example", `<ticket-${ticket.id}@mesa.evil.example>`);
    expect(await rowOf(elsewhere.inboundId)).toMatchObject({ ticketId: null });
    await sendAnswers();
    expect(server.received.filter(({ bytes }) => bytes.includes(ticket.reference))).toEqual([]);
  });
});

describe("what deserves no answer", () => {
  it("is kept with the reason, and nobody is written to", async () => {
    const { inboundId, verdict } = await keep(letter({ headers: ["Auto-Submitted: auto-replied (vacation)"] }));
    expect(verdict).toBe("automatic");
    expect(await rowOf(inboundId)).toMatchObject({ evidence: "auto-submitted: auto-replied (vacation)", tokenHash: null, answer: null });
    expect(await testDb().inboundSender.count()).toBe(0);
  });

  it("that no eye can read is refused at the hook, and kept from the mailbox, once", async () => {
    await expect(keep(Buffer.from("not a message"))).rejects.toThrow("MAIL_UNREADABLE");
    const kept = await keep(Buffer.from("not a message"), { door: "mailbox" });
    expect(kept).toMatchObject({ verdict: "unreadable", isKnown: false });
    expect(await keep(Buffer.from("not a message"), { door: "mailbox" })).toMatchObject({ isKnown: true });
  });

  it("is the desk's own answer, as it was sent", async () => {
    await keep(letter());
    await sendAnswers();
    const own = Buffer.from(server.received[0]!.bytes);
    expect((await keep(own)).verdict).toBe("own_mail");
    expect((await keep(Buffer.from(own.toString().replace(/^From: .*$/m, "From: bruno@globex.example").replace(/^To: .*$/m, `To: ${DESK_ADDRESS}`)))).verdict).toBe("looped");
  });
});

describe("time", () => {
  const forget = (minutesLater: number) => forgetInbound({ db: testDb(), actor: mintSystem(), now: NOON.add({ minutes: minutesLater }) });

  it("takes away what was written after two weeks, and that it came after a month", async () => {
    const { inboundId } = await keep(letter());
    await forget(14 * DAY);
    expect((await rowOf(inboundId)).body).not.toBe("");
    await forget(14 * DAY + 1);
    expect(await rowOf(inboundId)).toMatchObject({ body: "", verdict: "answered" });
    await forget(30 * DAY + 1);
    expect(await testDb().inboundMail.count()).toBe(0);
    expect(await testDb().inboundSender.count()).toBe(0);
  });
});
