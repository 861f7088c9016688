import { canEditAccountSettings } from "@/lib/accounts/policy";
import { canEditAppointmentSettings } from "@/lib/appointments/policy";
import { canEditAttachmentSettings } from "@/lib/attachments/policy";
import type { StaffActor } from "@/lib/auth/actor";
import { canGovernAutomation } from "@/lib/automation/policy";
import { canEditChat } from "@/lib/chat/policy";
import { canGovernConduct } from "@/lib/conduct/policy";
import { getTranslator } from "@/lib/i18n/translator";
import { canSeeInbound } from "@/lib/inbound/policy";
import { canSeeJobs } from "@/lib/jobs/policy";
import { canEditKnowledgeSettings } from "@/lib/kb/policy";
import { canSeeOutbox } from "@/lib/mail/policy";
import { canEditNotices } from "@/lib/notices/policy";
import { canEditTemplates } from "@/lib/notifications/policy";
import { canReadPolicyDesk } from "@/lib/policies/policy";
import { canEditQuestions } from "@/lib/questions/policy";
import { canEditCompany } from "@/lib/quotes/work-policy";
import { canGovernSecurity } from "@/lib/security/policy";
import { canEditSynonyms } from "@/lib/synonyms/policy";
import { canEditDepartments } from "@/lib/tickets/policy";
import type { SettingsLink } from "../_components/settings-nav";

/** The pages of settings that this person may open; to most of the staff there are none. */
export function settingsNavOf(actor: StaffActor): { label: string; links: SettingsLink[] } | null {
  const t = getTranslator("synonyms");
  const links = [
    ...(canEditDepartments(actor) ? [{ href: "/agent/settings/departments", label: getTranslator("customers")("departments.title") }] : []),
    ...(canEditQuestions(actor) ? [{ href: "/agent/settings/questions", label: getTranslator("questions")("title") }] : []),
    ...(canGovernAutomation(actor) ? [{ href: "/agent/settings/rules", label: getTranslator("automation")("title") }] : []),
    ...(canReadPolicyDesk(actor) ? [{ href: "/agent/settings/policies", label: getTranslator("policies")("desk.title") }] : []),
    ...(canEditNotices(actor) ? [{ href: "/agent/settings/notices", label: getTranslator("notices")("list.title") }, { href: "/agent/settings/maintenance", label: getTranslator("notices")("maintenanceSettings.title") }] : []),
    ...(canEditSynonyms(actor) ? [{ href: "/agent/settings/synonyms", label: t("title") }] : []),
    ...(canEditKnowledgeSettings(actor) ? [{ href: "/agent/settings/knowledge", label: getTranslator("kbCategories")("settings.title") }] : []),
    ...(canEditAttachmentSettings(actor) ? [{ href: "/agent/settings/files", label: getTranslator("attachments")("title") }] : []),
    ...(canEditAppointmentSettings(actor) ? [{ href: "/agent/settings/appointments", label: getTranslator("appointments")("settings.title") }] : []),
    ...(canEditChat(actor) ? [{ href: "/agent/settings/chat", label: getTranslator("chat")("settings.title") }] : []),
    ...(canGovernConduct(actor) ? [{ href: "/agent/settings/conduct", label: getTranslator("conduct")("settings.title") }] : []),
    ...(canEditAccountSettings(actor) ? [{ href: "/agent/settings/accounts", label: getTranslator("accounts")("settings.title") }] : []),
    ...(canEditTemplates(actor) ? [{ href: "/agent/settings/mail", label: getTranslator("mail")("templates.title") }] : []),
    ...(canSeeOutbox(actor) ? [{ href: "/agent/settings/outbox", label: getTranslator("mail")("outbox.title") }] : []),
    ...(canSeeInbound(actor) ? [{ href: "/agent/settings/inbound", label: getTranslator("inbound")("title") }] : []),
    ...(canSeeJobs(actor) ? [{ href: "/agent/settings/jobs", label: getTranslator("automation")("jobs.title") }] : []),
    ...(canGovernSecurity(actor) ? [{ href: "/agent/settings/staff", label: getTranslator("security")("staff.title") }, { href: "/agent/settings/security", label: getTranslator("security")("settings.title") }] : []),
    ...(canEditCompany(actor) ? [{ href: "/agent/settings/company", label: getTranslator("charges")("company.title") }] : []),
  ];
  return links.length === 0 ? null : { label: t("settings"), links };
}
