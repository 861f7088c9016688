import { ANA, insert, UUID } from "@/tests/integration/db/support/insert";
import { carla, ORGANIZATIONS } from "@/tests/support/cast";

function note(changes: Record<string, string>): string {
  return insert("off_channel_note", {
    customer_id: ANA,
    agent_id: `'${carla.userId}'`,
    channel: "'phone'",
    department_id: "(SELECT id FROM department LIMIT 1)",
    subject: "'Asunto'",
    body: "'Texto'",
    submission_key: UUID,
    created_at: "now()",
    expires_at: "now()",
    ...changes,
  });
}

function ticket(changes: Record<string, string>): string {
  return insert("ticket", {
    reference: `'T-' || ${UUID}`,
    requester_id: ANA,
    organization_id: `'${ORGANIZATIONS.acme.id}'`,
    department_id: "(SELECT id FROM department LIMIT 1)",
    priority: "'low'",
    subject: "'Asunto'",
    body: "'Texto'",
    submission_key: UUID,
    created_at: "now()",
    updated_at: "now()",
    ...changes,
  });
}

/** Statements that break one check each, by its name; see constraints.test.ts. */
export const OFF_CHANNEL_CHECKS: Record<string, string[]> = {
  off_channel_note_subject_check: [note({ subject: "''" })],
  off_channel_note_body_check: [note({ body: "''" })],
  ticket_noted: [ticket({ noted_channel: "'phone'" })],
};
