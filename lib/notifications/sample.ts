import { env } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/translator";
import { LINK_DAYS, pathOfInbound } from "@/lib/inbound/mail-details";
import { composeMail, type Composed } from "@/lib/notifications/compose";
import { isAccountTemplate, isInboundTemplate, isSecurityTemplate, type TemplateName, type TemplateText } from "@/lib/notifications/template-text";

/** A text as a mail with made-up facts, for the preview and the test. */
export function sampleMail(name: TemplateName, template: TemplateText): Composed {
  const t = getTranslator("mail");
  if (isAccountTemplate(name)) {
    const made = { nombre: t("sample.name"), enlace: `${env().APP_URL}/sign-in`, organizacion: t("sample.organization"), proveedor: getTranslator("auth")("provider.name"), motivo: t("sample.reason"), invita: t("sample.inviter"), correo: t("sample.address") };
    return composeMail({ template, facts: made, preferencesPath: null, unsubscribeUrl: null });
  }
  if (isSecurityTemplate(name)) {
    const made = { nombre: t("sample.name"), enlace: `${env().APP_URL}/portal/account/security`, dispositivo: t("sample.device"), red: "203.0.113.*", momento: t("sample.moment"), quien: t("sample.actor"), restantes: "9", proveedor: getTranslator("auth")("provider.name") };
    return composeMail({ template, facts: made, preferencesPath: null, unsubscribeUrl: null, isAlwaysSent: true });
  }
  const reference = t("sample.reference");
  if (isInboundTemplate(name)) {
    const made = { nombre: t("sample.name"), enlace: `${env().APP_URL}${pathOfInbound(t("sample.token"))}`, dias: String(LINK_DAYS), referencia: reference, asunto: t("sample.subject"), acceso: t("sample.access", { url: `${env().APP_URL}/sign-up` }) };
    return composeMail({ template, facts: made, preferencesPath: null, unsubscribeUrl: null });
  }
  const facts = { nombre: t("sample.name"), novedades: t("sample.news"), enlace: `${env().APP_URL}/portal/tickets/${reference}`, cantidad: t("sample.count"), referencia: reference, asunto: t("sample.subject") };
  return composeMail({ template, facts, preferencesPath: "/portal/notifications/preferences", unsubscribeUrl: null });
}
