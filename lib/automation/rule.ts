import { z } from "zod";
import type { RuleTrigger } from "@/lib/db/generated/enums";
import { PRODUCT_KINDS } from "@/lib/customers/types";
import { PRIORITIES } from "@/lib/sla/priority";
import { TICKET_STATUSES } from "@/lib/tickets/types";

/** "When … and … then …": the shapes of a rule as they are stored, read and evaluated. */

export type { RuleTrigger } from "@/lib/db/generated/enums";
export const RULE_TRIGGERS = ["opened", "customer_replied", "staff_replied", "status_changed", "priority_changed", "department_changed", "assignee_changed", "sla_warned", "sla_breached", "snooze_ended", "waiting", "solved_since"] as const satisfies readonly RuleTrigger[];

/** Triggers that no event sets off, but so many business days without one. */
export const COUNTING_TRIGGERS = ["waiting", "solved_since"] as const satisfies readonly RuleTrigger[];

export function countsDays(trigger: RuleTrigger): boolean {
  return (COUNTING_TRIGGERS as readonly RuleTrigger[]).includes(trigger);
}

export const CONTRACT_CHOICES = ["any", "with", "without"] as const;
/** What a rule may leave a ticket in, by the verb that does so. */
export const RULE_MOVES = ["take_up", "await_requester", "put_on_hold", "solve", "close"] as const;
/** `raise`: the next higher one. */
export const RULE_PRIORITIES = ["raise", ...PRIORITIES] as const;

/** All of them must hold; an empty list asks nothing. Of a list any one is enough. */
export const conditionsSchema = z.object({
  departmentIds: z.array(z.uuid()),
  priorities: z.array(z.enum(PRIORITIES)),
  statuses: z.array(z.enum(TICKET_STATUSES)),
  productKinds: z.array(z.enum(PRODUCT_KINDS)),
  organizationIds: z.array(z.uuid()),
  contract: z.enum(CONTRACT_CHOICES),
  /** In the subject or the first message, without regard to capitals or accents. */
  words: z.array(z.string()),
});
export type RuleConditions = z.output<typeof conditionsSchema>;

export const actionSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("note"), text: z.string() }),
  z.object({ kind: z.literal("priority"), to: z.enum(RULE_PRIORITIES) }),
  z.object({ kind: z.literal("assign"), to: z.uuid() }),
  z.object({ kind: z.literal("tell"), to: z.uuid() }),
  z.object({ kind: z.literal("message"), text: z.string() }),
  z.object({ kind: z.literal("status"), move: z.enum(RULE_MOVES) }),
]);
export type RuleAction = z.output<typeof actionSchema>;

/** What became of an action: done, needless because it was so already, or refused by the rule that would refuse a person. */
export const outcomeSchema = z.object({ action: actionSchema, result: z.enum(["done", "needless", "refused"]), code: z.string().optional() });
export type ActionOutcome = z.output<typeof outcomeSchema>;

export const NAME_MAX = 80;
export const TEXT_MAX = 4000;
export const WORDS_MAX = 50;
export const DAYS_MAX = 60;
export const CAP_MAX = 1000;
