import { DatabaseError } from "pg";
import { ANA, insert, KEY, UUID } from "@/tests/integration/db/support/insert";
import { ACCOUNT_CHECKS, ACCOUNT_KEYS } from "@/tests/integration/db/support/account-checks";
import { APPOINTMENT_CHECKS, APPOINTMENT_KEYS } from "@/tests/integration/db/support/appointment-checks";
import { automationChecks, automationKeys } from "@/tests/integration/db/support/automation-checks";
import { BILLING_CHECKS, BILLING_FENCES } from "@/tests/integration/db/support/billing-checks";
import { CHAT_CHECKS, CHAT_KEYS } from "@/tests/integration/db/support/chat-checks";
import { CUSTOMER_CHECKS } from "@/tests/integration/db/support/customer-checks";
import { CONDUCT_CHECKS, CONDUCT_KEYS } from "@/tests/integration/db/support/conduct-checks";
import { INBOUND_CHECKS } from "@/tests/integration/db/support/inbound-checks";
import { KNOWLEDGE_CHECKS, KNOWLEDGE_KEYS } from "@/tests/integration/db/support/knowledge-checks";
import { NOTIFICATION_CHECKS } from "@/tests/integration/db/support/notification-checks";
import { OFF_CHANNEL_CHECKS } from "@/tests/integration/db/support/off-channel-checks";
import { QUOTE_CHECKS } from "@/tests/integration/db/support/quote-checks";
import { timeEntry, WORK_BEFORE, WORK_CHECKS, WORK_KEYS } from "@/tests/integration/db/support/work-checks";
import { withConnection, testDatabaseUrl, useDatabase } from "@/tests/support/db";
import { bruno, ORGANIZATIONS, PRODUCTS } from "@/tests/support/cast";

useDatabase();

/** Columns that make a good ticket; a test changes the one that it is about. */
function ticket(changes: Record<string, string> = {}): string {
  return insert("ticket", {
    reference: `'T-' || ${UUID}`,
    requester_id: ANA,
    organization_id: `'${ORGANIZATIONS.acme.id}'`,
    department_id: "(SELECT id FROM department WHERE slug = 'desarrollo')",
    priority: "'low'",
    subject: "'Asunto'",
    body: "'Texto'",
    submission_key: UUID,
    created_at: "now()",
    updated_at: "now()",
    ...changes,
  });
}

function sealed(changes: Record<string, string> = {}): string {
  return insert("sealed_value", {
    ticket_id: "(SELECT id FROM ticket LIMIT 1)",
    origin_ticket_id: "(SELECT id FROM ticket LIMIT 1)",
    mark: "'dato sellado'",
    kind: "'password'",
    author_id: ANA,
    key_id: "'k'",
    cipher: "'\\x00'",
    created_at: "now()",
    expires_at: "now()",
    ...changes,
  });
}

function target(changes: Record<string, string> = {}): string {
  return insert("ticket_sla_target", {
    ticket_id: "(SELECT id FROM ticket LIMIT 1)",
    kind: "'first_response'",
    minutes: "60",
    clock: "'business-hours'",
    calendar_version_id: "(SELECT id FROM calendar_version)",
    started_at: "now()",
    due_at: "now()",
    ...changes,
  });
}

function policy(changes: Record<string, string>): string {
  return insert("sla_policy_version", { version: "9", clock: "'business-hours'", low_response_minutes: "3", medium_response_minutes: "2", high_response_minutes: "1", ...changes });
}

function user(changes: Record<string, string>): string {
  return insert("app_user", { email: "'nueva@acme.example'", name: "'Nueva'", role: "'customer'", organization_id: "NULL", organization_role: "NULL", ...changes });
}

function session(changes: Record<string, string>): string {
  return insert("user_session", { id: KEY, user_id: ANA, session_version: "1", created_at: "now()", last_seen_at: "now()", confirmed_at: "NULL", ...changes });
}

function identity(changes: Record<string, string>): string {
  return insert("user_identity", { user_id: ANA, issuer: "'https://login.example.com'", subject: "'1'", linked_email: "'ana@acme.example'", linked_at: "now()", last_used_at: "now()", ...changes });
}

