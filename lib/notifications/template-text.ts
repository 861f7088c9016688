import type { NotificationTopic } from "@/lib/notifications/topics";

/** Whose words the operator writes: one text a topic, and one for several matters at once. */
export const TEMPLATES = ["digest", "answers", "states", "quotes", "appointments", "charges", "contracts", "conduct", "assigned", "replies", "notes", "departments", "sla"] as const satisfies readonly (NotificationTopic | "digest")[];
export type TemplateName = (typeof TEMPLATES)[number];

export type TemplateText = { subject: string; body: string };

/** What may stand in braces. The ones about a ticket are there where a mail is about one ticket alone. */
const GENERAL = ["nombre", "novedades", "enlace", "cantidad"] as const;
const OF_TICKET = ["referencia", "asunto"] as const;
const WITHOUT_TICKET: readonly TemplateName[] = ["digest", "contracts", "conduct"];
/** Without these a mail would say nothing, or lead nowhere. */
export const NEEDED_VARIABLES = ["novedades", "enlace"] as const;
/** Several lines, or an address: no words for a subject. */
const NOT_IN_SUBJECT: readonly string[] = ["novedades", "enlace"];

export type TemplateVariable = (typeof GENERAL)[number] | (typeof OF_TICKET)[number];
export type TemplateFacts = Record<TemplateVariable, string>;

export function isTemplateName(name: string): name is TemplateName {
  return (TEMPLATES as readonly string[]).includes(name);
}

export function variablesOf(template: TemplateName): TemplateVariable[] {
  return WITHOUT_TICKET.includes(template) ? [...GENERAL] : [...GENERAL, ...OF_TICKET];
}

export type TemplateProblem = { code: "TEMPLATE_UNKNOWN_VARIABLE" | "TEMPLATE_VARIABLE_IN_SUBJECT" | "TEMPLATE_VARIABLE_MISSING"; names: string };

/** What is wrong with the braces of a text; null when nothing is. `names` as they were typed, apart by commas. */
export function checkTemplate(template: TemplateName, { subject, body }: TemplateText): TemplateProblem | null {
  const known: readonly string[] = variablesOf(template);
  const unknown = [...bracesIn(subject), ...bracesIn(body)].filter((name) => !known.includes(name));
  if (unknown.length > 0) return { code: "TEMPLATE_UNKNOWN_VARIABLE", names: listed(unknown) };
  const misplaced = bracesIn(subject).filter((name) => NOT_IN_SUBJECT.includes(name));
  if (misplaced.length > 0) return { code: "TEMPLATE_VARIABLE_IN_SUBJECT", names: listed(misplaced) };
  const missing = NEEDED_VARIABLES.filter((name) => !bracesIn(body).includes(name));
  return missing.length > 0 ? { code: "TEMPLATE_VARIABLE_MISSING", names: listed(missing) } : null;
}

/** The text with its facts. What a fact brings along in braces is not filled again. */
export function fillTemplate(text: string, facts: TemplateFacts): string {
  return text.replaceAll(BRACES, (whole, name: string) => (Object.hasOwn(facts, name) ? facts[name as TemplateVariable] : whole));
}

const BRACES = /\{([^{}\n]{1,40})\}/g;

function bracesIn(text: string): string[] {
  return [...text.matchAll(BRACES)].map(([, name = ""]) => name);
}

function listed(names: readonly string[]): string {
  return [...new Set(names)].map((name) => `{${name}}`).join(", ");
}
