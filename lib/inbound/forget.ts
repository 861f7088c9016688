import "server-only";
import type { SystemActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { LINK_DAYS } from "@/lib/inbound/mail-details";
import { toDate } from "@/lib/time/instants";

/**
 * That something came is kept for a month, for whoever looks for it at the desk; what it said for as long as a link leads to it, answered
 * or not: nobody needs a stranger's letter after that.
 */
const KEPT_DAYS = 30;

export async function forgetInbound({ db, now }: Context<SystemActor>): Promise<void> {
  const before = (days: number) => toDate(now.subtract({ hours: days * 24 }));
  await db.inboundMail.updateMany({ where: { receivedAt: { lt: before(LINK_DAYS) }, body: { not: "" } }, data: { body: "" } });
  await db.inboundMail.deleteMany({ where: { receivedAt: { lt: before(KEPT_DAYS) } } });
  await db.inboundSender.deleteMany({ where: { answeredAt: { lt: before(2) } } });
}
