import { ANA, insert, UUID } from "@/tests/integration/db/support/insert";
import { ORGANIZATIONS } from "@/tests/support/cast";

const ACME = `'${ORGANIZATIONS.acme.id}'`;

function version(changes: Record<string, string> = {}): string {
  return insert("rate_card_version", { number: "900", note: "''", published_at: "now()", ...changes });
}

function item(changes: Record<string, string> = {}): string {
  return insert("rate_card_item", {
    version_id: "(SELECT id FROM rate_card_version WHERE number = 900)",
    position: "1",
    code: "'SOP-HORA'",
    description: "'Hora de soporte'",
    unit: "'hour'",
    minutes_estimated: "60",
    public_price_cents: "100",
    contract_price_cents: "100",
    vat_rate_bp: "1600",
    valid_from: "'2026-01-01'",
    ...changes,
  });
}

function contract(changes: Record<string, string> = {}): string {
  return insert("contract", {
    reference: `'POL-' || ${UUID}`,
    organization_id: ACME,
    name: "'Una'",
    minutes_bought: "60",
    price_cents: "100",
    vat_rate_bp: "1600",
    starts_on: "'2026-01-01'",
    ends_on: "'2026-12-31'",
    created_at: "now()",
    updated_at: "now()",
    ...changes,
  });
}

function entry(changes: Record<string, string> = {}): string {
  return insert("ledger_entry", {
    contract_id: "(SELECT id FROM contract ORDER BY created_at DESC LIMIT 1)",
    kind: "'purchase'",
    minutes: "60",
    balance_after: "0",
    reason: "'Compra'",
    actor_id: ANA,
    at: "now()",
    idempotency_key: UUID,
    ...changes,
  });
}

const FIRST = "(SELECT id FROM ledger_entry ORDER BY id DESC LIMIT 1)";

/** Statements that break one check each, by its name; see constraints.test.ts. */
export const BILLING_CHECKS: Record<string, string[]> = {
  rate_card_version_number_check: [version({ number: "0" })],
  rate_card_version_note_check: [version({ note: "repeat('x', 501)" })],
  rate_card_item_code: [version(), item({ code: "'sop hora'" })],
  rate_card_item_description: [version(), item({ description: "''" })],
  rate_card_item_minutes: [version(), item({ minutes_estimated: "-1" })],
  rate_card_item_public_price: [version(), item({ public_price_cents: "-1" })],
  rate_card_item_contract_price: [version(), item({ contract_price_cents: "-1" })],
  rate_card_item_vat: [version(), item({ vat_rate_bp: "10001" })],
  rate_card_item_validity: [version(), item({ valid_to: "'2025-12-31'" })],
  contract_name: [contract({ name: "''" })],
  contract_minutes: [contract({ minutes_bought: "0" })],
  contract_price: [contract({ price_cents: "-1" })],
  contract_vat: [contract({ vat_rate_bp: "-1" })],
  contract_rounding: [contract({ rounding_minutes: "7" })],
  contract_overage: [contract({ overage_limit_minutes: "-1" })],
  contract_ends_after_start: [contract({ ends_on: "'2025-12-31'" })],
  ledger_entry_reason: [contract(), entry({ reason: "''" })],
  ledger_entry_sign: [contract(), entry({ kind: "'hold'", minutes: "5" })],
  ledger_entry_reverse: [contract(), entry({ kind: "'reverse'" })],
  ledger_entry_price: [contract(), entry({ kind: "'adjust'", price_cents: "100" })],
};

/** Refusals that are no checks of a column: unique keys, and what a trigger says. */
export const BILLING_FENCES: Record<string, string[]> = {
  rate_card_version_number: [version(), version()],
  rate_card_item_once: [version(), item(), item()],
  ledger_entry_once: [contract(), entry({ idempotency_key: "'k'" }), entry({ idempotency_key: "'k'" })],
  ledger_entry_reverses_id_key: [contract(), entry(), entry({ kind: "'reverse'", minutes: "-1", reverses_id: FIRST }), entry({ kind: "'reverse'", minutes: "-1", reverses_id: "(SELECT min(id) FROM ledger_entry)" })],
  ledger_balance: [contract(), entry(), entry({ kind: "'hold'", minutes: "-61" })],
};
