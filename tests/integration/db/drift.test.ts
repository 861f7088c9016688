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
      "app_user(email)",
      "article(slug)",
      "calendar_version(version)",
      "department(slug)",
      "duplicate_decision(candidate_ticket_id, submission_key, user_id, verdict)",
      "faq_entry(slug)",
      "faq_group(slug)",
      "kb_category(slug)",
      "kb_search(token)",
      "organization(slug)",
      "password_token(token_hash)",
      "policy_page(slug)",
      "product(id, organization_id)", // the database's own: see ticket_product_of_organization
      "product(kind, name, organization_id)",
      "sla_policy_version(version)",
      "ticket(reference)",
      "ticket(requester_id, submission_key)",
      "ticket_message(author_id, submission_key, ticket_id)",
      "ticket_note(author_id, submission_key, ticket_id)",
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
