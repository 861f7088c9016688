import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { log } from "@/lib/log";
import { SEND_MAIL } from "@/lib/mail/outbox";
import { canSeeOutbox } from "@/lib/mail/policy";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

type Refusals = "FORBIDDEN" | "MAIL_NOT_FOUND" | "MAIL_UNDER_WAY";

/** Puts a message that came to rest back into the queue, under its own Message-ID; its text is made anew. */
export function resendMail({ db, actor, now }: Context<StaffActor>, { mailId }: { mailId: string }): Promise<Result<{ mailId: string }, Refusals>> {
  return db.$transaction(async (tx): Promise<Result<{ mailId: string }, Refusals>> => {
    if (!canSeeOutbox(actor)) return refuse("FORBIDDEN");
    await tx.$queryRaw`SELECT id FROM mail_message WHERE id = ${mailId}::uuid FOR UPDATE`;
    const mail = await tx.mailMessage.findUnique({ where: { id: mailId }, select: { state: true } });
    if (!mail) return refuse("MAIL_NOT_FOUND");
    if (mail.state === "waiting" || mail.state === "sending") return refuse("MAIL_UNDER_WAY");
    await tx.mailMessage.update({ where: { id: mailId }, data: { state: "waiting", nextAttemptAt: toDate(now), attempts: 0, repeats: 0, handedOverAt: null, sentAt: null, answer: "" } });
    await enqueue(tx, SEND_MAIL, { mailId });
    log.info({ mailId, actorId: actor.userId }, "mail: sent again by hand");
    return ok({ mailId });
  });
}
