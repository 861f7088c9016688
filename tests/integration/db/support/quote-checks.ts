import { ANA, insert, UUID } from "@/tests/integration/db/support/insert";
import { ORGANIZATIONS } from "@/tests/support/cast";

const TICKET = insert("ticket", {
  reference: `'Q-' || ${UUID}`,
  requester_id: ANA,
  organization_id: `'${ORGANIZATIONS.acme.id}'`,
  department_id: "(SELECT id FROM department WHERE slug = 'desarrollo')",
  priority: "'low'",
  subject: "'Asunto'",
  body: "'Texto'",
  submission_key: UUID,
  created_at: "now()",
  updated_at: "now()",
});
const CARD = `${insert("rate_card_version", { number: "800", note: "''", published_at: "now()" })};
  ${insert("rate_card_item", { version_id: "(SELECT id FROM rate_card_version WHERE number = 800)", position: "1", code: "'A'", description: "'A'", unit: "'event'", minutes_estimated: "30", public_price_cents: "100", contract_price_cents: "100", vat_rate_bp: "1600", valid_from: "'2026-01-01'" })}`;
const A_QUOTE = "(SELECT id FROM quote LIMIT 1)";

/** A draft of 1.00 and its IVA of 16 %. */
function quote(changes: Record<string, string> = {}): string {
  return insert("quote", {
    reference: `'COT-' || ${UUID}`,
    ticket_id: "(SELECT id FROM ticket LIMIT 1)",
    revision: "1",
    basis: "'event'",
    rate_card_version_id: "(SELECT id FROM rate_card_version WHERE number = 800)",
    scope: "''",
    exclusions: "''",
    payment_terms: "''",
    valid_until: "now()",
    subtotal_cents: "100",
    discount_cents: "0",
    vat_cents: "16",
    total_cents: "116",
    estimated_minutes: "30",
    created_at: "now()",
    created_by: ANA,
    updated_at: "now()",
    ...changes,
  });
}

function line(changes: Record<string, string> = {}): string {
  return insert("quote_line", {
    quote_id: A_QUOTE,
    position: "1",
    rate_card_item_id: "(SELECT id FROM rate_card_item WHERE code = 'A')",
    code: "'A'",
    description: "'A'",
    unit: "'event'",
    quantity: "1",
    unit_price_cents: "100",
    minutes: "30",
    subtotal_cents: "100",
    discount_cents: "0",
    vat_rate_bp: "1600",
    vat_cents: "16",
    total_cents: "116",
    ...changes,
  });
}

const SENT = { state: "'sent'", text: "'t'", sha256: "encode(sha256('t'), 'hex')", sent_at: "now()", sent_by: ANA };

function decision(changes: Record<string, string> = {}): string {
  return insert("quote_decision", { quote_id: A_QUOTE, verdict: "'authorised'", user_id: ANA, at: "now()", address: "''", browser: "''", accepted: "ARRAY['Acepto']", text: "'d'", sha256: "encode(sha256('d'), 'hex')", ...changes });
}

const ofQuote = (changes: Record<string, string>) => [TICKET, CARD, quote(changes)];
const ofLine = (changes: Record<string, string>) => [TICKET, CARD, quote(), line(changes)];
const ofDecision = (changes: Record<string, string>) => [TICKET, CARD, quote(SENT), decision(changes)];

/** Statements that break one check each, by its name; see constraints.test.ts. */
export const QUOTE_CHECKS: Record<string, string[]> = {
  quote_revision_check: ofQuote({ revision: "0" }),
  quote_contract: ofQuote({ basis: "'contract'" }),
  quote_scope: ofQuote({ scope: "repeat('a', 10001)" }),
  quote_exclusions: ofQuote({ exclusions: "repeat('a', 10001)" }),
  quote_payment_terms: ofQuote({ payment_terms: "repeat('a', 5001)" }),
  quote_check: ofQuote({ discount_cents: "101", total_cents: "15" }),
  quote_vat_cents_check: ofQuote({ vat_cents: "-1", total_cents: "99" }),
  quote_total: ofQuote({ total_cents: "117" }),
  quote_estimated_minutes_check: ofQuote({ estimated_minutes: "-1" }),
  quote_sent_whole: ofQuote({ ...SENT, sent_at: "NULL" }),
  // Of another text.
  quote_hash: ofQuote({ ...SENT, text: "'u'" }),
  quote_line_description_check: ofLine({ description: "''" }),
  quote_line_quantity: ofLine({ quantity: "0" }),
  quote_line_unit_price_cents_check: ofLine({ unit_price_cents: "-1" }),
  quote_line_minutes_check: ofLine({ minutes: "-1" }),
  quote_line_check: ofLine({ discount_cents: "101", discount_reason: "'x'", total_cents: "15" }),
  quote_line_discount_says_why: ofLine({ discount_cents: "1", total_cents: "115" }),
  quote_line_vat_rate_bp_check: ofLine({ vat_rate_bp: "10001" }),
  quote_line_vat_cents_check: ofLine({ vat_cents: "-1", total_cents: "99" }),
  quote_line_total: ofLine({ total_cents: "117" }),
  quote_decision_hash: ofDecision({ text: "'e'" }),
  quote_decision_refusal: ofDecision({ reason: "'No'" }),
  quote_decision_acceptance: ofDecision({ accepted: "'{}'" }),
};
