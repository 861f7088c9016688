import { ANA, insert } from "@/tests/integration/db/support/insert";
import { ORGANIZATIONS } from "@/tests/support/cast";

function letter(changes: Record<string, string>): string {
  return insert("inbound_mail", { message_key: "repeat('a', 64)", door: "'hook'", verdict: "'bulk'", received_at: "now()", ...changes });
}

const MAIL = insert("mail_message", { kind: "'test'", user_id: ANA, message_key: "'inbound-check'", next_attempt_at: "now()", created_at: "now()" });
const TICKET = insert("ticket", { reference: "'T-L'", requester_id: ANA, organization_id: `'${ORGANIZATIONS.acme.id}'`, department_id: "(SELECT id FROM department LIMIT 1)", priority: "'low'", subject: "'A'", body: "'B'", submission_key: "gen_random_uuid()", created_at: "now()", updated_at: "now()" });

/** Statements that break one check each, by its name; see constraints.test.ts. */
export const INBOUND_CHECKS: Record<string, string[]> = {
  inbound_mail_key: [letter({ message_key: "'abc'" })],
  inbound_mail_sender: [letter({ sender: "'Ana@acme.example'" })],
  inbound_mail_subject: [letter({ subject: "E'a\\nBcc: b'" })],
  inbound_mail_link: [letter({ verdict: "'answered'" })],
  inbound_mail_answer: [MAIL, letter({ answer_id: "(SELECT id FROM mail_message WHERE message_key = 'inbound-check')" })],
  inbound_mail_ticket: [TICKET, letter({ ticket_id: "(SELECT id FROM ticket WHERE reference = 'T-L')" })],
  inbound_sender_address: [insert("inbound_sender", { address: "'Ana@acme.example'", answered_at: "now()" })],
  inbound_poll_one: [insert("inbound_poll", { id: "2" })],
  inbound_poll_failures: ["UPDATE inbound_poll SET failures = -1"],
};