function message(table: "ticket_message" | "ticket_note", changes: Record<string, string> = {}): string {
  const common = { ticket_id: "(SELECT id FROM ticket LIMIT 1)", author_id: ANA, body: "'Texto'", submission_key: KEY, created_at: "now()" };
  return insert(table, table === "ticket_message" ? { ...common, is_staff: "false", ...changes } : { ...common, ...changes });
}

function decision(changes: Record<string, string> = {}): string {
  return insert("duplicate_decision", { user_id: ANA, candidate_ticket_id: "(SELECT id FROM ticket LIMIT 1)", is_staff: "false", submission_key: KEY, verdict: "'opened'", score_milli: "500", subject: "''", decided_at: "now()", ...changes });
}

/** The desk about the first and the last of the tickets, by their ids. */
const LOWER = "(SELECT min(id::text)::uuid FROM ticket)";
const HIGHER = "(SELECT max(id::text)::uuid FROM ticket)";
function staffDecision(changes: Record<string, string> = {}): string {
  return decision({ is_staff: "true", submission_key: "NULL", verdict: "'different'", ticket_id: LOWER, candidate_ticket_id: HIGHER, ...changes });
}

function link(changes: Record<string, string> = {}): string {
  return insert("duplicate_link", { lower_ticket_id: LOWER, higher_ticket_id: HIGHER, score_milli: "500", reasons: "'[]'", computed_at: "now()", ...changes });
}

function article(changes: Record<string, string>): string {
  const category = "INSERT INTO kb_category (slug, name, description, position) VALUES ('c', 'C', '', 1);";
  return category + insert("article", { slug: "'a'", category_id: "(SELECT id FROM kb_category LIMIT 1)", status: "'published'", title: "'T'", summary: "''", body: "''", tags: "'{}'", published_at: "now()", updated_at: "now()", ...changes });
}

function vote(changes: Record<string, string>): string {
  return article({}) + ";" + insert("article_vote", { article_id: "(SELECT id FROM article LIMIT 1)", voter: "repeat('v', 43)", is_helpful: "false", voted_at: "now()", ...changes });
}

function attachment(changes: Record<string, string> = {}): string {
  return insert("attachment", { id: UUID, uploader_id: ANA, backend: "'disk'", object_key: UUID, name: "'a.txt'", media_type: "'text/plain'", kind: "'file'", size: "1", sha256: "repeat('0', 64)", created_at: "now()", ...changes });
}

function upload(changes: Record<string, string> = {}): string {
  return insert("attachment_upload", { id: UUID, uploader_id: ANA, file_key: UUID, part_key: UUID, metadata: "'{}'", name: "'a.txt'", type: "'text/plain'", size: "1", created_at: "now()", updated_at: "now()", ...changes });
}

function attachmentSettings(changes: Record<string, string> = {}): string {
  return insert("attachment_settings", { max_file_megabytes: "16", max_files: "10", types: "ARRAY['png']", updated_at: "now()", ...changes });
}

function synonyms(changes: Record<string, string>): string {
  return insert("search_synonym_group", { expressions: "ARRAY['uno', 'dos']", updated_at: "now()", ...changes });
}

function search(changes: Record<string, string>): string {
  return insert("kb_search", { place: "'page'", searched_on: "now()", searched_hour: "9", terms: "'correo'", folded: "'correo'", result_count: "0", shown: "'{}'", opened: "'{}'", ...changes });
}

function receipt({ text = "E'mesa-receipt v1\\n'", ...changes }: Record<string, string> = {}): string {
  return insert("ticket_receipt", { ticket_id: LOWER, text, sha256: `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`, issued_at: "now()", ...changes });
}

function question(changes: Record<string, string> = {}): string {
  return insert("department_question", { department_id: "(SELECT id FROM department WHERE slug = 'desarrollo')", key: "'que-pasa'", position: "1", updated_at: "now()", ...changes });
}

