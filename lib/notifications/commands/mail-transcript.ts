import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findConversation } from "@/lib/chat/queries";
import type { ConversationIdInput } from "@/lib/chat/schema";
import { transcriptText } from "@/lib/chat/transcript";
import { env } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/translator";
import { queueMail } from "@/lib/mail/outbox";
import { mailHtml } from "@/lib/mail/mail-html";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

/** Pressed often, it is sent no more often. */
const EVERY_MINUTES = 2;

/** Sends a conversation to whoever asks for it, at their own address. */
export async function mailTranscript(ctx: Context<PersonActor>, { conversationId }: ConversationIdInput): Promise<Result<{ conversationId: string }, "CHAT_GONE" | "CHAT_MAILED_JUST_NOW">> {
  const { db, actor, now } = ctx;
  const talk = await findConversation(ctx, conversationId);
  if (!talk) return refuse("CHAT_GONE");
  const t = getTranslator("chat");
  const { APP_URL, APP_LOCALE } = env();
  const text = transcriptText({ ...talk, customerName: talk.customer.name });
  const footer = t("transcript.footer");
  const content = { subject: t("transcript.subject"), text: `${text}\n-- \n${footer}\n`, html: mailHtml({ text, footer, appUrl: APP_URL, language: APP_LOCALE }) };
  return db.$transaction(async (tx): Promise<Result<{ conversationId: string }, "CHAT_MAILED_JUST_NOW">> => {
    await tx.$queryRaw`SELECT id FROM app_user WHERE id = ${actor.userId}::uuid FOR NO KEY UPDATE`;
    const lately = await tx.mailMessage.count({ where: { userId: actor.userId, kind: "transcript", createdAt: { gt: toDate(now.subtract({ minutes: EVERY_MINUTES })) } } });
    if (lately > 0) return refuse("CHAT_MAILED_JUST_NOW");
    await queueMail(tx, { kind: "transcript", userId: actor.userId, content, now });
    return ok({ conversationId });
  });
}
