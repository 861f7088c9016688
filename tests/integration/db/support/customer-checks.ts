import { ANA, insert, KEY } from "@/tests/integration/db/support/insert";
import { ORGANIZATIONS, PRODUCTS } from "@/tests/support/cast";

const ACME = `'${ORGANIZATIONS.acme.id}'`;

function product(changes: Record<string, string>): string {
  return insert("product", { organization_id: ACME, kind: "'email'", name: "'P'", starts_on: "'2026-01-01'", ...changes });
}

function fiscal(changes: Record<string, string>): string {
  const data = { rfc: "'EKU9003173C9'", legal_name: "'ESCUELA KEMPER URGATE'", tax_regime: "'601'", postal_code: "'42501'", cfdi_use: "'G03'" };
  return insert("fiscal_profile", { organization_id: ACME, ...data, updated_at: "now()", ...changes });
}

function event(changes: Record<string, string>): string {
  return insert("customer_event", { organization_id: ACME, type: "'domain.added'", data: "'{}'", at: "now()", ...changes });
}

function productImport(changes: Record<string, string> = {}): string {
  return insert("product_import", { id: KEY, file_name: "'p.csv'", sha256: "repeat('0', 64)", created_at: "now()", created_by: ANA, looked_at: "now()", ...changes });
}

function line(changes: Record<string, string>): string {
  return insert("product_import_line", { import_id: KEY, line: "2", verdict: "'new'", organization: "'acme'", kind: "'hosting'", name: "'acme.mx'", after: "'{}'", ...changes });
}

/** Statements that break one check each, by its name; see constraints.test.ts. */
export const CUSTOMER_CHECKS: Record<string, string[]> = {
  organization_event_authorisers: [`UPDATE organization SET event_authorisers = 'named'`],
  product_grace: [product({ grace_days: "-1" })],
  product_special_contract: [product({ special_contract: "''" })],
  product_special_contract_end: [product({ special_contract_ends_on: "'2027-01-01'" })],
  organization_domain_form: [insert("organization_domain", { domain: "'Acme.mx'", organization_id: ACME, created_at: "now()" })],
  fiscal_profile_rfc: [fiscal({ rfc: "'EKU900317'" })],
  fiscal_profile_name: [fiscal({ legal_name: "''" })],
  fiscal_profile_regime: [fiscal({ tax_regime: "'6'" })],
  fiscal_profile_postal_code: [fiscal({ postal_code: "'4250'" })],
  fiscal_profile_use: [fiscal({ cfdi_use: "'X'" })],
  fiscal_profile_of_one: [fiscal({ user_id: ANA })],
  customer_event_type: [event({ type: "''" })],
  customer_event_about: [event({ organization_id: "NULL" })],
  customer_event_product: [event({ organization_id: "NULL", user_id: ANA, product_id: `'${PRODUCTS.acmeMail.id}'` })],
  product_import_name: [productImport({ file_name: "''" })],
  product_import_hash: [productImport({ sha256: "'abc'" })],
  product_import_applied: [productImport({ applied_at: "now()" })],
  product_import_line_number: [productImport(), line({ line: "0" })],
  product_import_line_shape: [productImport(), line({ verdict: "'changed'" })],
};
