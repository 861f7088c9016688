import { ANA, insert, UUID } from "@/tests/integration/db/support/insert";
import { diego, ORGANIZATIONS } from "@/tests/support/cast";

function mail(changes: Record<string, string>): string {
  return insert("mail_message", { kind: "'test'", user_id: ANA, message_key: UUID, next_attempt_at: "now()", created_at: "now()", ...changes });
}

function template(changes: Record<string, string>): string {
  return insert("mail_template_version", { template: "'answers'", number: "1", subject: "'A'", body: "'B'", saved_at: "now()", saved_by: `'${diego.userId}'`, ...changes });
}

const CONDUCT = insert("conduct_event", { about_id: ANA, type: "'conduct.lifted'", data: "'{}'", at: "now()" });
const AN_EVENT = "(SELECT max(id) FROM conduct_event)";
const TICKET = insert("ticket", { reference: "'T-N'", requester_id: ANA, organization_id: `'${ORGANIZATIONS.acme.id}'`, department_id: "(SELECT id FROM department LIMIT 1)", priority: "'low'", subject: "'A'", body: "'B'", submission_key: UUID, created_at: "now()", updated_at: "now()" });

function notification(changes: Record<string, string>): string {
  return insert("notification", { user_id: ANA, topic: "'conduct'", source: "'x'", conduct_event_id: AN_EVENT, is_in_portal: "true", at: "now()", ...changes });
}

/** Statements that break one check each, by its name; see constraints.test.ts. */
export const NOTIFICATION_CHECKS: Record<string, string[]> = {
  mail_message_subject: [mail({ subject: "E'a\\r\\nBcc: b'" })],
  mail_message_leased: [mail({ state: "'sending'" })],
  mail_message_sent: [mail({ state: "'sent'" })],
  mail_template_version_template: [template({ template: "'Answers'" })],
  mail_template_version_number: [template({ number: "0" })],
  mail_template_version_subject: [template({ subject: "E'a\\nb'" })],
  notification_about: [notification({ conduct_event_id: "NULL" })],
  notification_of_contract: [CONDUCT, notification({ contract_notice: "'used_80'" })],
  push_subscription_endpoint: [insert("push_subscription", { user_id: ANA, session_id: "'x'", session_version: "1", endpoint: "'ftp://x'", p256dh: "'x'", auth: "'x'", created_at: "now()", seen_at: "now()" })],
  push_key_one: [insert("push_key", { id: "2", public_key: "'x'", key_id: "'x'", cipher: "'x'", created_at: "now()" })],
  stream_event_topic: [insert("stream_event", { topic: "''", kind: "'x'", subject_id: ANA })],
  stream_event_kind: [insert("stream_event", { topic: "'x'", kind: "''", subject_id: ANA })],
  notification_of_ticket: [CONDUCT, TICKET, notification({ ticket_id: "(SELECT id FROM ticket WHERE reference = 'T-N')" })],
};
