import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { getTranslator } from "@/lib/i18n/translator";
import { readMailAddress } from "@/lib/mail/address";
import { queueMail } from "@/lib/mail/outbox";
import { canEditTemplates } from "@/lib/notifications/policy";
import { sampleMail } from "@/lib/notifications/sample";
import type { TemplateName } from "@/lib/notifications/template-text";
import { readTemplate } from "@/lib/notifications/templates";
import { ok, refuse, type Result } from "@/lib/result";

/** The text in force, with made-up facts, to oneself. @returns the message in the outbox */
export function sendTestMail({ db, actor, now }: Context<StaffActor>, { template }: { template: TemplateName }): Promise<Result<{ mailId: string }, "FORBIDDEN" | "TEMPLATE_SAMPLE_ADDRESS">> {
  return db.$transaction(async (tx): Promise<Result<{ mailId: string }, "FORBIDDEN" | "TEMPLATE_SAMPLE_ADDRESS">> => {
    if (!canEditTemplates(actor)) return refuse("FORBIDDEN");
    if (readMailAddress(actor.email) === null) return refuse("TEMPLATE_SAMPLE_ADDRESS");
    const { subject, text, html } = sampleMail(template, await readTemplate(tx, template));
    const content = { subject: getTranslator("mail")("sample.testSubject", { subject }), text, html };
    return ok({ mailId: await queueMail(tx, { kind: "test", userId: actor.userId, content, now }) });
  });
}
