import { Prisma } from "@/lib/db/generated/client";
import { readDatabase } from "@/tests/integration/db/support/database-schema";
import { readModels, type Column } from "@/tests/integration/db/support/models";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

const models = readModels();

describe("the models and the migrations", () => {
  it("name the same tables and columns, of the same types, with the same gaps allowed", async () => {
    const database = await readDatabase(testDb());
    expect(sorted(models.columns)).toEqual(sorted(database.columns));
  });

  it("name the same enums, with the same values", async () => {
    const database = await readDatabase(testDb());
    const inOrder = (enums: Record<string, string[]>) => Object.fromEntries(Object.entries(enums).map(([name, values]) => [name, [...values].sort()]));
    expect(inOrder(models.enums)).toEqual(inOrder(database.enums));
  });

  it("are those of the generated client", () => {
    const tables = new Set(models.columns.map((each) => each.table));
    expect(Object.keys(Prisma.ModelName)).toHaveLength(tables.size);
  });

  it("declare every unique set of columns alike", async () => {
    const database = await testDb().$queryRaw<{ table: string; columns: string[] }[]>`
      SELECT c.relname AS "table", array_agg(a.attname::text ORDER BY a.attname) AS columns
      FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey[0:i.indnkeyatts - 1])
      WHERE n.nspname = 'public' AND i.indisunique AND NOT i.indisprimary AND i.indpred IS NULL AND c.relname <> '_prisma_migrations'
      GROUP BY i.indexrelid, c.relname`;
    const keys = database.map(({ table, columns }) => `${table}(${columns.join(", ")})`).sort();
    expect(keys).toEqual([
      "account_link(token_hash)",
      "app_user(email)",
      "appointment(booked_by, submission_key)",
      "appointment(moved_from_id)",
      "article(slug)",
      "attachment_upload(file_key)",
      "attachment_upload(part_key)",
      "automation_run(cause, rule_id, ticket_id)",
      "calendar_version(version)",
      "charge(quote_id)",
      "charge(reference)",
      "conduct_case(chat_message_id)",
      "conduct_case(message_id)",
      "conduct_mark(case_id, marked_by)",
      "conduct_warning(case_id)",
      "conduct_warning(message_id)",
      "contract(id, organization_id)",
      "contract(reference)",
      "conversation(customer_id, start_key)",
      "conversation_message(author_id, client_message_id, conversation_id)",
      "conversation_message(conversation_id, seq)",
      "department(slug)",
      "department_question(department_id, key)",
      "duplicate_decision(candidate_ticket_id, submission_key, user_id, verdict)",
      "faq_entry(slug)",
      "faq_group(slug)",
      "fiscal_profile(organization_id)",
      "fiscal_profile(user_id)",
      "inbound_mail(message_key)",
      "inbound_mail(token_hash)",
      "kb_category(slug)",
      "kb_search(token)",
      "ledger_entry(idempotency_key)",
      "ledger_entry(reverses_id)",
      "mail_message(message_key)",
      "notification(source, user_id)",
      "off_channel_note(agent_id, submission_key)",
      "organization(slug)",
      "policy_page(slug)",
      "policy_version(number, policy_id)",
      "product(id, organization_id)", // the database's own: see ticket_product_of_organization
      "product(kind, name, organization_id)",
      "push_subscription(endpoint)",
      "question_version(question_id, version)",
      "quote(reference)",
      "quote(revision, ticket_id)",
      "quote(sha256)",
      "quote(supersedes_id)",
      "quote_decision(sha256)",
      "rate_card_item(code, version_id)",
      "rate_card_version(number)",
      "recovery_code(code_hash, user_id)",
      "sla_policy_version(version)",
      "ticket(batch_id, batch_position)",
      "ticket(reference)",
      "ticket(requester_id, submission_key)",
      "ticket_article(article_id, faq_entry_id, submission_key, user_id)",
      "ticket_batch(requester_id, submission_key)",
      "ticket_message(author_id, submission_key, ticket_id)",
      "ticket_note(author_id, submission_key, ticket_id)",
      "ticket_receipt(sha256)",
      "time_entry(agent_id, submission_key)",
      "time_entry(reverses_id)",
      "user_identity(issuer, subject)",
      "user_identity(issuer, user_id)",
    ]);
  });

  it("were read whole", () => {
    expect(new Set(models.columns.map((each) => each.table)).size).toBeGreaterThanOrEqual(25);
    expect(models.columns.length).toBeGreaterThan(150);
    expect(Object.keys(models.enums).length).toBeGreaterThanOrEqual(11);
  });
});

function sorted(columns: Column[]): string[] {
  return columns.map(({ table, column, type, isNullable }) => `${table}.${column} ${type}${isNullable ? "" : " not null"}`).sort();
}
