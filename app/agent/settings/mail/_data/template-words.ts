import { getTranslator } from "@/lib/i18n/translator";
import { isAccountTemplate, isInboundTemplate, isSecurityTemplate, type TemplateName } from "@/lib/notifications/template-text";
import { TOPICS } from "@/lib/notifications/topics";

export function templateTitle(template: TemplateName): string {
  return template === "digest" || isAccountTemplate(template) || isSecurityTemplate(template) || isInboundTemplate(template) ? getTranslator("mail")(`templates.name.${template}`) : getTranslator("notifications")(`topic.${template}`);
}

/** To whom it goes, in words. */
export function templateReaders(template: TemplateName): string {
  const t = getTranslator("mail");
  if (isAccountTemplate(template)) return t("templates.forAccounts");
  if (isSecurityTemplate(template)) return t("templates.forSecurity");
  if (isInboundTemplate(template)) return t("templates.forInbound");
  if (template === "digest" || (template in TOPICS.customer && template in TOPICS.staff)) return t("templates.forBoth");
  return template in TOPICS.customer ? t("templates.forCustomers") : t("templates.forStaff");
}