function questionVersion(changes: Record<string, string> = {}): string {
  return insert("question_version", { question_id: A_QUESTION, version: "1", kind: "'text'", label: "'Una'", hint: "''", choices: "'{}'", is_required: "false", shown_when_values: "'{}'", created_at: "now()", ...changes });
}

function answer(changes: Record<string, string> = {}): string {
  return insert("ticket_answer", { ticket_id: "(SELECT id FROM ticket LIMIT 1)", question_id: A_QUESTION, question_version_id: "(SELECT id FROM question_version WHERE label = 'Una' LIMIT 1)", position: "1", value: "'x'", ...changes });
}

function seen(changes: Record<string, string> = {}): string {
  return insert("ticket_article", { user_id: ANA, submission_key: KEY, article_id: "(SELECT id FROM article LIMIT 1)", position: "1", shown_at: "now()", ...changes });
}

const A_QUESTION = "(SELECT id FROM department_question WHERE key = 'que-pasa' LIMIT 1)";

const A_TICKET = ticket();
const BATCH = insert("ticket_batch", { requester_id: ANA, submission_key: KEY, created_at: "now()" });
const CONTRACT = insert("contract", { reference: "'POL-1'", organization_id: `'${ORGANIZATIONS.acme.id}'`, name: "'P'", minutes_bought: "60", price_cents: "0", vat_rate_bp: "1600", starts_on: "'2026-01-01'", ends_on: "'2026-12-31'", created_at: "now()", updated_at: "now()" });
const A_CONTRACT = "(SELECT id FROM contract WHERE reference = 'POL-1')";
const A_BATCH = "(SELECT id FROM ticket_batch LIMIT 1)";

function environment(columns: Record<string, string>): string {
  const sizes = { screen_width: "1", screen_height: "1", window_width: "1", window_height: "1" };
  return insert("ticket_environment", { ticket_id: "(SELECT id FROM ticket LIMIT 1)", browser: "'Firefox 142'", ...sizes, time_zone: "'UTC'", at: "now()", ...columns });
}

