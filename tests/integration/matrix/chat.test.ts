import { randomUUID } from "node:crypto";
import type { CustomerActor, StaffActor } from "@/lib/auth/actor";
import { mintSystem } from "@/lib/auth/mint";
import type { Context } from "@/lib/auth/context";
import { findPersonOfSession } from "@/lib/auth/person-of-session";
import { closeConversation, closeSilent } from "@/lib/chat/commands/close-conversation";
import { addToTicket, convertToTicket } from "@/lib/chat/commands/convert-to-ticket";
import { editChatSettings, removeCanned, saveCanned } from "@/lib/chat/commands/edit-chat";
import { handOver, takeConversation } from "@/lib/chat/commands/hand-over";
import { lookAtConversation, readMessages, sayTyping } from "@/lib/chat/commands/read-messages";
import { markChatMessage, reportChatMessage } from "@/lib/chat/commands/mark-chat-message";
import { sendMessage } from "@/lib/chat/commands/send-message";
import { setAvailability, stayPresent } from "@/lib/chat/commands/set-availability";
import { startConversation } from "@/lib/chat/commands/start-conversation";
import { warnWriter } from "@/lib/chat/commands/warn-writer";
import { countChats, findChatSettings, findConversation, findDeskState, findOwnConversation, getAvailability, listCanned, listColleagues, listConversations, listHandOvers } from "@/lib/chat/queries";
import { findFile } from "@/lib/files/queries";
import { mailTranscript } from "@/lib/notifications/commands/mail-transcript";
import type { News } from "@/lib/realtime/news";
import { readNow } from "@/lib/realtime/read-events";
import { TOPICS } from "@/lib/realtime/registry";
import { pollNews } from "@/lib/realtime/resume";
import { cursorOf } from "@/lib/realtime/snapshot";
import { toDate } from "@/lib/time/instants";
import { conversation, ctxOf, emptyDesk, say, startInput, talkOf } from "@/tests/integration/chat/support/chats";
import { exportedJobs, exportedOperations } from "@/tests/integration/matrix/support/exported";
import { code, PEOPLE } from "@/tests/integration/matrix/support/rows";
import { ACTORS } from "@/tests/integration/matrix/support/table";
import { andres, carla, elena } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { departmentId, newTicket, unwrap } from "@/tests/support/factories";

useDatabase();

/** A conversation of Andrés, whom Carla attends, with a file in it and a note of hers. */
type World = { conversationId: string; messageId: string; fileId: string; cannedId: string };
type Row = { expected: string; run: (ctx: Context<never>, world: World) => Promise<string> };

const sees = (found: unknown) => (found ? "sees" : "none");
const staff = (run: (ctx: Context<StaffActor>, world: World) => Promise<string>) => run as Row["run"];
const customer = (run: (ctx: Context<CustomerActor>, world: World) => Promise<string>) => run as Row["run"];
const LATER = NOON.add({ minutes: 1 });

