import { ANA, insert, KEY, UUID } from "@/tests/integration/db/support/insert";
import { ORGANIZATIONS } from "@/tests/support/cast";

/** What time, closings and charges stand on: a ticket, and a quote of it. */
const TICKET = insert("ticket", {
  reference: `'T-' || ${UUID}`, requester_id: ANA, organization_id: `'${ORGANIZATIONS.acme.id}'`, department_id: "(SELECT id FROM department LIMIT 1)",
  priority: "'low'", subject: "'Asunto'", body: "'Texto'", submission_key: UUID, created_at: "now()", updated_at: "now()",
});
const CARD = insert("rate_card_version", { number: "1", note: "''", published_at: "now()" });
const QUOTE = insert("quote", {
  reference: "'COT-X'", ticket_id: "(SELECT id FROM ticket LIMIT 1)", revision: "1", basis: "'event'", rate_card_version_id: "(SELECT id FROM rate_card_version LIMIT 1)",
  scope: "''", exclusions: "''", payment_terms: "''", valid_until: "now()", subtotal_cents: "0", discount_cents: "0", vat_cents: "0", total_cents: "0", estimated_minutes: "0",
  created_at: "now()", created_by: ANA, updated_at: "now()",
});
const A_TICKET = "(SELECT id FROM ticket LIMIT 1)";
const A_QUOTE = "(SELECT id FROM quote LIMIT 1)";
export const WORK_BEFORE = [TICKET, CARD, QUOTE];

export function timeEntry(changes: Record<string, string> = {}): string {
  return insert("time_entry", { ticket_id: A_TICKET, quote_id: A_QUOTE, agent_id: ANA, started_at: "now()", minutes: "30", billable_minutes: "30", description: "'Trabajo'", submission_key: UUID, created_at: "now()", ...changes });
}

function closing(changes: Record<string, string>): string {
  return insert("work_closing", { quote_id: A_QUOTE, statement: "'Listo'", minutes_used: "30", closed_by: ANA, closed_at: "now()", ...changes });
}

function charge(changes: Record<string, string> = {}): string {
  return insert("charge", { reference: "'CAR-X'", quote_id: A_QUOTE, ticket_id: A_TICKET, fiscal: "'{}'", subtotal_cents: "100", discount_cents: "0", vat_cents: "16", total_cents: "116", created_at: "now()", updated_at: "now()", ...changes });
}

function company(changes: Record<string, string>): string {
  return insert("company_profile", { rfc: "'EKU9003173C9'", legal_name: "'X'", tax_regime: "'601'", postal_code: "'01000'", product_key: "'81111811'", payment_method: "'PUE'", payment_form: "'03'", updated_at: "now()", ...changes });
}

/** Statements that break one check each, by its name; see constraints.test.ts. */
export const WORK_CHECKS: Record<string, string[]> = {
  time_entry_minutes_check: [...WORK_BEFORE, timeEntry({ minutes: "0" })],
  time_entry_description: [...WORK_BEFORE, timeEntry({ description: "''" })],
  time_entry_authorised: [...WORK_BEFORE, timeEntry({ quote_id: "NULL" })],
  time_entry_sign: [...WORK_BEFORE, timeEntry({ minutes: "-30", billable_minutes: "-30" })],
  work_closing_statement: [...WORK_BEFORE, closing({ statement: "''" })],
  work_closing_minutes_used_check: [...WORK_BEFORE, closing({ minutes_used: "-1" })],
  charge_check: [...WORK_BEFORE, charge({ discount_cents: "101", total_cents: "15" })],
  charge_vat_cents_check: [...WORK_BEFORE, charge({ vat_cents: "-1", total_cents: "99" })],
  charge_payment_note_check: [...WORK_BEFORE, charge({ payment_note: "repeat('a', 501)" })],
  charge_total: [...WORK_BEFORE, charge({ total_cents: "115" })],
  charge_invoiced: [...WORK_BEFORE, charge({ state: "'invoiced'" })],
  charge_paid: [...WORK_BEFORE, charge({ paid_at: "now()" })],
  charge_cancelled: [...WORK_BEFORE, charge({ cancelled_at: "now()", cancel_reason: "'Error'" })],
  company_profile_is_one: [company({ id: "2" })],
  company_profile_rfc: [company({ rfc: "'X'" })],
  company_profile_name: [company({ legal_name: "''" })],
  company_profile_regime: [company({ tax_regime: "'6'" })],
  company_profile_postal_code: [company({ postal_code: "'1'" })],
  company_profile_product_key: [company({ product_key: "'1'" })],
  company_profile_method: [company({ payment_method: "'XXX'" })],
  company_profile_form: [company({ payment_form: "'99'" })],
  company_profile_series: [company({ series: "'a b'" })],
  company_profile_version: [company({ version: "0" })],
};

/** And one key each. */
export const WORK_KEYS: Record<string, string[]> = {
  time_entry_submitted_once: [...WORK_BEFORE, timeEntry({ submission_key: KEY }), timeEntry({ submission_key: KEY })],
  // Of two that take back the same entry one is refused.
  time_entry_reverses_id_key: [...WORK_BEFORE, timeEntry(), ...Array.from({ length: 2 }, () => timeEntry({ minutes: "-30", billable_minutes: "-30", reverses_id: "(SELECT id FROM time_entry WHERE reverses_id IS NULL)" }))],
  work_closing_pkey: [...WORK_BEFORE, closing({}), closing({})],
  charge_quote_id_key: [...WORK_BEFORE, charge(), charge({ reference: "'CAR-Y'" })],
};
