import { ANA, insert, KEY } from "@/tests/integration/db/support/insert";

function category(changes: Record<string, string> = {}): string {
  return insert("kb_category", { slug: "'c'", name: "'C'", description: "''", position: "1", ...changes });
}

function article(changes: Record<string, string> = {}): string {
  return insert("article", { slug: "'a'", category_id: A_CATEGORY, status: "'draft'", title: "'T'", summary: "''", body: "''", tags: "'{}'", updated_at: "now()", ...changes });
}

function version(changes: Record<string, string>): string {
  return insert("article_version", { article_id: AN_ARTICLE, number: "2", title: "'T'", summary: "''", body: "''", tags: "'{}'", at: "now()", ...changes });
}

function question(changes: Record<string, string> = {}): string {
  return insert("faq_entry", { slug: "'p'", group_id: "(SELECT id FROM faq_group LIMIT 1)", question: "'¿Y?'", answer: "''", position: "1", updated_at: "now()", ...changes });
}

function questionVersion(changes: Record<string, string>): string {
  return insert("faq_version", { entry_id: "(SELECT id FROM faq_entry LIMIT 1)", number: "2", question: "'¿Y?'", answer: "''", at: "now()", ...changes });
}

function settings(changes: Record<string, string>): string {
  return insert("kb_settings", { most_read_shown: "5", newest_shown: "5", updated_at: "now()", ...changes });
}

function run(changes: Record<string, string> = {}): string {
  return insert("kb_import", { source: "'hesk'", file_name: "'hesk.sql'", sha256: "repeat('0', 64)", plan: "'{}'", created_at: "now()", created_by: ANA, ...changes });
}

function address(changes: Record<string, string>): string {
  return insert("legacy_address", { kind: "'article'", key: "'12'", import_id: "(SELECT id FROM kb_import LIMIT 1)", ...changes });
}

function event(table: "kb_event" | "policy_event", type: string): string {
  const subject: Record<string, string> = table === "kb_event" ? { subject_id: KEY } : { policy_id: A_POLICY };
  return insert(table, { ...subject, type, data: "'{}'", at: "now()" });
}

function policyVersion(changes: Record<string, string>): string {
  return insert("policy_version", { policy_id: A_POLICY, number: "90", title: "'T'", summary: "''", body: "''", created_at: "now()", ...changes });
}

function acceptance(changes: Record<string, string>): string {
  return insert("policy_acceptance", { user_id: ANA, version_id: "(SELECT id FROM policy_version LIMIT 1)", sha256: "repeat('0', 64)", accepted_at: "now()", browser: "''", ...changes });
}

const A_CATEGORY = "(SELECT id FROM kb_category LIMIT 1)";
const AN_ARTICLE = "(SELECT id FROM article LIMIT 1)";
const A_POLICY = "(SELECT id FROM policy_page WHERE slug = 'x')";
const GROUP = insert("faq_group", { slug: "'g'", name: "'G'", position: "1" });
const POLICY = insert("policy_page", { slug: "'x'", position: "99" });
const BELOW = "INSERT INTO kb_category (slug, name, description, position, parent_id) SELECT 'c' || n, 'C', '', n, (SELECT id FROM kb_category WHERE slug = 'c' || n - 1) FROM generate_series(";

/** Statements that break one check each, by its name; see constraints.test.ts. */
export const KNOWLEDGE_CHECKS: Record<string, string[]> = {
  kb_category_version: [category({ version: "0" })],
  kb_category_name: [category({ name: "''" })],
  article_head_version: [category(), article({ head_version: "0" })],
  article_review_months: [category(), article({ review_months: "61" })],
  article_recent_views: [category(), article({ recent_views: "-1" })],
  article_live_version: [category(), article({ live_version: "2" })],
  article_version_number: [category(), article(), version({ number: "0" })],
  article_version_title: [category(), article(), version({ title: "''" })],
  article_version_note: [category(), article(), version({ note: "repeat('ñ', 301)" })],
  article_related_other: [category(), article(), insert("article_related", { article_id: AN_ARTICLE, related_id: AN_ARTICLE, position: "1" })],
  article_day_views: [category(), article(), insert("article_day", { article_id: AN_ARTICLE, day: "now()", views: "0" })],
  faq_group_version: [insert("faq_group", { slug: "'g'", name: "'G'", position: "1", version: "0" })],
  faq_entry_head_version: [GROUP, question({ head_version: "0" })],
  faq_version_number: [GROUP, question(), questionVersion({ number: "0" })],
  faq_version_question: [GROUP, question(), questionVersion({ question: "repeat('ñ', 301)" })],
  kb_event_type: [event("kb_event", "'ticket.opened'")],
  kb_settings_most_read: [settings({ most_read_shown: "51" })],
  kb_settings_newest: [settings({ newest_shown: "-1" })],
  kb_settings_review_months: [settings({ review_months: "0" })],
  kb_import_source: [run({ source: "'zendesk'" })],
  kb_import_name: [run({ file_name: "''" })],
  kb_import_hash: [run({ sha256: "'x'" })],
  kb_import_applied: [run({ applied_at: "now()" })],
  kb_import_kept: [run({ object_key: "'x'" })],
  kb_import_started: [run({ started_at: "now()" })],
  kb_import_item_position: [run(), insert("kb_import_item", { import_id: "(SELECT id FROM kb_import LIMIT 1)", position: "0", kind: "'article'", verdict: "'new'", title: "''", data: "'{}'" })],
  legacy_address_key: [run(), address({ key: "'1 OR 1=1'" })],
  legacy_address_target: [category(), run(), address({ category_id: A_CATEGORY })],
  policy_version_number: [POLICY, policyVersion({ number: "0" })],
  policy_version_title: [POLICY, policyVersion({ title: "''" })],
  policy_version_revision: [POLICY, policyVersion({ revision: "0" })],
  policy_version_note: [POLICY, policyVersion({ change_note: "repeat('ñ', 1001)" })],
  policy_version_hash: [POLICY, policyVersion({ sha256: "'x'", published_at: "now()", effective_on: "now()" })],
  policy_version_published: [POLICY, policyVersion({ published_at: "now()" })],
  policy_acceptance_hash: [POLICY, policyVersion({}), acceptance({ sha256: "''" })],
  policy_event_type: [POLICY, event("policy_event", "'x'")],
};

/** The same of what triggers and unique indexes refuse. */
export const KNOWLEDGE_KEYS: Record<string, string[]> = {
  kb_category_circle: [category({ slug: "'c1'" }), `${BELOW}2, 2) n`, "UPDATE kb_category SET parent_id = (SELECT id FROM kb_category WHERE slug = 'c2') WHERE slug = 'c1'"],
  kb_category_depth: [category({ slug: "'c1'" }), ...[2, 3, 4, 5, 6].map((n) => `${BELOW}${n}, ${n}) n`), `${BELOW}7, 7) n`],
  policy_version_one_draft: [POLICY, policyVersion({}), policyVersion({ number: "91" })],
  policy_version_of_day: [POLICY, policyVersion({ sha256: "repeat('0', 64)", published_at: "now()", effective_on: "'2026-01-01'" }), policyVersion({ number: "91", sha256: "repeat('0', 64)", published_at: "now()", effective_on: "'2026-01-01'" })],
  policy_version_is_kept: [POLICY, policyVersion({ sha256: "repeat('0', 64)", published_at: "now()", effective_on: "'2026-01-01'" }), "UPDATE policy_version SET body = 'otro' WHERE number = 90"],
};
