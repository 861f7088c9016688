import "server-only";
import type { Tx } from "@/lib/db/client";
import { env } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/translator";
import { mailHtml } from "@/lib/mail/mail-html";
import { queueMail } from "@/lib/mail/outbox";

/** What somebody is told of their account by mail, whatever they chose to hear of. */
export type SecurityMatter = "newDevice" | "factorSetUp" | "factorRemoved" | "factorReset" | "recoveryUsed" | "identityLinked";

/** Queues a message about somebody's ways in, in the transaction of its cause. @param facts what its words name, as it is to be read */
export async function queueSecurityMail(tx: Tx, { userId, matter, facts = {}, now }: { userId: string; matter: SecurityMatter; facts?: Record<string, string>; now: Temporal.Instant }): Promise<void> {
  const { name, role } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true, role: true } });
  const t = getTranslator("security");
  const { APP_URL, APP_LOCALE } = env();
  const url = `${APP_URL}${role === "customer" ? "/portal" : "/agent"}/account/security`;
  const body = [t("mail.greeting", { name }), t(`mail.${matter}.body` as "mail.factorSetUp.body", facts as never), t("mail.notYou", { url })].join("\n\n");
  const footer = t("mail.footer");
  const html = mailHtml({ text: body, footer, appUrl: APP_URL, language: APP_LOCALE });
  await queueMail(tx, { kind: "account", userId, content: { subject: t(`mail.${matter}.subject` as "mail.factorSetUp.subject", facts as never), text: `${body}\n\n-- \n${footer}\n`, html }, now });
}
