import { ANA, insert, KEY, UUID } from "@/tests/integration/db/support/insert";
import { carla } from "@/tests/support/cast";

const CARLA = `'${carla.userId}'`;
const A_TICKET = insert("ticket", {
  reference: `'T-' || ${UUID}`, requester_id: ANA, department_id: "(SELECT id FROM department WHERE slug = 'desarrollo')", priority: "'low'", subject: "'Asunto'", body: "'Texto'",
  submission_key: UUID, created_at: "now()", updated_at: "now()",
});
const A_CARD = insert("rate_card_version", { number: "(SELECT coalesce(max(number), 0) + 1 FROM rate_card_version)", note: "''", published_at: "now()" });
const A_QUOTE = insert("quote", {
  reference: `'COT-' || ${UUID}`, ticket_id: "(SELECT id FROM ticket ORDER BY created_at DESC LIMIT 1)", revision: "1", basis: "'event'", rate_card_version_id: "(SELECT id FROM rate_card_version LIMIT 1)",
  scope: "''", exclusions: "''", payment_terms: "''", valid_until: "now()", subtotal_cents: "0", discount_cents: "0", vat_cents: "0", total_cents: "0", estimated_minutes: "60",
  created_at: "now()", created_by: CARLA, updated_at: "now()",
});

/** One that is proposed, of the last ticket; a test changes the columns that it is about. */
function appointment(changes: Record<string, string> = {}): string {
  return insert("appointment", {
    ticket_id: "(SELECT ticket_id FROM quote LIMIT 1)", quote_id: "(SELECT id FROM quote LIMIT 1)", agent_id: CARLA, kind: "'phone'", starts_at: "'2026-11-18T18:00Z'", ends_at: "'2026-11-18T19:00Z'",
    booked_by: ANA, place: "''", submission_key: UUID, created_at: "now()", updated_at: "now()", ...changes,
  });
}

const ANOTHER_TICKET = A_TICKET.replace("'T-'", "'T2-'");
const ANOTHER_QUOTE = A_QUOTE.replace("SELECT id FROM ticket ORDER BY created_at DESC LIMIT 1", "SELECT id FROM ticket WHERE reference LIKE 'T2-%'").replace("'', '', '', now()", "'otra', '', '', now()");
const GROUND = [A_TICKET, A_CARD, A_QUOTE];
const BOTH = { customer_confirmed_at: "now()", agent_confirmed_at: "now()" };
const LATER = { starts_at: "'2026-11-18T20:00Z'", ends_at: "'2026-11-18T21:00Z'" };

function availability(changes: Record<string, string> = {}): string {
  return insert("agent_availability", { agent_id: CARLA, weekday: "1", starts_minute: "540", ends_minute: "600", ...changes });
}

function absence(changes: Record<string, string> = {}): string {
  return insert("agent_absence", { agent_id: CARLA, starts_at: "'2026-11-18T18:00Z'", ends_at: "'2026-11-18T19:00Z'", reason: "''", ...changes });
}

function settings(changes: Record<string, string>): string {
  return insert("appointment_settings", { slot_minutes: "30", lead_minutes: "0", late_minutes: "0", late_cost_minutes: "0", remote_tool: "'other'", link_template: "'https://x.example/{code}'", updated_at: "now()", ...changes });
}

/** Statements that break one check each, by its name; see constraints.test.ts. */
export const APPOINTMENT_CHECKS: Record<string, string[]> = {
  agent_availability_weekday_check: [availability({ weekday: "8" })],
  agent_availability_starts_minute_check: [availability({ starts_minute: "-1" })],
  agent_availability_ends_minute_check: [availability({ ends_minute: "1441" })],
  agent_availability_lasts: [availability({ ends_minute: "540" })],
  agent_absence_reason_check: [absence({ reason: "repeat('x', 201)" })],
  agent_absence_lasts: [absence({ ends_at: "'2026-11-18T18:00Z'" })],
  appointment_place_check: [...GROUND, appointment({ place: "repeat('x', 501)" })],
  appointment_cost_minutes_check: [...GROUND, appointment({ cost_minutes: "-1" })],
  appointment_lasts: [...GROUND, appointment({ ends_at: "'2026-11-18T18:00Z'" })],
  appointment_confirmed_by_both: [...GROUND, appointment({ state: "'confirmed'", agent_confirmed_at: "now()" })],
  appointment_cancelled: [...GROUND, appointment({ state: "'cancelled'" })],
  appointment_sequence: [...GROUND, appointment({ sequence: "-1" })],
  appointment_tool: [...GROUND, appointment({ kind: "'remote'" })],
  appointment_started: [...GROUND, appointment({ state: "'under_way'", ...BOTH })],
  appointment_ended: [...GROUND, appointment({ state: "'finished'", started_at: "now()", ...BOTH })],
  appointment_code_void: [...GROUND, appointment({ state: "'missed'", join_code: "'K'" })],
  appointment_settings_id_check: [settings({ id: "2" })],
  appointment_settings_slot_minutes_check: [settings({ slot_minutes: "25" })],
  appointment_settings_lead_minutes_check: [settings({ lead_minutes: "-1" })],
  appointment_settings_late_minutes_check: [settings({ late_minutes: "20161" })],
  appointment_settings_late_cost_minutes_check: [settings({ late_cost_minutes: "481" })],
  appointment_settings_link_template_check: [settings({ link_template: "repeat('x', 501)" })],
};

/** Unique keys and exclusions: the last statement of each is the one that is refused. */
export const APPOINTMENT_KEYS: Record<string, string[]> = {
  agent_availability_apart: [availability(), availability({ starts_minute: "599", ends_minute: "700" })],
  agent_absence_apart: [absence(), absence({ starts_at: "'2026-11-18T18:59Z'", ends_at: "'2026-11-18T20:00Z'" })],
  appointment_moved_from_id_key: [...GROUND, appointment(), appointment({ ...LATER, moved_from_id: "(SELECT id FROM appointment LIMIT 1)" }), appointment({ starts_at: "'2026-11-19T20:00Z'", ends_at: "'2026-11-19T21:00Z'", moved_from_id: "(SELECT moved_from_id FROM appointment WHERE moved_from_id IS NOT NULL)" })],
  appointment_submitted_once: [...GROUND, appointment({ submission_key: KEY }), appointment({ ...LATER, submission_key: KEY })],
  appointment_apart: [...GROUND, appointment(), appointment({ starts_at: "'2026-11-18T18:59Z'", ends_at: "'2026-11-18T20:00Z'" })],
  appointment_one_under_way: [...GROUND, ANOTHER_TICKET, ANOTHER_QUOTE, appointment({ state: "'under_way'", started_at: "now()", ...BOTH }), appointment({ ticket_id: "(SELECT ticket_id FROM quote WHERE scope = 'otra')", quote_id: "(SELECT id FROM quote WHERE scope = 'otra')", state: "'under_way'", started_at: "now()", ...BOTH, ...LATER })],
  appointment_one_confirmed: [...GROUND, appointment({ state: "'confirmed'", ...BOTH }), appointment({ state: "'confirmed'", ...BOTH, ...LATER })],
};
