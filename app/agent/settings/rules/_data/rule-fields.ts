import type { FieldFormWords, FieldSpec } from "@/components/forms/field-form";
import type { RuleFormValues } from "@/lib/automation/form-values";
import { countsDays, RULE_MOVES, RULE_TRIGGERS } from "@/lib/automation/rule";
import { PRODUCT_KINDS } from "@/lib/customers/types";
import { getTranslator } from "@/lib/i18n/translator";
import { TICKET_PRIORITIES, TICKET_STATUSES } from "@/lib/tickets/types";

type Named = { id: string; name: string };

/** What a rule's form begins with when there is none yet. */
export const EMPTY_RULE: RuleFormValues = { name: "", trigger: "opened", triggerDays: "", departmentIds: [], priorities: [], statuses: [], productKinds: [], organizations: [], contract: "any", words: [], note: "", priority: "", assignTo: "", tell: "", message: "", move: "", maxPerHour: "60" };

/** The names of what may be lost if the session ends while writing. */
export const TYPED_NAMES = ["name", "organizations", "words", "note", "message"] as const;

export function ruleFields(values: RuleFormValues, { departments, staff }: { departments: readonly Named[]; staff: readonly Named[] }): FieldSpec[] {
  const t = getTranslator("automation");
  const tickets = getTranslator("tickets");
  const optionsOf = (all: readonly Named[]) => all.map(({ id, name }) => ({ value: id, label: name }));
  const nothing = { value: "", label: t("form.nothing") };
  return [
    { kind: "text", name: "name", label: t("form.name"), hint: t("form.nameHint"), value: values.name },
    { kind: "select", name: "trigger", label: t("form.when"), value: values.trigger, options: RULE_TRIGGERS.map((trigger) => ({ value: trigger, label: countsDays(trigger) ? t(`triggerChoice.${trigger as "waiting"}`) : t(`trigger.${trigger}`, { days: 1 }) })) },
    { kind: "number", name: "triggerDays", label: t("form.days"), hint: t("form.daysHint"), value: values.triggerDays, isOptional: true },
    { kind: "checks", name: "departmentIds", label: t("form.departments"), hint: t("form.noneChosen"), value: values.departmentIds.join(" "), options: optionsOf(departments) },
    { kind: "checks", name: "priorities", label: t("form.priorities"), value: values.priorities.join(" "), options: TICKET_PRIORITIES.map((value) => ({ value, label: tickets(`priority.${value}`) })) },
    { kind: "checks", name: "statuses", label: t("form.statuses"), value: values.statuses.join(" "), options: TICKET_STATUSES.map((value) => ({ value, label: tickets(`status.${value}`) })) },
    { kind: "checks", name: "productKinds", label: t("form.productKinds"), value: values.productKinds.join(" "), options: PRODUCT_KINDS.map((value) => ({ value, label: getTranslator("customers")(`kind.${value}`) })) },
    { kind: "select", name: "contract", label: t("form.contract"), value: values.contract, options: [{ value: "any", label: t("form.contractAny") }, { value: "with", label: t("form.contractWith") }, { value: "without", label: t("form.contractWithout") }] },
    { kind: "textarea", name: "organizations", label: t("form.organizations"), hint: t("form.organizationsHint"), value: values.organizations.join("\n"), rows: 2, isOptional: true },
    { kind: "textarea", name: "words", label: t("form.words"), hint: t("form.wordsHint"), value: values.words.join("\n"), rows: 2, isOptional: true },
    { kind: "textarea", name: "note", label: t("form.note"), hint: t("form.variables"), value: values.note, isOptional: true },
    { kind: "select", name: "priority", label: t("form.priority"), value: values.priority, isOptional: true, options: [nothing, { value: "raise", label: t("form.priorityRaise") }, ...TICKET_PRIORITIES.map((value) => ({ value, label: tickets(`priority.${value}`) }))] },
    { kind: "select", name: "assignTo", label: t("form.assign"), value: values.assignTo, isOptional: true, options: [nothing, ...optionsOf(staff)] },
    { kind: "select", name: "tell", label: t("form.tell"), hint: t("form.tellHint"), value: values.tell, isOptional: true, options: [nothing, ...optionsOf(staff)] },
    { kind: "textarea", name: "message", label: t("form.message"), hint: t("form.messageHint"), value: values.message, isOptional: true },
    { kind: "select", name: "move", label: t("form.move"), value: values.move, isOptional: true, options: [nothing, ...RULE_MOVES.map((move) => ({ value: move, label: t(`action.status_${move}`) }))] },
    { kind: "number", name: "maxPerHour", label: t("form.maxPerHour"), hint: t("form.maxPerHourHint"), value: values.maxPerHour },
  ];
}

export function ruleFormWords(): FieldFormWords {
  const t = getTranslator("automation");
  return { ...smallWords(t("form.save"), t("form.saving")), saved: t("form.saved"), theirs: { title: t("form.theirs"), yes: t("form.yes"), no: t("form.no"), empty: t("form.empty") } };
}

/** Of a form with a button of its own. */
export function smallWords(submit: string, submitting: string, invalid = getTranslator("automation")("form.invalid")): FieldFormWords {
  const t = getTranslator("automation");
  return { submit, submitting, invalid, offline: t("form.offline"), signIn: t("form.signIn"), optional: getTranslator("ui")("optional") };
}
