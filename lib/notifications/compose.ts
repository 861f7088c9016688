import { env } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/translator";
import { mailHtml } from "@/lib/mail/mail-html";
import { fillTemplate, type TemplateFacts, type TemplateText } from "@/lib/notifications/template-text";

export type Composed = { subject: string; text: string; html: string };

/** A template with its facts, and below it what the law and good manners ask for. Links are built from APP_URL alone. */
export function composeMail({ template, facts, preferencesPath, unsubscribeUrl, isAlwaysSent = false }: { template: TemplateText; facts: TemplateFacts; /** Null where it cannot be turned off. */ preferencesPath: string | null; unsubscribeUrl: string | null; /** Whatever its reader chose: it says so. */ isAlwaysSent?: boolean }): Composed {
  const t = getTranslator("notifications");
  const { APP_URL, APP_LOCALE } = env();
  const body = fillTemplate(template.body, facts);
  const footer = [t("mail.footer"), ...(isAlwaysSent ? [t("mail.always")] : []), ...(preferencesPath ? [t("mail.preferences", { url: `${APP_URL}${preferencesPath}` })] : []), ...(unsubscribeUrl ? [t("mail.unsubscribe", { url: unsubscribeUrl })] : [])].join("\n\n");
  return { subject: fillTemplate(template.subject, facts), text: `${body}\n\n-- \n${footer}\n`, html: mailHtml({ text: body, footer, appUrl: APP_URL, language: APP_LOCALE }) };
}