/** Constraint → what it refuses. The last statement of each is the one that is refused. */
const CHECKS: Record<string, string[]> = {
  ...CUSTOMER_CHECKS,
  ...BILLING_CHECKS,
  ...QUOTE_CHECKS,
  ...WORK_CHECKS,
  ...APPOINTMENT_CHECKS,
  ...automationChecks(A_TICKET),
  ...OFF_CHANNEL_CHECKS,
  ...KNOWLEDGE_CHECKS,
  ...CONDUCT_CHECKS,
  ...CHAT_CHECKS,
  ...NOTIFICATION_CHECKS,
  ...ACCOUNT_CHECKS,
  ...INBOUND_CHECKS,
  article_vote_voter: [vote({ voter: "'ana@acme.example'" })],
  article_vote_comment: [vote({ comment: "repeat('ñ', 1001)" })],
  article_vote_reason: [vote({ is_helpful: "true", reason: "'not_clear'" })],
  sealed_value_mark: [ticket(), sealed({ mark: "''" })],
  sealed_value_gone: [ticket(), sealed({ cipher: "NULL" })],
  sealed_value_reason: [ticket(), sealed({ cipher: "NULL", key_id: "NULL", gone_at: "now()", gone_reason: "'porque sí'" })],
  organization_name_check: ["INSERT INTO organization (slug, name) VALUES ('x', '')"],
  app_user_name_check: [user({ name: "''" })],
  security_event_type: [insert("security_event", { type: "''", data: "'{}'", at: "now()" })],
  security_settings_one: [insert("security_settings", { id: "2" })],
  user_identity_issuer: [identity({ issuer: "''" })],
  user_identity_subject: [identity({ subject: "''" })],
  user_session_confirmed: [session({ awaits_factor: "true", confirmed_at: "now()" })],
  user_email_is_lower_case: [user({ email: "'Nueva@acme.example'" })],
  user_staff_has_no_organization: [user({ role: "'agent'", organization_id: `'${ORGANIZATIONS.acme.id}'`, organization_role: "'member'" })],
  user_organization_role: [user({ organization_id: `'${ORGANIZATIONS.acme.id}'` })],
  product_name_check: [insert("product", { organization_id: `'${ORGANIZATIONS.acme.id}'`, kind: "'email'", name: "''", starts_on: "'2026-01-01'" })],
  product_ends_after_start: [insert("product", { organization_id: `'${ORGANIZATIONS.acme.id}'`, kind: "'email'", name: "'P'", starts_on: "'2026-01-02'", ends_on: "'2026-01-01'" })],
  sla_policy_version_low_response_minutes_check: [policy({ low_response_minutes: "0" })],
  sla_policy_version_medium_response_minutes_check: [policy({ medium_response_minutes: "0" })],
  sla_policy_version_high_response_minutes_check: [policy({ high_response_minutes: "-1" })],
  sla_policy_version_low_resolution_minutes_check: [policy({ low_resolution_minutes: "0" })],
  sla_policy_version_medium_resolution_minutes_check: [policy({ medium_resolution_minutes: "0" })],
  sla_policy_version_high_resolution_minutes_check: [policy({ high_resolution_minutes: "0" })],
  department_name_check: ["INSERT INTO department (slug, name, description, position) VALUES ('x', '', '', 1)"],
  ticket_subject_length: [ticket({ subject: "repeat('a', 151)" })],
  ticket_body_length: [ticket({ body: "repeat('a', 20001)" })],
  ticket_product_needs_organization: [ticket({ organization_id: "NULL", product_id: `'${PRODUCTS.acmeMail.id}'` })],
  ticket_solved_has_instant: [ticket({ status: "'solved'" })],
  ticket_closed_has_instant: [ticket({ closed_at: "now()" })],
  ticket_contract_is_paid: [CONTRACT, ticket({ contract_id: A_CONTRACT })],
  ticket_merged_is_closed: [A_TICKET, ticket({ merged_into_id: "(SELECT id FROM ticket LIMIT 1)", merged_at: "now()" })],
  ticket_not_merged_into_itself: [ticket({ id: KEY, merged_into_id: KEY, merged_at: "now()", status: "'closed'", closed_at: "now()" })],
  ticket_batch_position: [BATCH, ticket({ batch_id: A_BATCH, batch_position: "-1" })],
  ticket_batch_has_position: [BATCH, ticket({ batch_id: A_BATCH })],
  ticket_environment_page_bare: [A_TICKET, environment({ page: "'https://tienda.example/pago?token=abc'" })],
  ticket_environment_sizes: [A_TICKET, environment({ window_height: "-1" })],
  ticket_message_body_check: [A_TICKET, message("ticket_message", { body: "''" })],
  ticket_note_body_check: [A_TICKET, message("ticket_note", { body: "repeat('a', 20001)" })],
  ticket_event_type_check: [A_TICKET, "INSERT INTO ticket_event (ticket_id, type, data, at) SELECT id, '', '{}', now() FROM ticket"],
  ticket_receipt_form: [A_TICKET, receipt({ text: "E'mesa-receipt v2\\n'" })],
  ticket_receipt_hash: [A_TICKET, receipt({ sha256: "repeat('0', 64)" })],
  duplicate_decision_score_milli_check: [A_TICKET, decision({ score_milli: "1001" })],
  kb_search_kind_filter_check: [search({ kind_filter: "'ticket'" })],
  kb_search_searched_hour_check: [search({ searched_hour: "24" })],
  kb_search_terms_check: [search({ terms: "repeat('a', 121)" })],
  kb_search_folded_check: [search({ folded: "repeat('a', 301)" })],
  kb_search_result_count_check: [search({ result_count: "-1" })],
  kb_search_shown_check: [search({ shown: "ARRAY(SELECT gen_random_uuid() FROM generate_series(1, 4))" })],
  kb_search_opened_check: [search({ opened: "ARRAY(SELECT gen_random_uuid() FROM generate_series(1, 11))" })],
  duplicate_decision_of_form: [A_TICKET, ticket(), staffDecision({ submission_key: KEY })],
  duplicate_decision_of_two: [A_TICKET, staffDecision()],
  duplicate_decision_staff_verdict: [A_TICKET, decision({ verdict: "'merged'" })],
  duplicate_decision_withdrawn: [A_TICKET, ticket(), staffDecision({ withdrawn_at: "now()" })],
  duplicate_link_score_milli_check: [A_TICKET, ticket(), link({ score_milli: "1001" })],
  duplicate_link_in_order: [A_TICKET, ticket(), link({ lower_ticket_id: HIGHER, higher_ticket_id: LOWER })],
  ticket_sla_target_minutes_check: [A_TICKET, target({ minutes: "0" })],
  sla_target_due_unless_paused: [A_TICKET, target({ due_at: "NULL" })],
  sla_target_ends_once: [A_TICKET, target({ fulfilled_at: "now()", cancelled_at: "now()" })],
  article_title_check: [article({ title: "''" })],
  article_published_has_instant: [article({ published_at: "NULL" })],
  faq_entry_question_check: ["INSERT INTO faq_group (slug, name, position) VALUES ('g', 'G', 1)", "INSERT INTO faq_entry (slug, group_id, question, answer, position, updated_at) SELECT 'f', id, '', '', 1, now() FROM faq_group"],
  synonym_group_size: [synonyms({ expressions: "ARRAY['correo']" })],
  synonym_group_version: [synonyms({ version: "0" })],
  synonym_key_is_not_empty: [synonyms({}), "INSERT INTO search_synonym_key SELECT '', id FROM search_synonym_group LIMIT 1"],
  question_key_form: [question({ key: "'Qué pasa'" })],
  question_version_counts: [question({ version: "0" })],
  question_label: [question(), questionVersion({ label: "''" })],
  question_hint: [question(), questionVersion({ hint: "repeat('a', 301)" })],
  question_choices: [question(), questionVersion({ kind: "'choice'", choices: "ARRAY['una']" })],
  question_not_shown_by_itself: [question(), questionVersion({ shown_when_id: A_QUESTION })],
  ticket_answer_value: [A_TICKET, question(), questionVersion(), answer({ value: "''" })],
  ticket_answer_of_one_kind: [A_TICKET, question(), questionVersion(), answer({ day: "now()", product_id: `'${PRODUCTS.acmeMail.id}'` })],
  ticket_article_of_one: [seen({ article_id: "NULL" })],
  ticket_article_position: [article({}), seen({ position: "0" })],
  attachment_in_text: [attachment({ is_in_text: "true" })],
  attachment_name_check: [attachment({ name: "''" })],
  // A file is of one owner, or of none while nothing has claimed it.
  attachment_of_one: [A_TICKET, attachment({ ticket_id: "(SELECT id FROM ticket LIMIT 1)" })],
  attachment_picture: [attachment({ kind: "'image'" })],
  attachment_sha256_check: [attachment({ sha256: "'abc'" })],
  attachment_size_check: [attachment({ size: "0" })],
  attachment_settings_is_one: [attachmentSettings({ id: "2" })],
  attachment_settings_max_file_megabytes_check: [attachmentSettings({ max_file_megabytes: "129" })],
  attachment_settings_max_files_check: [attachmentSettings({ max_files: "0" })],
  attachment_settings_types_check: [attachmentSettings({ types: "'{}'" })],
  attachment_settings_version_check: [attachmentSettings({ version: "0" })],
  attachment_upload_lease: [upload({ lease_token: UUID })],
  attachment_upload_name_check: [upload({ name: "''" })],
  attachment_upload_refused: [upload({ state: "'refused'" })],
  attachment_upload_result: [upload({ result: "'{}'" })],
  attachment_upload_size_check: [upload({ size: "0" })],
  synonym_revision_is_one: ["INSERT INTO search_synonym_revision VALUES (2, gen_random_uuid())"],
};

