import type { RuleTrigger } from "@/lib/automation/rule";
import type { TriggerEventType } from "@/lib/tickets/events";

/** Who did what an event says: a rule that writes to the customer did not answer in the desk's stead. */
export type Side = "customer" | "staff" | "system";

/** @param actor who did it; null for the desk itself */
export function sideOf(actor: { role: string } | null): Side {
  if (actor === null) return "system";
  return actor.role === "customer" ? "customer" : "staff";
}

/** Which trigger an event sets off; null for none. */
export function triggerOf(type: TriggerEventType, by: Side): RuleTrigger | null {
  switch (type) {
    case "ticket.opened":
      return "opened";
    case "ticket.replied":
      return by === "customer" ? "customer_replied" : by === "staff" ? "staff_replied" : null;
    case "ticket.assigned":
      return "assignee_changed";
    case "ticket.priority-changed":
      return "priority_changed";
    case "ticket.department-changed":
      return "department_changed";
    case "ticket.awaiting-requester":
    case "ticket.put-on-hold":
    case "ticket.taken-up":
    case "ticket.solved":
    case "ticket.reopened":
    case "ticket.closed":
      return "status_changed";
    case "sla.warned":
      return "sla_warned";
    case "sla.breached":
      return "sla_breached";
    case "ticket.snooze-ended":
      return "snooze_ended";
    default:
      return type satisfies never;
  }
}

/** The name of a cause: a rule acts once on each. */
export function eventCause(eventId: bigint): string {
  return `event:${eventId}`;
}

export function countingCause(trigger: RuleTrigger, since: Date): string {
  return `${trigger}:${since.getTime()}`;
}

/** A rule never acts on what came of itself, nor on what came of what came of it. */
export function mayFollow(ruleId: string, chain: readonly string[]): boolean {
  return !chain.includes(ruleId);
}

const VARIABLE = /\{([^{}\n]{1,40})\}/g;
/** What may stand in braces in a rule's note or message. */
export const RULE_VARIABLES = ["nombre", "referencia", "asunto"] as const;

export function unknownVariables(text: string): string[] {
  return [...text.matchAll(VARIABLE)].flatMap(([, name = ""]) => ((RULE_VARIABLES as readonly string[]).includes(name) ? [] : [`{${name}}`]));
}

export function fillText(text: string, facts: Record<(typeof RULE_VARIABLES)[number], string>): string {
  return text.replaceAll(VARIABLE, (whole, name: string) => (Object.hasOwn(facts, name) ? facts[name as keyof typeof facts] : whole));
}
