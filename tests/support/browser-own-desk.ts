import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hash } from "@node-rs/argon2";
import pg from "pg";
import { startThrowAwayDatabase } from "@/scripts/setup/postgres";
import { serveDesk } from "@/scripts/setup/served-desk";
import { ADDRESSES, password, type Person } from "@/tests/support/browser-people";
import { reportServerErrors } from "@/tests/support/browser-server-log";

export type OwnDesk = {
  url: string;
  /** A second process of the product on the same database, with an address of its own. */
  beside: () => Promise<string>;
  query: <T extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<T[]>;
  stop: () => Promise<void>;
};

/**
 * A desk beside the one that the tests share, for what would disturb everybody there: without the demonstration, with `people` alone, all
 * customers of one company. They have the run's password.
 * @param env what the desk is started with besides
 */
export async function startOwnDesk(people: readonly Person[], env: Record<string, string> = {}): Promise<OwnDesk> {
  const directory = mkdtempSync(join(tmpdir(), "mesa-own-desk-"));
  chmodSync(directory, 0o711);
  const database = await startThrowAwayDatabase(join(directory, "postgres"));
  try {
    const options = { databaseUrl: database.url, directory, data: "empty", env } as const;
    const servers = [await serveDesk(options)];
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await addPeople(client, people);
    return {
      url: servers[0]!.url,
      async beside() {
        const server = await serveDesk({ ...options, logName: `server-${servers.length + 1}` });
        servers.push(server);
        return server.url;
      },
      query: async (text, values = []) => (await client.query(text, values)).rows,
      async stop() {
        await client.end();
        for (const server of servers) await server.stop();
        await database.stop();
        for (const { logFile } of servers) reportServerErrors(logFile);
        rmSync(directory, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

const STAFF: Partial<Record<Person, "agent" | "admin">> = { carla: "agent", elena: "agent", diego: "admin" };

async function addPeople(client: pg.Client, people: readonly Person[]): Promise<void> {
  // Argon2id, as lib/auth/passwords has it.
  const passwordHash = await hash(password(), { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await client.query("INSERT INTO organization (slug, name) VALUES ('acme', 'Acme Herramientas')");
  for (const person of people) {
    const role = STAFF[person] ?? "customer";
    const values = [ADDRESSES[person], person, role, passwordHash];
    await client.query(
      role === "customer"
        ? "INSERT INTO app_user (email, name, role, password_hash, organization_id, organization_role) SELECT $1, $2, $3::user_role, $4, id, 'member' FROM organization"
        : "INSERT INTO app_user (email, name, role, password_hash) VALUES ($1, $2, $3::user_role, $4)",
      values,
    );
  }
}