const KEYS: Record<string, string[]> = {
  ...WORK_KEYS,
  ...APPOINTMENT_KEYS,
  ...automationKeys(A_TICKET),
  ...BILLING_FENCES,
  ...KNOWLEDGE_KEYS,
  ...CONDUCT_KEYS,
  ...ACCOUNT_KEYS,
  ...CHAT_KEYS,
  organization_slug_key: ["INSERT INTO organization (slug, name) VALUES ('acme', 'Otra')"],
  app_user_email_key: [user({ email: "'ana@acme.example'" })],
  product_organization_id_kind_name_key: [insert("product", { organization_id: `'${ORGANIZATIONS.acme.id}'`, kind: "'email'", name: `'${PRODUCTS.acmeMail.name}'`, starts_on: "'2026-01-01'" })],
  ticket_batch_submitted_once: [BATCH, BATCH],
  ticket_of_batch: [BATCH, ticket({ batch_id: A_BATCH, batch_position: "0" }), ticket({ batch_id: A_BATCH, batch_position: "0" })],
  ticket_reference_key: [ticket({ reference: "'IMP-0000-0000'" }), ticket({ reference: "'IMP-0000-0000'" })],
  ticket_submitted_once: [ticket({ submission_key: KEY }), ticket({ submission_key: KEY })],
  ticket_message_submitted_once: [A_TICKET, message("ticket_message"), message("ticket_message")],
  ticket_note_submitted_once: [A_TICKET, message("ticket_note"), message("ticket_note")],
  ticket_receipt_pkey: [A_TICKET, receipt(), receipt({ text: "E'mesa-receipt v1\\nanother: 1\\n'" })],
  ticket_receipt_sha256: [A_TICKET, ticket(), receipt(), receipt({ ticket_id: HIGHER })],
  duplicate_decision_user_id_submission_key_candidate_ticket__key: [A_TICKET, decision(), decision()],
  duplicate_decision_staff_pair: [A_TICKET, ticket(), staffDecision(), staffDecision({ ticket_id: HIGHER, candidate_ticket_id: LOWER })],
  duplicate_link_pkey: [A_TICKET, ticket(), link(), link()],
  duplicate_scan_pkey: [A_TICKET, ...Array.from({ length: 2 }, () => insert("duplicate_scan", { ticket_id: LOWER, scanned_at: "now()" }))],
  ticket_sla_target_one_live: [A_TICKET, target(), target()],
  calendar_version_version_key: ["INSERT INTO calendar_version (version, definition) VALUES (1, '{}')"],
  sla_policy_version_version_key: [policy({ version: "1" })],
  question_key_of_department: [question(), question()],
  question_version_once: [question(), questionVersion(), questionVersion()],
  ticket_answer_pkey: [A_TICKET, question(), questionVersion(), answer(), answer()],
  ticket_article_once: [article({}), seen(), seen()],
  attachment_upload_file_key_key: [upload({ file_key: "'k'" }), upload({ file_key: "'k'" })],
  // An expression is in one group.
  search_synonym_key_pkey: [synonyms({}), ...Array.from({ length: 2 }, () => "INSERT INTO search_synonym_key SELECT 'zzz', id FROM search_synonym_group LIMIT 1")],
};

