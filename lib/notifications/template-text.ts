import { ACCOUNT_TEMPLATES, ACCOUNT_VARIABLES, type AccountTemplate } from "@/lib/accounts/mail-details";
import { INBOUND_TEMPLATES, INBOUND_VARIABLES, type InboundTemplate } from "@/lib/inbound/mail-details";
import { SECURITY_TEMPLATES, SECURITY_VARIABLES, type SecurityTemplate } from "@/lib/mail/security-matters";
import type { NotificationTopic } from "@/lib/notifications/topics";

/** One text a topic, and one for several matters at once. */
const TELLING = ["digest", "answers", "states", "quotes", "appointments", "charges", "contracts", "conduct", "assigned", "replies", "notes", "departments", "sla", "escalations", "snoozes", "reminders", "satisfaction", "chat", "signups"] as const satisfies readonly (NotificationTopic | "digest")[];

/** Whose words the operator writes: of what people are told, of their accounts, of their ways in, and of the answers to mail. */
export const TEMPLATES = [...TELLING, ...ACCOUNT_TEMPLATES, ...SECURITY_TEMPLATES, ...INBOUND_TEMPLATES] as const;
export type TemplateName = (typeof TEMPLATES)[number];

export type TemplateText = { subject: string; body: string };

/** What may stand in braces. The ones about a ticket are there where a mail is about one ticket alone. */
const GENERAL = ["nombre", "novedades", "enlace", "cantidad"] as const;
const OF_TICKET = ["referencia", "asunto"] as const;
const WITHOUT_TICKET: readonly TemplateName[] = ["digest", "contracts", "conduct", "chat", "signups"];
/** Several lines, or an address: no words for a subject. */
const NOT_IN_SUBJECT: readonly string[] = ["novedades", "enlace", "motivo", "acceso"];

type TemplateVariable = (typeof GENERAL)[number] | (typeof OF_TICKET)[number] | (typeof ACCOUNT_VARIABLES)[AccountTemplate][number] | (typeof SECURITY_VARIABLES)[SecurityTemplate][number] | (typeof INBOUND_VARIABLES)[InboundTemplate][number];
export type TemplateFacts = Partial<Record<TemplateVariable, string>>;

export function isTemplateName(name: string): name is TemplateName {
  return (TEMPLATES as readonly string[]).includes(name);
}

export function isAccountTemplate(template: TemplateName): template is AccountTemplate {
  return (ACCOUNT_TEMPLATES as readonly string[]).includes(template);
}

export function isSecurityTemplate(template: TemplateName): template is SecurityTemplate {
  return (SECURITY_TEMPLATES as readonly string[]).includes(template);
}

export function isInboundTemplate(template: TemplateName): template is InboundTemplate {
  return (INBOUND_TEMPLATES as readonly string[]).includes(template);
}

export function variablesOf(template: TemplateName): TemplateVariable[] {
  if (isInboundTemplate(template)) return [...INBOUND_VARIABLES[template]];
  if (isAccountTemplate(template)) return ["nombre", "enlace", ...ACCOUNT_VARIABLES[template]];
  if (isSecurityTemplate(template)) return ["nombre", "enlace", ...SECURITY_VARIABLES[template]];
  return WITHOUT_TICKET.includes(template) ? [...GENERAL] : [...GENERAL, ...OF_TICKET];
}

/** Without these a mail would say nothing, or lead nowhere. */
export function neededVariablesOf(template: TemplateName): TemplateVariable[] {
  if (isSecurityTemplate(template) || isInboundTemplate(template)) return ["enlace"];
  if (!isAccountTemplate(template)) return ["novedades", "enlace"];
  return template === "signuprefused" ? ["motivo"] : ["enlace"];
}

export type TemplateProblem = { code: "TEMPLATE_UNKNOWN_VARIABLE" | "TEMPLATE_VARIABLE_IN_SUBJECT" | "TEMPLATE_VARIABLE_MISSING"; names: string };

/** What is wrong with the braces of a text; null when nothing is. `names` as they were typed, apart by commas. */
export function checkTemplate(template: TemplateName, { subject, body }: TemplateText): TemplateProblem | null {
  const known: readonly string[] = variablesOf(template);
  const unknown = [...bracesIn(subject), ...bracesIn(body)].filter((name) => !known.includes(name));
  if (unknown.length > 0) return { code: "TEMPLATE_UNKNOWN_VARIABLE", names: listed(unknown) };
  const misplaced = bracesIn(subject).filter((name) => NOT_IN_SUBJECT.includes(name));
  if (misplaced.length > 0) return { code: "TEMPLATE_VARIABLE_IN_SUBJECT", names: listed(misplaced) };
  const missing = neededVariablesOf(template).filter((name) => !bracesIn(body).includes(name));
  return missing.length > 0 ? { code: "TEMPLATE_VARIABLE_MISSING", names: listed(missing) } : null;
}

/** The text with its facts. What a fact brings along in braces is not filled again. */
export function fillTemplate(text: string, facts: TemplateFacts): string {
  return text.replaceAll(BRACES, (whole, name: string) => (Object.hasOwn(facts, name) ? (facts[name as TemplateVariable] ?? whole) : whole));
}

const BRACES = /\{([^{}\n]{1,40})\}/g;

function bracesIn(text: string): string[] {
  return [...text.matchAll(BRACES)].map(([, name = ""]) => name);
}

function listed(names: readonly string[]): string {
  return [...new Set(names)].map((name) => `{${name}}`).join(", ");
}
