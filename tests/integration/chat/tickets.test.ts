import { randomUUID } from "node:crypto";
import { addToTicket, convertToTicket } from "@/lib/chat/commands/convert-to-ticket";
import { closeConversation } from "@/lib/chat/commands/close-conversation";
import { lookAtConversation, readMessages } from "@/lib/chat/commands/read-messages";
import { warnWriter } from "@/lib/chat/commands/warn-writer";
import type { ToldChat } from "@/lib/chat/record";
import { sendMessage } from "@/lib/chat/commands/send-message";
import { reportChatMessage } from "@/lib/chat/commands/mark-chat-message";
import { findCase } from "@/lib/conduct/case-queries";
import { mailTranscript } from "@/lib/notifications/commands/mail-transcript";
import { listNotifications } from "@/lib/notifications/queries";
import { tellChat } from "@/lib/notifications/tell-chat";
import { toDate } from "@/lib/time/instants";
import { conversation, ctxOf, customers, emptyDesk, say, talkOf } from "@/tests/integration/chat/support/chats";
import { mailTo } from "@/tests/integration/notifications/support/telling";
import { ana, bruno, carla, diego } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { departmentId, newTicket, openInput, unwrap } from "@/tests/support/factories";

useDatabase();
beforeEach(async () => {
  await emptyDesk();
  await testDb().notification.deleteMany();
  await testDb().mailMessage.deleteMany();
});

const LATER = NOON.add({ minutes: 3 });
const converting = async (conversationId: string, changes: object = {}) => {
  const { subject, body } = await openInput();
  return { conversationId, subject, body, departmentId: await departmentId("soporte-tecnico"), priority: "medium" as const, different: [], ...changes };
};

describe("a conversation becomes a ticket", () => {
  it("of the customer, with the whole of it, what is secret sealed, its files, and its promise from now", async () => {
    const db = testDb();
    const id = await talkOf();
    const file = await db.attachment.create({ data: { id: randomUUID(), uploaderId: ana.userId, backend: "disk", objectKey: randomUUID(), name: "error.txt", mediaType: "text/plain", kind: "file", size: 1, sha256: "0".repeat(64), createdAt: toDate(NOON) } });
    const secret = "Mi contraseña es: Tr0ub4dor&3xyz";
    const message = { conversationId: id, clientMessageId: randomUUID(), body: secret, attachments: [file.id] };
    const asked = (await sendMessage(ctxOf(ana), message)) as { details: { findings: { fingerprint: string }[] } };
    unwrap(await sendMessage(ctxOf(ana), { ...message, secretsKept: asked.details.findings.map(({ fingerprint }) => fingerprint) }));
    const input = await converting(id);
    const { reference } = unwrap(await convertToTicket(ctxOf(carla, LATER), input));
    const ticket = await db.ticket.findUniqueOrThrow({ where: { reference }, include: { attachments: true, slaTargets: true, receipt: true, sealedValues: true } });
    expect(ticket).toMatchObject({ requesterId: ana.userId, organizationId: ana.organizationId, priority: "medium", createdAt: toDate(LATER) });
    expect(ticket.body).toContain(input.body);
    expect(ticket.body).toContain("Ana Torres: No puedo enviar correos");
    expect(ticket.body).not.toContain("Tr0ub4dor");
    expect(ticket.sealedValues).toHaveLength(1);
    expect(ticket.attachments.map(({ name }) => name)).toEqual(["error.txt"]);
    // Media: 48 business hours, nine a day from 9 to 18, begun on Wednesday at 12:03, without the weekend.
    expect(ticket.slaTargets.find(({ kind }) => kind === "first_response")?.dueAt).toEqual(toDate(at("2026-11-25T15:03")));
    expect(ticket.receipt).not.toBeNull();
    expect(await conversation(id)).toMatchObject({ ticketId: ticket.id, state: "active" });
  });

  it("once, whoever presses and however often; a topic that has a ticket already is asked about", async () => {
    const [customer] = await customers(1);
    const id = await talkOf(customer);
    const input = await converting(id);
    const both = await Promise.all([convertToTicket(ctxOf(carla), input), convertToTicket(ctxOf(diego), input)]);
    expect(new Set(both.map((each) => unwrap(each).reference)).size).toBe(1);
    expect(await convertToTicket(ctxOf(carla), await converting(id))).toMatchObject({ code: "CHAT_IS_TICKET" });
    unwrap(await closeConversation(ctxOf(carla), { conversationId: id }));
    const again = await talkOf(customer);
    const asked = await convertToTicket(ctxOf(carla), { ...input, conversationId: again });
    expect(asked).toMatchObject({ code: "DUPLICATE_NOT_REVIEWED" });
  });

  it("or a message of one that its customer has, and of nobody else's", async () => {
    const id = await talkOf();
    const theirs = await newTicket({ by: bruno });
    expect(await addToTicket(ctxOf(carla), { conversationId: id, reference: theirs.reference, body: "Del chat" })).toMatchObject({ code: "CHAT_TICKET_UNKNOWN" });
    const own = await newTicket({ by: ana });
    unwrap(await addToTicket(ctxOf(carla), { conversationId: id, reference: own.reference.toLowerCase(), body: "Del chat" }));
    const messages = await testDb().ticketMessage.findMany({ where: { ticketId: own.id } });
    expect(messages).toMatchObject([{ authorId: ana.userId, isStaff: false, body: expect.stringContaining("No puedo enviar correos") }]);
  });
});

