import pg from "pg";

const LARGE = ["search_document", "ticket", "article"];

type Statement = { text: string; values: unknown[] };
/** What is told of one statement: how PostgreSQL reads it, and which large tables it reads from end to end. */
export type Plan = { text: string; lines: string[]; readsAllOf: string[] };

/** Remembers every statement that this process sends from now on, with values of its last use. */
export function recordStatements(): Map<string, Statement> {
  const statements = new Map<string, Statement>();
  const send = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...args: unknown[]): unknown {
      const [config, values] = args;
      if (typeof config === "object" && config !== null && "text" in config && typeof config.text === "string") {
        const given = Array.isArray(values) ? values : "values" in config && Array.isArray(config.values) ? config.values : [];
        statements.set(config.text, { text: config.text, values: given });
      }
      return send.apply(this, args);
    },
  });
  return statements;
}

/** Of the statements that touch a large table, how PostgreSQL would run them. */
export async function explain(client: pg.Client, statements: readonly Statement[]): Promise<Plan[]> {
  const plans: Plan[] = [];
  for (const { text, values } of statements) {
    if (!/^\s*(select|update)\b/i.test(text) || !LARGE.some((table) => new RegExp(`\\b${table}\\b`).test(text))) continue;
    const { rows } = await client.query<Record<string, string>>({ text: `EXPLAIN ${text}`, values });
    const lines = rows.map((row) => row["QUERY PLAN"] ?? "");
    const readsAllOf = LARGE.filter((table) => lines.some((line) => new RegExp(`Seq Scan on ${table}\\b`).test(line)));
    plans.push({ text: text.replace(/\s+/g, " ").trim(), lines, readsAllOf });
  }
  return plans;
}