const REFERENCES: Record<string, string[]> = {
  time_entry_ticket_id_fkey: [...WORK_BEFORE, timeEntry({ quote_id: "NULL", billable_minutes: "0" }), "DELETE FROM quote", "DELETE FROM ticket"],
  // Ana's organization with Globex's product: the pair does not exist.
  ticket_product_of_organization: [ticket({ product_id: `'${PRODUCTS.globexHosting.id}'` })],
  ticket_requester_id_fkey: [ticket({ requester_id: UUID })],
  // History is never orphaned: a person, an organization or a ticket that has some cannot be deleted.
  ticket_requester_id_fkey_on_delete: [A_TICKET, `DELETE FROM app_user WHERE id = ${ANA}`],
  ticket_message_ticket_id_fkey: [A_TICKET, message("ticket_message"), "DELETE FROM ticket"],
  ticket_receipt_ticket_id_fkey: [A_TICKET, receipt(), "DELETE FROM ticket"],
  ticket_answer_question_id_fkey: [A_TICKET, question(), questionVersion(), answer(), "DELETE FROM department_question"],
  app_user_organization_id_fkey: [`DELETE FROM organization WHERE id = '${ORGANIZATIONS.globex.id}'`],
};

describe("the database refuses", () => {
  it.each(Object.entries({ ...CHECKS, ...KEYS }))("%s", async (constraint, statements) => {
    expect(await refusalOf(statements)).toBe(constraint);
  });

  it.each(Object.entries(REFERENCES))("%s", async (name, statements) => {
    expect(await refusalOf(statements)).toBe(name.replace("_on_delete", ""));
  });

  it("all that its checks say: none is untried", async () => {
    const { rows } = await withConnection(testDatabaseUrl(), (client) => client.query<{ name: string }>("SELECT conname AS name FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace ORDER BY 1"));
    expect(Object.keys(CHECKS).sort()).toEqual(rows.map((row) => row.name).sort());
  });
});

