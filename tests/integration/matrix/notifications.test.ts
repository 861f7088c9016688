import type { Context } from "@/lib/auth/context";
import { findPersonOfSession } from "@/lib/auth/person-of-session";
import { resendMail } from "@/lib/mail/commands/resend-mail";
import { countMail, findMail, listMail } from "@/lib/mail/queries";
import { mailTranscript } from "@/lib/notifications/commands/mail-transcript";
import { markAllRead, markChatNotificationsRead, markRead, markTicketNotificationsRead } from "@/lib/notifications/commands/mark-read";
import { muteTicket } from "@/lib/notifications/commands/mute-ticket";
import { keepPushBrowser, removePushBrowser, removePushBrowsers, tryPushBrowser } from "@/lib/notifications/commands/push-browsers";
import { savePreferences } from "@/lib/notifications/commands/save-preferences";
import { saveTemplate } from "@/lib/notifications/commands/save-template";
import { sendTestMail } from "@/lib/notifications/commands/send-test-mail";
import { forgetPushOfSession } from "@/lib/notifications/push/forget-session";
import { countUnread, getPreferences, getPush, isTicketMuted, listNotifications } from "@/lib/notifications/queries";
import { preferencesSchema } from "@/lib/notifications/schema";
import { listTemplates, listTemplateVersions } from "@/lib/notifications/templates";
import { readNow } from "@/lib/realtime/read-events";
import { TOPICS } from "@/lib/realtime/registry";
import { pollNews } from "@/lib/realtime/resume";
import { cursorOf } from "@/lib/realtime/snapshot";
import type { Result } from "@/lib/result";
import { exportedJobs, exportedOperations } from "@/tests/integration/matrix/support/exported";
import { PEOPLE } from "@/tests/integration/matrix/support/rows";
import { ACTORS } from "@/tests/integration/matrix/support/table";
import { andres, carla, diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { ticketRow } from "@/tests/support/factories";

useDatabase();

type World = { ticketId: string; conversationId: string; notificationId: string; mailId: string; subscriptionId: string };
type Row = { expected: string; run: (ctx: Context<never>, world: World) => Promise<string> };

const sees = (found: unknown) => (found ? "sees" : "none");
const code = (result: Result<unknown, string>) => (result.ok ? "ok" : result.code);

const ENDPOINT = "https://fcm.googleapis.com/fcm/send/x";

/** About a notification of Andrés, on his ticket, a mail to him, and a browser of his. In the order of ACTORS. */
const OPERATIONS: Record<string, Row> = {
  listNotifications: { expected: "gate none sees none gate none none", run: async (ctx) => sees((await listNotifications(ctx)).items.length) },
  countUnread: { expected: "gate none sees none gate none none", run: async (ctx) => sees(await countUnread(ctx)) },
  getPreferences: { expected: "gate none none none gate sees sees", run: async (ctx) => sees((await getPreferences(ctx)).staff) },
  isTicketMuted: { expected: "gate none sees none gate none none", run: async (ctx, { ticketId }) => sees(await isTicketMuted(ctx, ticketId)) },
  markRead: { expected: "gate same changed same gate same same", run: async (ctx, { notificationId }) => changed(() => markRead(ctx, { notificationId })) },
  markAllRead: { expected: "gate same changed same gate same same", run: async (ctx) => changed(() => markAllRead(ctx, { until: NOON.toString() })) },
  markTicketNotificationsRead: { expected: "gate same changed same gate same same", run: async (ctx, { ticketId }) => changed(() => markTicketNotificationsRead(ctx, { ticketId })) },
  markChatNotificationsRead: { expected: "gate same changed same gate same same", run: async (ctx, { conversationId }) => changed(() => markChatNotificationsRead(ctx, { conversationId })) },
  mailTranscript: { expected: "gate CHAT_GONE ok CHAT_GONE gate ok ok", run: async (ctx, { conversationId }) => code(await mailTranscript(ctx, { conversationId })) },
  savePreferences: { expected: "gate ok ok ok gate ok ok", run: async (ctx) => code(await savePreferences(ctx, preferencesSchema.parse({}))) },
  muteTicket: { expected: "gate NOT_FOUND ok ok gate ok ok", run: async (ctx, { ticketId }) => code(await muteTicket(ctx, { ticketId, isMuted: true })) },
  getPush: { expected: "gate none sees none gate none none", run: async (ctx) => sees((await getPush(ctx)).browserCount) },
  keepPushBrowser: { expected: "gate NOT_FOUND ok NOT_FOUND gate NOT_FOUND NOT_FOUND", run: async (ctx) => code(await keepPushBrowser(ctx, { endpoint: ENDPOINT, keys: { p256dh: "x", auth: "x" }, renews: ENDPOINT }, { sessionId: "x", sessionVersion: 1 })) },
  removePushBrowser: { expected: "gate NOT_FOUND ok NOT_FOUND gate NOT_FOUND NOT_FOUND", run: async (ctx, { subscriptionId }) => code(await removePushBrowser(ctx, { subscriptionId })) },
  forgetPushOfSession: { expected: "gate same changed same gate same same", run: async (ctx) => changed(() => forgetPushOfSession(ctx, "x")) },
  removePushBrowsers: { expected: "gate same changed same gate same same", run: async (ctx) => changed(() => removePushBrowsers(ctx)) },
  tryPushBrowser: { expected: "gate NOT_FOUND ok NOT_FOUND gate NOT_FOUND NOT_FOUND", run: async (ctx, { subscriptionId }) => code(await tryPushBrowser(ctx, { subscriptionId })) },
  news: { expected: "gate none sees none gate none none", run: async (ctx, { notificationId }) => heard(ctx, () => markRead({ db: testDb(), actor: andres, now: NOON }, { notificationId })) },
  listTemplates: { expected: "gate none none none gate none sees", run: async (ctx) => sees((await listTemplates(ctx)).length) },
  listTemplateVersions: { expected: "gate none none none gate none sees", run: async (ctx) => sees((await listTemplateVersions(ctx, { template: "answers" })).length) },
  saveTemplate: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN ok", run: async (ctx) => code(await saveTemplate(ctx, { template: "quotes", version: 0, subject: "Otro", body: "{novedades} {enlace}" })) },
  sendTestMail: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN ok", run: async (ctx) => code(await sendTestMail(ctx, { template: "answers" })) },
  listMail: { expected: "gate none none none gate none sees", run: async (ctx) => sees((await listMail(ctx)).items.length) },
  countMail: { expected: "gate none none none gate none sees", run: async (ctx) => sees((await countMail(ctx)).kept) },
  findMail: { expected: "gate none none none gate none sees", run: async (ctx, { mailId }) => sees(await findMail(ctx, { mailId })) },
  resendMail: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN ok", run: async (ctx, { mailId }) => code(await resendMail(ctx, { mailId })) },
};

/** Take no actor: the link of a mail is its own proof (tests/integration/notifications). The last is the system's. */
const OTHERS = ["findUnsubscribe", "unsubscribe", "deliverMail"];

const CELLS = Object.entries(OPERATIONS).flatMap(([operation, { expected, run }]) => ACTORS.map((actor, index) => ({ operation, actor, outcome: expected.split(" ")[index]!, run })));

describe("who may read and change what is told, and the mail", () => {
  it.each(CELLS)("$operation for $actor: $outcome", async ({ actor: name, outcome, run }) => {
    const world = await freshWorld();
    const claimed = PEOPLE[name];
    const actor = await findPersonOfSession({ db: testDb() }, claimed && { userId: claimed.userId, sessionVersion: 1 });
    expect(actor ? await run({ db: testDb(), actor, now: NOON } as unknown as Context<never>, world) : "gate").toBe(outcome);
  });

  it("is asked of every query, command and job there is: 25, and of the bell, for 7 actors make 182 cells", () => {
    expect([...Object.keys(OPERATIONS).filter((name) => name !== "news"), ...OTHERS].sort()).toEqual([...exportedOperations("notifications"), ...exportedOperations("mail")].sort());
    expect(exportedJobs("notifications").sort()).toEqual(["gatherMailJob", "gatherPushJob", "sendMailJob", "sendPushJob", "sweepMailJob", "tellChatJob", "tellConductJob", "tellContractJob", "tellEventJob", "tellSignUpJob"]);
    expect(CELLS).toHaveLength(182);
  });
});

async function freshWorld(): Promise<World> {
  const db = testDb();
  await db.notification.deleteMany();
  await db.mailMessage.deleteMany();
  await db.ticketMute.deleteMany();
  await db.pushSubscription.deleteMany();
  await db.$executeRaw`ALTER TABLE mail_template_version DISABLE TRIGGER mail_template_version_append_only`;
  await db.mailTemplateVersion.deleteMany();
  const at = new Date(NOON.epochMilliseconds);
  await db.mailTemplateVersion.create({ data: { template: "answers", number: 1, subject: "A", body: "{novedades} {enlace}", savedAt: at, savedBy: diego.userId } });
  const ticket = await ticketRow({ requester: andres });
  const event = await db.ticketEvent.create({ data: { ticketId: ticket.id, type: "ticket.solved", data: {}, actorId: carla.userId, at } });
  await db.ticketMute.create({ data: { userId: andres.userId, ticketId: ticket.id, at } });
  const mail = await db.mailMessage.create({ data: { kind: "notifications", state: "kept", userId: andres.userId, messageKey: crypto.randomUUID(), nextAttemptAt: at, createdAt: at } });
  const notification = await db.notification.create({ data: { userId: andres.userId, topic: "states", source: "x", ticketEventId: event.id, ticketId: ticket.id, isInPortal: true, at, mailId: mail.id } });
  const talk = await db.conversation.create({ data: { customerId: andres.userId, startKey: crypto.randomUUID(), state: "closed", closedAt: at, closedWhy: "silence", startedAt: at, lastCustomerAt: at } });
  await db.notification.create({ data: { userId: andres.userId, topic: "chat", source: "y", conversationId: talk.id, isInPortal: true, at: NEXT_DAY, readAt: null } });
  const browser = await db.pushSubscription.create({ data: { userId: andres.userId, sessionId: "x", sessionVersion: 1, endpoint: ENDPOINT, p256dh: "x", auth: "x", createdAt: at, seenAt: at } });
  return { ticketId: ticket.id, notificationId: notification.id, conversationId: talk.id, mailId: mail.id, subscriptionId: browser.id };
}

/** After what `markAllRead` marks. */
const NEXT_DAY = new Date(NOON.add({ hours: 24 }).epochMilliseconds);

/** Whether the bell of this person, and nobody else's, hears of what is done. */
async function heard(ctx: Context<never>, act: () => Promise<unknown>): Promise<string> {
  const after = cursorOf(await readNow(testDb()));
  await act();
  const { news } = await pollNews(ctx, TOPICS, after);
  return news.length === 0 ? "none" : JSON.stringify(news) === JSON.stringify([{ topic: "notification" }]) ? "sees" : `heard ${JSON.stringify(news)}`;
}

/** Whether anything of what is told was changed by it. */
async function changed(run: () => Promise<unknown>): Promise<string> {
  const state = async () => JSON.stringify([await testDb().notification.findMany({ select: { id: true, readAt: true } }), await testDb().pushSubscription.count()]);
  const before = await state();
  await run();
  return (await state()) === before ? "same" : "changed";
}