/** In the order of ACTORS: nobody, bruno, andrés, ana (manager of his organization), sergio (suspended), carla (has it), diego (administrator). "-": of the other side. */
const OPERATIONS: Record<string, Row> = {
  startConversation: { expected: "gate ok ok ok gate - -", run: customer(async (ctx) => code(await startConversation(ctx, startInput()))) },
  sendMessage: { expected: "gate CHAT_GONE ok CHAT_GONE gate ok CHAT_NOT_YOURS", run: async (ctx, { conversationId }) => code(await sendMessage(ctx, { conversationId, clientMessageId: randomUUID(), body: "Hola", attachments: undefined })) },
  readMessages: { expected: "gate CHAT_GONE ok CHAT_GONE gate ok ok", run: async (ctx, { conversationId }) => code(await readMessages(ctx, { conversationId, seq: 1 })) },
  sayTyping: { expected: "gate CHAT_GONE ok CHAT_GONE gate ok CHAT_GONE", run: async (ctx, { conversationId }) => code(await sayTyping(ctx, { conversationId })) },
  lookAtConversation: { expected: "gate CHAT_GONE ok CHAT_GONE gate ok ok", run: async (ctx, { conversationId }) => code(await lookAtConversation(ctx, { conversationId, isLooking: true })) },
  closeConversation: { expected: "gate CHAT_GONE ok CHAT_GONE gate ok CHAT_NOT_YOURS", run: async (ctx, { conversationId }) => code(await closeConversation(ctx, { conversationId })) },
  setAvailability: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate ok ok", run: staff(async (ctx) => code(await setAvailability(ctx, { isAvailable: true, mostAtOnce: 2 }))) },
  stayPresent: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate ok ok", run: staff(async (ctx) => code(await stayPresent(ctx))) },
  handOver: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate ok ok", run: staff(async (ctx, { conversationId }) => code(await handOver(ctx, { conversationId, toId: elena.userId, note: "Nota" }))) },
  takeConversation: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate ok CHAT_TAKEN", run: staff(async (ctx, { conversationId }) => code(await takeConversation(ctx, { conversationId }))) },
  convertToTicket: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate ok ok", run: staff(async (ctx, { conversationId }) => code(await convertToTicket(ctx, { conversationId, subject: `Correo ${randomUUID()}`, body: randomUUID(), departmentId: await departmentId("soporte-tecnico"), priority: "medium", different: [] }))) },
  addToTicket: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate ok ok", run: staff(async (ctx, { conversationId }) => code(await addToTicket(ctx, { conversationId, reference: (await newTicket({ by: andres })).reference, body: "Del chat" }))) },
  warnWriter: { expected: "gate CASE_GONE CASE_GONE CASE_GONE gate NOT_YOURS_TO_JUDGE ok", run: staff(async (ctx, { conversationId }) => code(await warnWriter(ctx, { caseId: await rudeCase(conversationId), number: 1, body: "Le pedimos cortesía.", note: "Insulto" }))) },
  markChatMessage: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate ok ok", run: staff(async (ctx, { conversationId, messageId }) => code(await markChatMessage(ctx, { conversationId, messageId, comment: "Grosero" }))) },
  reportChatMessage: { expected: "gate CHAT_GONE ok CHAT_GONE gate FORBIDDEN FORBIDDEN", run: customer(async (ctx, { conversationId }) => code(await reportChatMessage(ctx, { conversationId, messageId: unwrap(await say(carla, conversationId, "Un momento")).messageId, comment: "Grosero" }))) },
  editChatSettings: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN ok", run: staff(async (ctx) => code(await editChatSettings(ctx, { silenceMinutes: 15 }))) },
  saveCanned: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN ok", run: staff(async (ctx) => code(await saveCanned(ctx, { id: undefined, title: randomUUID(), body: "Hola" }))) },
  removeCanned: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN ok", run: staff(async (ctx, { cannedId }) => code(await removeCanned(ctx, { id: cannedId }))) },
  findConversation: { expected: "gate none sees none gate sees sees", run: async (ctx, { conversationId }) => sees(await findConversation(ctx, conversationId)) },
  findOwnConversation: { expected: "gate none sees none gate - -", run: customer(async (ctx) => sees(await findOwnConversation(ctx))) },
  findDeskState: { expected: "gate open open open gate open open", run: async (ctx) => (await findDeskState(ctx)).kind },
  listConversations: { expected: "gate none none none gate sees sees", run: staff(async (ctx) => sees(Object.values(await listConversations(ctx)).flat().length)) },
  listHandOvers: { expected: "gate none none none gate sees sees", run: staff(async (ctx, { conversationId }) => sees((await listHandOvers(ctx, conversationId)).length)) },
  listColleagues: { expected: "gate none none none gate sees sees", run: staff(async (ctx) => sees((await listColleagues(ctx)).length)) },
  getAvailability: { expected: "gate false false false gate true false", run: staff(async (ctx) => String((await getAvailability(ctx)).isAvailable)) },
  listCanned: { expected: "gate none none none gate sees sees", run: staff(async (ctx) => sees((await listCanned(ctx)).length)) },
  findChatSettings: { expected: "gate none none none gate none sees", run: staff(async (ctx) => sees(await findChatSettings(ctx))) },
  countChats: { expected: "gate none none none gate sees none", run: staff(async (ctx) => sees((await countChats(ctx)).unread)) },
  mailTranscript: { expected: "gate CHAT_GONE ok CHAT_GONE gate ok ok", run: async (ctx, { conversationId }) => code(await mailTranscript(ctx, { conversationId })) },
  findFile: { expected: "gate none sees none gate sees sees", run: async (ctx, { fileId }) => sees(await findFile(ctx, fileId)) },
  news: { expected: "gate none sees none gate sees sees", run: async (ctx, { conversationId }) => heard(ctx, conversationId, "message", () => say(carla, conversationId, "Nuevo", { now: LATER })) },
  newsOfTyping: { expected: "gate none sees none gate none none", run: async (ctx, { conversationId }) => heard(ctx, conversationId, "typing", () => sayTyping(ctxOf(carla), { conversationId })) },
};