describe("people are told", () => {
  const tell = (told: ToldChat, now = NOON) => tellChat({ db: testDb(), now }, told);
  const bell = async (actor: typeof ana | typeof carla) => (await listNotifications(ctxOf(actor, LATER))).items.map(({ sentence, isRead }) => ({ sentence, isRead }));

  it("of what the desk answered, once until they read it, and not while they look", async () => {
    const conversationId = await talkOf();
    const told: ToldChat = { conversationId, kind: "answered", userId: ana.userId };
    unwrap(await lookAtConversation(ctxOf(ana), { conversationId, isLooking: true }));
    unwrap(await say(carla, conversationId, "¿Qué dice la pantalla?"));
    await tell(told);
    expect(await bell(ana)).toEqual([]);
    unwrap(await lookAtConversation(ctxOf(ana), { conversationId, isLooking: false }));
    unwrap(await say(carla, conversationId, "¿Sigue ahí?"));
    await tell(told);
    await tell(told);
    expect(await bell(ana)).toEqual([{ sentence: "Le respondieron en el chat.", isRead: false }]);
    const [mail] = await mailTo(ana, LATER);
    expect(mail).toMatchObject({ subject: "Novedades en su chat", bodyText: expect.stringContaining("/portal/chat") });
    unwrap(await readMessages(ctxOf(ana), { conversationId, seq: 9 }));
    await tell(told, LATER);
    expect(await bell(ana)).toHaveLength(1);
  });

  it("of a conversation that was given to them", async () => {
    const conversationId = await talkOf();
    await tell({ conversationId, kind: "assigned", userId: carla.userId });
    await tell({ conversationId, kind: "assigned", userId: diego.userId });
    expect(await bell(carla)).toEqual([{ sentence: "Ana Torres espera su respuesta en el chat.", isRead: false }]);
    expect(await bell(diego as typeof carla)).toEqual([]);
  });
});

it("is sent to whoever asks for it, once in a while", async () => {
  const conversationId = await talkOf();
  unwrap(await say(carla, conversationId, "Aquí estoy"));
  unwrap(await mailTranscript(ctxOf(ana), { conversationId }));
  expect(await mailTranscript(ctxOf(ana), { conversationId })).toMatchObject({ code: "CHAT_MAILED_JUST_NOW" });
  const [mail] = await mailTo(ana, LATER);
  expect(mail).toMatchObject({ kind: "transcript", address: ana.email, subject: "Su conversación con la mesa de soporte", bodyText: expect.stringContaining("Carla Ríos: Aquí estoy") });
});

it("is judged as a ticket is: the reviewer sees what was said around it, and the warning stands in the conversation", async () => {
  const conversationId = await talkOf();
  unwrap(await say(carla, conversationId, "Dígame"));
  unwrap(await say(ana, conversationId, "Eres un pendejo"));
  unwrap(await say(carla, conversationId, "Le ayudo"));
  const { id } = await testDb().conductCase.findFirstOrThrow({ where: { chatMessage: { conversationId } } });
  expect(await findCase(ctxOf(carla), id)).toMatchObject({ can: { review: false } }); // she took part
  const view = await findCase(ctxOf(diego), id);
  expect(view).toMatchObject({ ticket: null, conversationId, before: [{ body: "Dígame" }], after: [{ body: "Le ayudo" }], can: { review: true } });
  unwrap(await warnWriter(ctxOf(diego), { caseId: id, number: 1, body: "Le pedimos cortesía.", note: "Insulto" }));
  expect(await testDb().conversationMessage.findFirst({ where: { conversationId, kind: "warning" } })).toMatchObject({ body: "Le pedimos cortesía.", isStaff: true });
});

it("has messages of the desk that its customer may report: somebody else judges them, and the customer reads no warning", async () => {
  const conversationId = await talkOf();
  const { messageId } = unwrap(await say(carla, conversationId, "Apúrese, no tengo todo el día"));
  const report = { conversationId, messageId, comment: "Me apura" };
  unwrap(await reportChatMessage(ctxOf(ana), report));
  unwrap(await reportChatMessage(ctxOf(ana), report)); // twice is one mark
  const own = await testDb().conversationMessage.findFirstOrThrow({ where: { conversationId, isStaff: false } });
  expect(await reportChatMessage(ctxOf(ana), { ...report, messageId: own.id })).toMatchObject({ code: "MESSAGE_GONE" });
  const { id } = await testDb().conductCase.findFirstOrThrow({ where: { chatMessageId: messageId } });
  expect(await findCase(ctxOf(carla), id)).toBeNull(); // it is about her
  expect(await findCase(ctxOf(diego), id)).toMatchObject({ about: { name: "Carla Ríos", isStaff: true }, marks: [{ source: "customer", comment: "Me apura" }], can: { review: true } });
  unwrap(await warnWriter(ctxOf(diego), { caseId: id, number: 1, body: "Con calma, por favor.", note: "" }));
  expect(await testDb().conversationMessage.count({ where: { conversationId, kind: "warning" } })).toBe(0);
  expect(await testDb().conductWarning.findFirst({ where: { userId: carla.userId } })).toMatchObject({ body: "Con calma, por favor." });
});
