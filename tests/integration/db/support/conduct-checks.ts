import { ANA, insert, KEY, UUID } from "@/tests/integration/db/support/insert";
import { carla, diego, ORGANIZATIONS } from "@/tests/support/cast";

const CARLA = `'${carla.userId}'`;
const DIEGO = `'${diego.userId}'`;

const TICKET = insert("ticket", {
  reference: "'T-C'",
  requester_id: ANA,
  organization_id: `'${ORGANIZATIONS.acme.id}'`,
  department_id: "(SELECT id FROM department LIMIT 1)",
  priority: "'low'",
  subject: "'Asunto'",
  body: "'Texto'",
  submission_key: UUID,
  created_at: "now()",
  updated_at: "now()",
});
const A_TICKET = "(SELECT id FROM ticket WHERE reference = 'T-C')";
const MESSAGE = insert("ticket_message", { id: KEY, ticket_id: A_TICKET, author_id: CARLA, is_staff: "true", body: "'Texto'", submission_key: UUID, created_at: "now()" });
const A_CASE = "(SELECT id FROM conduct_case LIMIT 1)";

function conductCase(changes: Record<string, string> = {}): string {
  return insert("conduct_case", { about_id: ANA, ticket_id: A_TICKET, opened_at: "now()", ...changes });
}

function mark(changes: Record<string, string>): string {
  return insert("conduct_mark", { case_id: A_CASE, source: "'rule'", at: "now()", ...changes });
}

function suspension(changes: Record<string, string> = {}): string {
  return insert("suspension", { user_id: ANA, case_id: A_CASE, reason: "'R'", scope: "'all'", starts_at: "'2026-01-01'", ends_at: "'2026-01-08'", imposed_at: "now()", imposed_by: DIEGO, ...changes });
}

function appeal(changes: Record<string, string>): string {
  return insert("suspension_appeal", { suspension_id: "(SELECT id FROM suspension LIMIT 1)", body: "'B'", sent_at: "now()", ...changes });
}

function settings(changes: Record<string, string>): string {
  return insert("conduct_settings", { first_warning: "'A'", second_warning: "'B'", period_days: "90", updated_at: "now()", ...changes });
}

function serviceMessage(changes: Record<string, string>): string {
  return insert("service_message", { areas: "'{home}'", tone: "'info'", title: "'T'", body: "''", starts_at: "now()", created_at: "now()", created_by: DIEGO, updated_at: "now()", updated_by: DIEGO, ...changes });
}

const CASE = [TICKET, conductCase()];

/** Statements that break one check each, by its name; see constraints.test.ts. */
export const CONDUCT_CHECKS: Record<string, string[]> = {
  service_message_areas: [serviceMessage({ areas: "'{}'" })],
  service_message_title: [serviceMessage({ title: "''" })],
  service_message_body: [serviceMessage({ body: "repeat('ñ', 2001)" })],
  service_message_ends: [serviceMessage({ ends_at: "now()" })],
  service_message_version: [serviceMessage({ version: "0" })],
  maintenance_message: [insert("maintenance", { is_on: "true", message: "repeat('ñ', 1001)", at: "now()", by_id: DIEGO })],
  maintenance_until: [insert("maintenance", { is_on: "true", message: "''", expected_until: "now()", at: "now()", by_id: DIEGO })],
  maintenance_over: [insert("maintenance", { is_on: "false", message: "''", starts_at: "now()", at: "now()", by_id: DIEGO })],
  notice_event_type: [serviceMessage({}), insert("notice_event", { notice_id: "(SELECT id FROM service_message LIMIT 1)", type: "'otra cosa'", data: "'{}'", actor_id: DIEGO, at: "now()" })],
  notice_event_subject: [insert("notice_event", { type: "'notice.added'", data: "'{}'", actor_id: DIEGO, at: "now()" })],
  conduct_case_note: [TICKET, conductCase({ review_note: "repeat('ñ', 2001)" })],
  conduct_case_reviewed: [TICKET, conductCase({ state: "'dismissed'" })],
  conduct_case_other_reviewer: [TICKET, conductCase({ about_id: CARLA, state: "'dismissed'", reviewed_at: "now()", reviewed_by: CARLA })],
  conduct_mark_comment: [...CASE, mark({ comment: "repeat('ñ', 1001)" })],
  conduct_mark_by: [...CASE, mark({ source: "'staff'" })],
  conduct_warning_number: [...CASE, MESSAGE, insert("conduct_warning", { user_id: ANA, case_id: A_CASE, number: "0", message_id: KEY, sent_at: "now()", sent_by: CARLA })],
  conduct_warning_body: [...CASE, insert("conduct_warning", { user_id: ANA, case_id: A_CASE, number: "1", body: "repeat('ñ', 5001)", sent_at: "now()", sent_by: CARLA })],
  conduct_warning_said: [...CASE, insert("conduct_warning", { user_id: ANA, case_id: A_CASE, number: "1", sent_at: "now()", sent_by: CARLA })],
  suspension_reason: [...CASE, suspension({ reason: "''" })],
  suspension_note: [...CASE, suspension({ lift_note: "repeat('ñ', 2001)" })],
  suspension_period: [...CASE, suspension({ ends_at: "'2025-12-31'" })],
  suspension_lifted: [...CASE, suspension({ lifted_at: "now()" })],
  suspension_appeal_body: [...CASE, suspension(), appeal({ body: "''" })],
  suspension_appeal_answer: [...CASE, suspension(), appeal({ answer: "repeat('ñ', 2001)" })],
  suspension_appeal_decided: [...CASE, suspension(), appeal({ outcome: "'upheld'" })],
  conduct_event_type: [insert("conduct_event", { about_id: ANA, type: "'x'", data: "'{}'", at: "now()" })],
  conduct_settings_first: [settings({ first_warning: "''" })],
  conduct_settings_second: [settings({ second_warning: "''" })],
  conduct_settings_period: [settings({ period_days: "0" })],
};

/** The same of what triggers, exclusions and unique indexes refuse. */
export const CONDUCT_KEYS: Record<string, string[]> = {
  conduct_case_of_ticket_text: [...CASE, conductCase()],
  conduct_mark_once: [...CASE, mark({}), mark({})],
  suspension_one_at_a_time: [...CASE, suspension(), suspension({ starts_at: "'2026-01-07'", ends_at: "'2026-01-09'" })],
  suspension_appeal_other: [...CASE, suspension(), appeal({ outcome: "'upheld'", decided_at: "now()", decided_by: DIEGO })],
};