async function heard(ctx: Context<never>, conversationId: string, change: string, act: () => Promise<unknown>): Promise<string> {
  const after = cursorOf(await readNow(testDb()));
  await act();
  const { news } = await pollNews(ctx, TOPICS, after);
  const others = news.filter((each: News) => each.topic !== "chat" || each.conversationId !== conversationId);
  if (others.length > 0) return `heard of ${JSON.stringify(others)}`;
  return sees(news.some((each: News) => each.topic === "chat" && each.change === change));
}

async function rudeCase(conversationId: string): Promise<string> {
  unwrap(await say(andres, conversationId, "Eres un pendejo", { now: LATER }));
  return (await testDb().conductCase.findFirstOrThrow({ where: { chatMessage: { conversationId } }, select: { id: true } })).id;
}

async function makeWorld(): Promise<World> {
  const db = testDb();
  await emptyDesk();
  await db.mailMessage.deleteMany();
  await db.$executeRaw`UPDATE ticket SET created_at = '2020-01-01', updated_at = '2020-01-01' WHERE created_at > '2020-01-02'`;
  await db.cannedAnswer.deleteMany();
  const conversationId = await talkOf(andres, carla);
  const { id: messageId } = await db.conversationMessage.findFirstOrThrow({ where: { conversationId } });
  await db.conversationHandOver.create({ data: { conversationId, fromId: elena.userId, toId: carla.userId, note: "Nota", at: toDate(NOON) } });
  const { id: fileId } = await db.attachment.create({ data: { id: randomUUID(), uploaderId: andres.userId, backend: "disk", objectKey: randomUUID(), name: "a.txt", mediaType: "text/plain", kind: "file", size: 1, sha256: "0".repeat(64), chatMessageId: messageId, createdAt: toDate(NOON), claimedAt: toDate(NOON) } });
  const { id: cannedId } = await db.cannedAnswer.create({ data: { title: "Saludo", body: "Hola", updatedAt: toDate(NOON) } });
  return { conversationId, messageId, fileId, cannedId };
}

const CELLS = Object.entries(OPERATIONS).flatMap(([operation, { expected, run }]) => {
  const outcomes = expected.split(" ");
  return ACTORS.map((actor, at) => ({ operation, actor, outcome: outcomes[at]!, run }));
});

describe("who may talk, listen and decide in conversations", () => {
  it.each(CELLS.filter(({ outcome }) => outcome !== "-"))("$operation for $actor: $outcome", async ({ actor: name, outcome, run }) => {
    const claimed = PEOPLE[name];
    const actor = await findPersonOfSession({ db: testDb() }, claimed && { userId: claimed.userId, sessionVersion: 1 });
    expect(actor ? await run({ db: testDb(), actor, now: LATER } as unknown as Context<never>, await makeWorld()) : "gate").toBe(outcome);
  });

  it("lets the job alone end by silence", async () => {
    const { conversationId } = await makeWorld();
    unwrap(await say(carla, conversationId, "¿Sigue ahí?"));
    expect(await closeSilent({ db: testDb(), actor: mintSystem(), now: NOON.add({ minutes: 30 }) })).toBe(1);
    expect((await conversation(conversationId)).closedWhy).toBe("silence");
  });

  it("is asked of every query and command there is: 32 for 7 actors make 224 cells, 4 of which have no page", () => {
    const elsewhere = ["mailTranscript", "findFile", "news", "newsOfTyping"];
    expect(Object.keys(OPERATIONS).filter((name) => !elsewhere.includes(name)).concat("closeSilent").sort()).toEqual(exportedOperations("chat").sort());
    expect(exportedJobs("chat")).toEqual(["tendChatsJob"]);
    expect(CELLS).toHaveLength(224);
    expect(CELLS.filter(({ outcome }) => outcome === "-")).toHaveLength(4);
  });
});
