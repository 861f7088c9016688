import { z } from "zod";
import { idField, optionalIdField, typedText } from "@/lib/actions/text";
import { unknownVariables } from "@/lib/automation/causes";
import { areRemindersInOrder, CLOSE_DAYS_MAX, REMINDER_DAYS_MAX } from "@/lib/automation/routines";
import { CAP_MAX, CONTRACT_CHOICES, countsDays, DAYS_MAX, NAME_MAX, RULE_MOVES, RULE_PRIORITIES, RULE_TRIGGERS, TEXT_MAX, WORDS_MAX, type RuleAction } from "@/lib/automation/rule";
import { PRODUCT_KINDS } from "@/lib/customers/types";
import { PRIORITIES } from "@/lib/sla/priority";
import { TICKET_STATUSES } from "@/lib/tickets/types";

const version = z.coerce.number("field.unknownChoice").int("field.unknownChoice").min(0, "field.unknownChoice").max(2_147_483_647, "field.unknownChoice");
const days = ({ min, max }: { min: number; max: number }) => z.coerce.number(`field.daysUpTo:${max}`).int(`field.daysUpTo:${max}`).min(min, `field.daysUpTo:${max}`).max(max, `field.daysUpTo:${max}`);
const ticked = z.literal("on").optional().transform((value) => value === "on");
/** Empty means none. */
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

export const routinesSchema = z
  .strictObject({
    firstReminderDays: days({ min: 0, max: REMINDER_DAYS_MAX }),
    secondReminderDays: days({ min: 0, max: REMINDER_DAYS_MAX }),
    closeAfterDays: days({ min: 1, max: CLOSE_DAYS_MAX }),
    asksSatisfaction: ticked,
    version,
  })
  .superRefine((routines, context) => {
    if (!areRemindersInOrder(routines)) context.addIssue({ code: "custom", path: ["secondReminderDays"], message: "field.remindersInOrder" });
  });
export type RoutinesInput = z.output<typeof routinesSchema>;

const lines = (max: number) =>
  typedText({ max, min: 0 })
    .default("")
    .transform((text) => [...new Set(text.split("\n").map((line) => line.trim()).filter(Boolean))])
    .refine((list) => list.length <= WORDS_MAX, `field.atMostLines:${WORDS_MAX}`);

const template = typedText({ max: TEXT_MAX, min: 0 })
  .default("")
  .refine((text) => unknownVariables(text).length === 0, "field.ruleVariables");

export const saveRuleSchema = z
  .strictObject({
    /** None for a new one. */
    ruleId: optionalIdField(),
    version,
    name: typedText({ max: NAME_MAX }),
    trigger: z.enum(RULE_TRIGGERS, "field.unknownChoice"),
    triggerDays: optional(days({ min: 1, max: DAYS_MAX })),
    departmentIds: z.array(idField()).max(200, "field.unknownChoice").default([]),
    priorities: z.array(z.enum(PRIORITIES, "field.unknownChoice")).default([]),
    statuses: z.array(z.enum(TICKET_STATUSES, "field.unknownChoice")).default([]),
    productKinds: z.array(z.enum(PRODUCT_KINDS, "field.unknownChoice")).default([]),
    /** Names, one a line; the command knows which there are. */
    organizations: lines(5000),
    contract: z.enum(CONTRACT_CHOICES, "field.unknownChoice").default("any"),
    words: lines(5000),
    note: template,
    priority: optional(z.enum(RULE_PRIORITIES, "field.unknownChoice")),
    assignTo: optionalIdField(),
    tell: optionalIdField(),
    message: template,
    move: optional(z.enum(RULE_MOVES, "field.unknownChoice")),
    maxPerHour: z.coerce.number(`field.atMost:${CAP_MAX}`).int(`field.atMost:${CAP_MAX}`).min(1, `field.atMost:${CAP_MAX}`).max(CAP_MAX, `field.atMost:${CAP_MAX}`),
  })
  .superRefine(({ trigger, triggerDays, ...rest }, context) => {
    if (countsDays(trigger) && triggerDays === undefined) context.addIssue({ code: "custom", path: ["triggerDays"], message: `field.daysUpTo:${DAYS_MAX}` });
    if (actionsOf(rest).length === 0) context.addIssue({ code: "custom", path: ["move"], message: "field.ruleDoesNothing" });
  });
export type SaveRuleInput = z.output<typeof saveRuleSchema>;

/** What a form chose, in the order in which it is done: said first, then changed, moved last. */
export function actionsOf({ note, priority, assignTo, tell, message, move }: Pick<SaveRuleInput, "note" | "priority" | "assignTo" | "tell" | "message" | "move">): RuleAction[] {
  return [
    ...(note ? [{ kind: "note" as const, text: note }] : []),
    ...(priority ? [{ kind: "priority" as const, to: priority }] : []),
    ...(assignTo ? [{ kind: "assign" as const, to: assignTo }] : []),
    ...(tell ? [{ kind: "tell" as const, to: tell }] : []),
    ...(message ? [{ kind: "message" as const, text: message }] : []),
    ...(move ? [{ kind: "status" as const, move }] : []),
  ];
}

export const ruleVersionSchema = z.strictObject({ ruleId: idField(), version });
export type RuleVersionInput = z.output<typeof ruleVersionSchema>;

export const switchRuleSchema = z.strictObject({ ruleId: idField(), version, to: z.enum(["on", "off"], "field.unknownChoice") });
export type SwitchRuleInput = z.output<typeof switchRuleSchema>;

export const moveRuleSchema = z.strictObject({ ruleId: idField(), direction: z.enum(["up", "down"], "field.unknownChoice") });
export type MoveRuleInput = z.output<typeof moveRuleSchema>;
