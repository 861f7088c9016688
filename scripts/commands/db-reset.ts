import pg from "pg";
import { loadDotEnv } from "../setup/environment";
import { openDesk, runCommand, say } from "../setup/desk";
import { startDatabase } from "../setup/postgres";

runCommand(async () => {
  loadDotEnv();
  if (process.env.DATABASE_URL && !process.argv.includes("--yes")) {
    throw new Error("DATABASE_URL is set: this would delete everything in that database. Say so with: npm run db:reset -- --yes");
  }
  const running = await startDatabase();
  const client = new pg.Client({ connectionString: running.url });
  await client.connect();
  await client.query("DROP SCHEMA IF EXISTS public, pgboss CASCADE; CREATE SCHEMA public");
  await client.end();
  await running.stop();
  const { database } = await openDesk({ data: process.argv.includes("--empty") ? "empty" : "demo" });
  await database.stop();
  say("The database is new.");
});
