import { join } from "node:path";
import pg from "pg";
import { machine } from "./machine";
import { hangUp } from "./pages/ask";
import { cpuClock } from "./pages/cpu-time";
import { measure, type Figures } from "./pages/measure";
import { measureRaising } from "./pages/raise-tickets";
import { listTargets } from "./pages/targets";
import { withDesk } from "./throw-away-desk";

/** Pages of the production build on 20,000 tickets, 2,000 articles and 2,000 customers, in a database of their own. */
export async function run(): Promise<void> {
  console.log(`Pages: 20,000 tickets, 2,000 articles, 500 organizations with 2,000 people. ${machine()}`);
  console.log("Filling a database of its own:");
  await withDesk({ data: "empty", fill: "scripts/bench/fill/main.ts", env: { LOG_LEVEL: "error" } }, async ({ databaseUrl, server, directory }) => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      await printVolume(client);
      console.log(`\nMilliseconds to the last byte on the loopback, uncompressed; one at a time (with the processor time that a request costs the server and the database), then 16 at once. One server process. ${machine()}`);
      console.log(line(["", "first", "p50", "p95", "cpu", "db cpu", "16 at once:", "req/s", "p50", "bytes"]));
      const clock = cpuClock({ serverPid: server.pid, databaseDirectory: join(directory, "postgres") });
      const slow: string[] = [];
      for (const target of await listTargets(client, server.url)) {
        const figures = await measure(server.url, target, clock);
        console.log(row(target.name, figures));
        if (target.goalMs !== undefined && figures.p95 > target.goalMs) slow.push(`${target.name}: p95 ${figures.p95.toFixed(0)} ms, goal ${target.goalMs} ms`);
      }
      const raised = await measureRaising(client, server.url, clock);
      console.log(row("raising a ticket", raised));
      console.log(`(raised ${raised.asked - raised.refused} tickets; ${raised.refused} texts were held back as probable duplicates)`);
      console.log(slow.length === 0 ? "The ticket form, the suggestions and the agent's list are under 200 ms." : `NOT under the goal: ${slow.join("; ")}`);
      console.log(machine());
    } finally {
      hangUp();
      await client.end();
    }
  });
}

async function printVolume(client: pg.Client): Promise<void> {
  const tables = ["ticket", "ticket_message", "ticket_event", "ticket_sla_target", "search_document", "article"];
  const counts: string[] = [];
  for (const table of tables) {
    const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
    counts.push(`${table} ${Number(rows[0]?.count).toLocaleString("en")}`);
  }
  console.log(`  ${counts.join(", ")}`);
}

function row(name: string, { first, p50, p95, perSecond, p50Crowded, bytes, found, cpu }: Figures): string {
  return line([name, first.toFixed(1), p50.toFixed(1), p95.toFixed(1), cpu?.server.toFixed(1) ?? "?", cpu?.database.toFixed(1) ?? "?", "", perSecond.toFixed(0), p50Crowded.toFixed(0), bytes === 0 ? "" : bytes.toLocaleString("en")]) + (found === null ? "" : `  (${Math.round(found * 100)} % found something)`);
}

function line([name = "", ...cells]: string[]): string {
  return `  ${name.padEnd(28)}${cells.map((cell) => cell.padStart(cell.endsWith(":") || cell === "" ? 12 : 9)).join("")}`;
}
