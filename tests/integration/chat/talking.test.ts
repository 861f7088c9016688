import { randomUUID } from "node:crypto";
import { mintSystem } from "@/lib/auth/mint";
import { assignWaiting } from "@/lib/chat/assign";
import { closeConversation, closeSilent } from "@/lib/chat/commands/close-conversation";
import { handOver, takeConversation } from "@/lib/chat/commands/hand-over";
import { readMessages } from "@/lib/chat/commands/read-messages";
import { sendMessage } from "@/lib/chat/commands/send-message";
import { setAvailability, stayPresent } from "@/lib/chat/commands/set-availability";
import { startConversation } from "@/lib/chat/commands/start-conversation";
import { findConversation } from "@/lib/chat/queries";
import { sendSchema } from "@/lib/chat/schema";
import { toDate } from "@/lib/time/instants";
import { available, conversation, ctxOf, customers, emptyDesk, say, startInput, talkOf, textsOf } from "@/tests/integration/chat/support/chats";
import { ana, andres, bruno, carla, diego, elena } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";

useDatabase();
beforeEach(emptyDesk);

describe("beginning", () => {
  it("is possible within the hours with somebody there, and says otherwise when the desk opens", async () => {
    expect(await startConversation(ctxOf(ana), startInput())).toEqual({ ok: false, code: "CHAT_NOBODY" });
    await available(carla);
    expect(await startConversation(ctxOf(ana, NOON.add({ minutes: 4 })), startInput())).toEqual({ ok: false, code: "CHAT_NOBODY" }); // her browser said nothing for four minutes
    unwrap(await stayPresent(ctxOf(carla, NOON.add({ minutes: 4 }))));
    expect((await startConversation(ctxOf(ana, NOON.add({ minutes: 4 })), startInput())).ok).toBe(true);
    const evening = at("2026-11-18T19:00");
    await available(carla, { now: evening });
    expect(await startConversation(ctxOf(bruno, evening), startInput())).toMatchObject({ ok: false, code: "CHAT_DESK_CLOSED", details: { opensAt: expect.stringContaining("09:00") } });
  });

  it("sent twice makes one conversation, and whoever talks already says it there", async () => {
    await available(carla);
    const input = startInput({ body: "Primero" });
    const [one, other] = await Promise.all([startConversation(ctxOf(ana), input), startConversation(ctxOf(ana), input)]);
    expect(unwrap(one)).toEqual(unwrap(other));
    expect(unwrap(await startConversation(ctxOf(ana), startInput({ body: "Segundo" })))).toEqual(unwrap(one));
    expect((await textsOf(unwrap(one).conversationId)).map(({ body }) => body)).toEqual(["Primero", "Segundo"]);
  });

  it("asks a suspended customer and one without products as a ticket does", async () => {
    await available(carla);
    const [stranger] = await customers(1);
    await testDb().user.update({ where: { id: stranger!.userId }, data: { organizationId: null, organizationRole: null } });
    await testDb().department.updateMany({ data: { isOpenToAll: false } });
    expect(await startConversation(ctxOf({ ...stranger!, organizationId: null }), startInput())).toMatchObject({ code: "NOT_ENTITLED_PERSON" });
  });
});