describe("the database lets through", () => {
  it.each<[string, string[]]>([
    ["a ticket with a product of its organization", [ticket({ product_id: `'${PRODUCTS.acmeMail.id}'` })]],
    ["a ticket of a person without an organization", [ticket({ organization_id: "NULL" })]],
    ["a subject of 150 characters and a body of 20,000", [ticket({ subject: "repeat('ñ', 150)", body: "repeat('ñ', 20000)" })]],
    ["the same submission key of two people", [ticket({ submission_key: KEY }), ticket({ submission_key: KEY, requester_id: `'${bruno.userId}'`, organization_id: `'${ORGANIZATIONS.globex.id}'` })]],
    ["a second promise of a kind once the first has ended", [A_TICKET, target({ fulfilled_at: "now()" }), target()]],
    ["the desk's word on a pair again once it was withdrawn", [A_TICKET, ticket(), staffDecision({ withdrawn_at: "now()", withdrawn_by_id: ANA }), staffDecision()]],
    ["twelve expressions that mean the same", [synonyms({ expressions: "ARRAY(SELECT n::text FROM generate_series(1, 12) n)" })]],
    ["a paused promise without a date", [A_TICKET, target({ due_at: "NULL", paused_at: "now()" })]],
  ])("%s", async (_name, statements) => {
    expect(await refusalOf(statements)).toBeNull();
  });
});

describe("history", () => {
  const TABLES = { ticket_event: "at", ticket_receipt: "text", sla_clock_event: "at", calendar_version: "version", sla_policy_version: "version", customer_event: "type", rate_card_version: "number", rate_card_item: "code", ledger_entry: "reason", quote_decision: "reason", time_entry: "description", work_closing: "statement", article_version: "title", faq_version: "question", kb_event: "type", policy_acceptance: "browser", policy_event: "type", conduct_mark: "comment", conduct_warning: "number", conduct_event: "type", security_event: "type" };
  const STATEMENTS: Record<string, (table: string, column: string) => string> = {
    UPDATE: (table, column) => `UPDATE ${table} SET ${column} = ${column}`,
    DELETE: (table) => `DELETE FROM ${table}`,
    TRUNCATE: (table) => `TRUNCATE ${table} CASCADE`,
  };

  const CASES = Object.entries(TABLES).flatMap(([table, column]) => Object.entries(STATEMENTS).map(([verb, statement]) => ({ table, verb, sql: statement(table, column) })));

  it.each(CASES)("of $table refuses $verb", async ({ table, verb, sql }) => {
    const error = await errorOf([sql]);
    expect(error?.message).toBe(`${table} is append-only: ${verb} refused`);
  });
});

/** The name of the constraint that refused the last statement; null when nothing was refused. An earlier refusal is a mistake of the test. */
async function refusalOf(statements: string[]): Promise<string | null> {
  const error = await errorOf(statements);
  return error && (error.constraint ?? error.message);
}

function errorOf(statements: string[]): Promise<DatabaseError | null> {
  return withConnection(testDatabaseUrl(), async (client) => {
    await client.query("BEGIN");
    try {
      for (const statement of statements.slice(0, -1)) await client.query(statement);
      return await client.query(statements.at(-1)!).then(
        () => null,
        (error: unknown) => {
          if (error instanceof DatabaseError) return error;
          throw error;
        },
      );
    } finally {
      await client.query("ROLLBACK");
    }
  });
}

