import { ANA, insert, UUID } from "@/tests/integration/db/support/insert";

function rule(changes: Record<string, string> = {}): string {
  return insert("automation_rule", { name: "'Regla'", position: "1", trigger: "'opened'", conditions: "'{}'", actions: "'[]'", max_per_hour: "60", created_at: "now()", updated_at: "now()", updated_by: ANA, ...changes });
}

function run(changes: Record<string, string> = {}): string {
  return insert("automation_run", { rule_id: "(SELECT id FROM automation_rule LIMIT 1)", rule_version: "1", ticket_id: "(SELECT id FROM ticket LIMIT 1)", cause: "'event:1'", chain: "ARRAY[]::uuid[]", at: "now()", ...changes });
}

function routines(changes: Record<string, string> = {}): string {
  return insert("routine_settings", { first_reminder_days: "2", second_reminder_days: "5", close_after_days: "14", asks_satisfaction: "true", updated_at: "now()", ...changes });
}

/** @param aTicket a statement that makes a ticket */
export function automationChecks(aTicket: string): Record<string, string[]> {
  return {
    automation_rule_name: [rule({ name: "''" })],
    automation_rule_days: [rule({ trigger: "'waiting'", trigger_days: "61" })],
    automation_rule_counts: [rule({ trigger_days: "2" })],
    automation_rule_cap: [rule({ max_per_hour: "0" })],
    automation_rule_on: [rule({ is_on: "true" })],
    routine_settings_one: [routines({ id: "2" })],
    routine_settings_first: [routines({ first_reminder_days: "-1" })],
    routine_settings_second: [routines({ second_reminder_days: "61" })],
    routine_settings_close: [routines({ close_after_days: "0" })],
    ticket_rating_comment: [aTicket, insert("ticket_rating", { ticket_id: "(SELECT id FROM ticket LIMIT 1)", user_id: ANA, satisfaction: "'good'", comment: "repeat('x', 2001)", rated_at: "now()" })],
    ticket_snoozed: [aTicket, "UPDATE ticket SET snoozed_until = now()"],
  };
}

/** A rule acts once on a cause. */
export function automationKeys(aTicket: string): Record<string, string[]> {
  return { automation_run_once: [aTicket, rule({ id: UUID }), run(), run()] };
}
