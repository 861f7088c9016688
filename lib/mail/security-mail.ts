import "server-only";
import type { Tx } from "@/lib/db/client";
import { queueMail } from "@/lib/mail/outbox";
import type { SecurityFacts, SecurityTemplate } from "@/lib/mail/security-matters";

/**
 * Queues a message about somebody's ways in, in the transaction of its cause, to the address that they have now: whoever changes it afterwards
 * keeps nobody from reading it. Its words are made when it is sent.
 * @param facts what its words name, as it is to be read
 */
export async function queueSecurityMail<T extends SecurityTemplate>(tx: Tx, { userId, template, facts, now }: { userId: string; template: T; facts: SecurityFacts<T>; now: Temporal.Instant }): Promise<void> {
  const { name, email, role } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true, email: true, role: true } });
  const path = role === "customer" ? "/portal/account/security" : "/agent/account/security";
  await queueMail(tx, { kind: "account", userId, to: { name, address: email }, details: { template, linkId: null, path, facts }, now });
}
