import "server-only";
import { z } from "zod";
import { TELL_SIGN_UP } from "@/lib/accounts/sign-up-news";
import { TELL_CONTRACT } from "@/lib/billing/contract-notices";
import { TELL_CONDUCT } from "@/lib/conduct/events";
import { TELL_CHAT } from "@/lib/chat/record";
import { defineJob } from "@/lib/jobs/definitions";
import { log } from "@/lib/log";
import { deliverMail } from "@/lib/mail/deliver";
import { listOverdueMail, SEND_MAIL } from "@/lib/mail/outbox";
import { gatherMail } from "@/lib/notifications/gather-mail";
import { GATHER_MAIL, GATHER_PUSH } from "@/lib/notifications/keep";
import { makeMailContent } from "@/lib/notifications/mail-content";
import { gatherPush, SEND_PUSH } from "@/lib/notifications/push/gather-push";
import { sendPush } from "@/lib/notifications/push/send-push";
import { tellChat } from "@/lib/notifications/tell-chat";
import { tellSignUp } from "@/lib/notifications/tell-sign-up";
import { tellConductEvent, tellContract, tellTicketEvent } from "@/lib/notifications/tell";
import { TELL_EVENT } from "@/lib/tickets/events";
import { toDate } from "@/lib/time/instants";

const ofEvent = z.strictObject({ eventId: z.string().regex(/^\d{1,18}$/).transform(BigInt) });

export const tellEventJob = defineJob({ name: TELL_EVENT, payload: ofEvent, run: ({ db, now }, payload) => tellTicketEvent({ db, now }, payload) });

export const tellConductJob = defineJob({ name: TELL_CONDUCT, payload: ofEvent, run: ({ db, now }, payload) => tellConductEvent({ db, now }, payload) });

export const tellContractJob = defineJob({ name: TELL_CONTRACT, payload: z.strictObject({ contractId: z.uuid() }), run: ({ db, now }, payload) => tellContract({ db, now }, payload) });

export const tellChatJob = defineJob({
  name: TELL_CHAT,
  payload: z.strictObject({ conversationId: z.uuid(), kind: z.enum(["assigned", "answered"]), userId: z.uuid() }),
  run: ({ db, now }, payload) => tellChat({ db, now }, payload),
});

export const tellSignUpJob = defineJob({ name: TELL_SIGN_UP, payload: z.strictObject({ signUpId: z.uuid() }), run: ({ db, now }, payload) => tellSignUp({ db, now }, payload) });

export const gatherMailJob = defineJob({ name: GATHER_MAIL, payload: z.strictObject({ userId: z.uuid() }), run: ({ db, now }, payload) => gatherMail({ db, now }, payload) });

export const gatherPushJob = defineJob({ name: GATHER_PUSH, payload: z.strictObject({ userId: z.uuid() }), run: ({ db, now }, payload) => gatherPush({ db, now }, payload) });

export const sendPushJob = defineJob({
  name: SEND_PUSH,
  payload: z.strictObject({ subscriptionId: z.uuid(), notificationIds: z.array(z.uuid()).nullable() }),
  run: ({ db, now }, payload) => sendPush({ db, now }, payload),
});

export const sendMailJob = defineJob({
  name: SEND_MAIL,
  payload: z.strictObject({ mailId: z.uuid() }),
  run: (ctx, { mailId }) => deliverMail(ctx, { mailId, makeContent: (tx, mail) => makeMailContent(tx, mail, ctx.now) }),
});

const SWEPT_MAX = 50;
const LATE_MINUTES = 2;

/** What a worker that died left behind: mails that somebody had in hand, and what nobody came to gather. */
export const sweepMailJob = defineJob({
  name: "mail.sweep",
  payload: z.object({}),
  cron: "* * * * *",
  async run(ctx) {
    const { db, now } = ctx;
    const late = toDate(now.subtract({ minutes: LATE_MINUTES }));
    const waiting = await db.notification.findMany({ where: { mailDueAt: { lt: late }, mailId: null }, distinct: ["userId"], take: SWEPT_MAX, select: { userId: true } });
    for (const { userId } of waiting) await gatherMail({ db, now }, { userId });
    for (const mailId of await listOverdueMail(db, { now, lateMinutes: LATE_MINUTES, max: SWEPT_MAX })) {
      try {
        await deliverMail({ ...ctx, now: Temporal.Now.instant() }, { mailId, makeContent: (tx, mail) => makeMailContent(tx, mail, now) });
      } catch (error) {
        log.error({ err: error, mailId }, "mail: a message could not be made or recorded");
      }
    }
  },
});