describe("a message", () => {
  it("is there once however often it is sent, in the order of its number, also from many senders at once", async () => {
    const id = await talkOf();
    const sent = Array.from({ length: 12 }, (_, n) => ({ key: randomUUID(), body: `Mensaje ${n}`, by: n % 2 === 0 ? ana : carla }));
    await Promise.all(sent.flatMap(({ key, body, by }) => [say(by, id, body, { id: key }), say(by, id, body, { id: key }), say(by, id, body, { id: key })]));
    const all = await testDb().conversationMessage.findMany({ where: { conversationId: id }, orderBy: { seq: "asc" } });
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, place) => place + 1));
    expect(all.filter(({ body }) => body.startsWith("Mensaje")).map(({ body }) => body).sort()).toEqual(sent.map(({ body }) => body).sort());
    expect((await conversation(id)).lastSeq).toBe(all.length);
  });

  it("under a number that was used for another text is refused, so that neither is lost", async () => {
    const id = await talkOf();
    const key = randomUUID();
    unwrap(await say(ana, id, "Uno", { id: key }));
    expect(await say(ana, id, "Otro", { id: key })).toMatchObject({ code: "CHAT_ALREADY_SENT" });
  });

  it("of a flood is refused clearly, and can be sent afterwards", async () => {
    const [writer] = await customers(1);
    const id = await talkOf(writer);
    const flood = await Promise.all(Array.from({ length: 40 }, (_, n) => say(writer!, id, `Ráfaga ${n}`)));
    const refused = flood.filter((each) => !each.ok);
    expect(flood.length - refused.length).toBe(19); // what began the conversation counts too
    expect(refused.every((each) => !each.ok && each.code === "CHAT_TOO_FAST")).toBe(true);
    expect((await say(writer!, id, "Después", { now: NOON.add({ seconds: 11 }) })).ok).toBe(true);
  });

  it("has at most 4,000 characters, and is written by those two alone, until the end", async () => {
    expect(sendSchema.safeParse({ conversationId: randomUUID(), clientMessageId: randomUUID(), body: "a".repeat(4_001) }).error?.issues[0]?.message).toBe("field.tooLong:4000");
    const id = await talkOf();
    expect(await say(elena, id, "Yo también")).toMatchObject({ code: "CHAT_NOT_YOURS" });
    expect(await say(andres, id, "Yo también")).toMatchObject({ code: "CHAT_GONE" });
    unwrap(await closeConversation(ctxOf(ana), { conversationId: id }));
    expect(await say(ana, id, "Una cosa más")).toMatchObject({ code: "CHAT_ENDED" });
  });

  it("with what looks like a password is asked about once, and marked by the rule of conduct where it is rude", async () => {
    const [writer] = await customers(1);
    const id = await talkOf(writer);
    const body = "Mi contraseña es: Tr0ub4dor&3xyz";
    const asked = await say(writer!, id, body);
    expect(asked).toMatchObject({ code: "CHAT_SECRETS", details: { findings: [{ fingerprint: expect.any(String) }] } });
    const secretsKept = (asked as { details: { findings: { fingerprint: string }[] } }).details.findings.map(({ fingerprint }) => fingerprint);
    expect((await sendMessage(ctxOf(writer!), { conversationId: id, clientMessageId: randomUUID(), body, attachments: undefined, secretsKept })).ok).toBe(true);
    unwrap(await say(writer!, id, "Eres un pendejo"));
    expect(await testDb().conductCase.findMany({ where: { chatMessage: { conversationId: id } }, select: { aboutId: true, ticketId: true, marks: { select: { source: true } } } })).toEqual([{ aboutId: writer!.userId, ticketId: null, marks: [{ source: "rule" }] }]);
  });
});

