import { env } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/translator";
import { composeMail, type Composed } from "@/lib/notifications/compose";
import type { TemplateText } from "@/lib/notifications/template-text";

/** A text as a mail with made-up facts, for the preview and the test. */
export function sampleMail(template: TemplateText): Composed {
  const t = getTranslator("mail");
  const reference = t("sample.reference");
  const facts = { nombre: t("sample.name"), novedades: t("sample.news"), enlace: `${env().APP_URL}/portal/tickets/${reference}`, cantidad: t("sample.count"), referencia: reference, asunto: t("sample.subject") };
  return composeMail({ template, facts, preferencesPath: "/portal/notifications/preferences", unsubscribeUrl: null });
}