describe("assigning", () => {
  it("gives each to whoever has been idle longest and is below the limit; the rest wait in their order", async () => {
    await available(carla, { most: 1, now: NOON });
    await available(elena, { most: 2, now: NOON.add({ seconds: 1 }) });
    const ids: string[] = [];
    for (const [place, customer] of (await customers(5)).entries()) ids.push(unwrap(await startConversation(ctxOf(customer, NOON.add({ seconds: 10 + place })), startInput())).conversationId);
    const agents = async () => (await testDb().conversation.findMany({ where: { id: { in: ids } }, orderBy: { startedAt: "asc" }, select: { agentId: true } })).map(({ agentId }) => agentId);
    expect(await agents()).toEqual([carla.userId, elena.userId, elena.userId, null, null]);
    expect((await findConversation(ctxOf(diego, NOON.add({ seconds: 20 })), ids[4]!))?.queue).toEqual({ place: 2, waitMinutes: null });
    unwrap(await closeConversation(ctxOf(carla, NOON.add({ seconds: 30 })), { conversationId: ids[0]! }));
    expect((await agents()).slice(3)).toEqual([carla.userId, null]);
  });

  it("at once from many sides gives nobody twice, and nobody more than they take", async () => {
    const people = await customers(12);
    await available(carla, { most: 2 });
    await available(elena, { most: 3 });
    const started = await Promise.all(people.map((customer) => startConversation(ctxOf(customer), startInput())));
    await Promise.all(Array.from({ length: 6 }, () => assignWaiting({ db: testDb(), now: NOON })));
    const rows = await testDb().conversation.findMany({ where: { id: { in: started.map((each) => unwrap(each).conversationId) } }, select: { id: true, agentId: true, state: true } });
    expect(rows.filter(({ agentId }) => agentId === carla.userId)).toHaveLength(2);
    expect(rows.filter(({ agentId }) => agentId === elena.userId)).toHaveLength(3);
    expect(rows.filter(({ state }) => state === "waiting")).toHaveLength(7);
    // Each joined once.
    expect(await testDb().conversationMessage.count({ where: { kind: "joined", conversationId: { in: rows.map(({ id }) => id) } } })).toBe(5);
  });

  it("lets one of two who take the same one have it", async () => {
    await available(carla, { most: 1 });
    await talkOf(bruno); // carla is full
    unwrap(await setAvailability(ctxOf(carla), { isAvailable: true, mostAtOnce: 1 }));
    const { conversationId } = unwrap(await startConversation(ctxOf(ana), startInput()));
    const both = await Promise.all([takeConversation(ctxOf(elena), { conversationId }), takeConversation(ctxOf(diego), { conversationId })]);
    expect(both.map((each) => (each.ok ? "ok" : each.code)).sort()).toEqual(["CHAT_TAKEN", "ok"]);
  });
});

it("is handed over with a note that the customer never sees", async () => {
  const id = await talkOf();
  unwrap(await handOver(ctxOf(carla), { conversationId: id, toId: elena.userId, note: "Pide factura; ya le expliqué" }));
  expect(await say(carla, id, "Sigo yo")).toMatchObject({ code: "CHAT_NOT_YOURS" });
  expect((await say(elena, id, "Le ayudo yo")).ok).toBe(true);
  expect(JSON.stringify(await findConversation(ctxOf(ana), id))).not.toContain("Pide factura");
  expect(await handOver(ctxOf(elena), { conversationId: id, toId: ana.userId, note: "x" })).toMatchObject({ code: "CHAT_UNKNOWN_AGENT" });
});

it("is read up to where each side looked, and never back", async () => {
  const id = await talkOf();
  const { seq } = unwrap(await say(carla, id, "¿Desde cuándo?"));
  unwrap(await readMessages(ctxOf(ana), { conversationId: id, seq }));
  unwrap(await readMessages(ctxOf(ana), { conversationId: id, seq: 1 }));
  unwrap(await readMessages(ctxOf(elena), { conversationId: id, seq: 999 })); // a colleague who looks on
  expect(await findConversation(ctxOf(carla), id)).toMatchObject({ seenSeq: seq, readSeq: seq });
});

it("left alone is ended with a kind word, and only once", async () => {
  const id = await talkOf();
  unwrap(await say(carla, id, "¿Sigue ahí?"));
  const later = NOON.add({ minutes: 15 });
  const system = { db: testDb(), actor: mintSystem(), now: later };
  expect(await closeSilent({ ...system, now: later.subtract({ seconds: 1 }) })).toBe(0);
  expect(await Promise.all([closeSilent(system), closeSilent(system)]).then(([one, other]) => one + other)).toBe(1);
  expect(await conversation(id)).toMatchObject({ state: "closed", closedWhy: "silence", closedById: null, closedAt: toDate(later) });
  expect((await findConversation(ctxOf(ana, later), id))?.messages.at(-1)).toMatchObject({ kind: "ended", authorName: null });
});
