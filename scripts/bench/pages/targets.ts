import type pg from "pg";
import { randomFrom } from "../fill/random";
import { makeWriter } from "../fill/words";
import { sessionCookie, type Person } from "./session";
import type { RequestShape, Target } from "./target";

const GOAL_MS = 200;
/** So many different articles, tickets and searches are asked in turn. */
const VARIETY = 60;

type People = { customer: string; agent: string };

/** What is measured: for the public, for the manager of the organization that writes most, and for an agent. */
export async function listTargets(client: pg.Client, origin: string): Promise<Target[]> {
  const people = { customer: await sessionCookie(client, await busiestManager(client)), agent: await sessionCookie(client, await anAgent(client)) };
  return [...(await publicTargets(client)), ...(await customerTargets(client, people, origin)), ...(await agentTargets(client, people))];
}

async function publicTargets(client: pg.Client): Promise<Target[]> {
  const articles = await column(client, `SELECT slug FROM article ORDER BY md5(id::text) LIMIT ${VARIETY}`);
  const policies = await column(client, "SELECT slug FROM policy_page ORDER BY position");
  return [
    { name: "home", requests: pages(["/"]), contains: "<main" },
    { name: "article", requests: pages(articles.map((slug) => `/kb/articles/${slug}`)), contains: "<article" },
    { name: "knowledge-base search", requests: pages((await searches(client, "SELECT title FROM article")).map((text) => `/kb/search?q=${encodeURIComponent(text)}`)), contains: "<main", found: "/kb/articles/" },
    { name: "policy page", requests: pages(policies.map((slug) => `/policies/${slug}`)), contains: "<main" },
  ];
}

async function customerTargets(client: pg.Client, { customer }: People, origin: string): Promise<Target[]> {
  const manager = await busiestManager(client);
  const references = await column(client, `SELECT t.reference FROM ticket t JOIN app_user u ON u.organization_id = t.organization_id WHERE u.id = '${manager.id}' ORDER BY md5(t.id::text) LIMIT ${VARIETY}`);
  const cookie = { cookie: customer };
  return [
    { name: "portal: list of tickets", requests: pages(["/portal/tickets"], cookie), contains: "/portal/tickets/IMP-" },
    { name: "portal: ticket form", requests: pages(["/portal/tickets/new"], cookie), contains: 'name="submissionKey"', goalMs: GOAL_MS },
    { name: "portal: ticket", requests: pages(references.map((reference) => `/portal/tickets/${reference}`), cookie), contains: "<main" },
    { name: "suggestions while writing", requests: suggestionRequests(customer, origin), contains: '"data"', goalMs: GOAL_MS },
  ];
}

async function agentTargets(client: pg.Client, { agent }: People): Promise<Target[]> {
  const references = await column(client, `SELECT reference FROM ticket ORDER BY md5(id::text) LIMIT ${VARIETY}`);
  const domains = await column(client, "SELECT 'empresa-' || n || '.example' FROM generate_series(3, 60, 6) AS n");
  const texts = [...(await searches(client, "SELECT subject FROM ticket")), ...domains];
  const cookie = { cookie: agent };
  return [
    { name: "agent: queue", requests: pages(["/agent/queues/open"], cookie), contains: "/agent/tickets/IMP-", goalMs: GOAL_MS },
    { name: "agent: ticket", requests: pages(references.map((reference) => `/agent/tickets/${reference}?queue=open`), cookie), contains: "<main" },
    { name: "agent: search", requests: pages(texts.map((text) => `/agent/search?q=${encodeURIComponent(text)}`), cookie), contains: "<main", found: "/agent/tickets/IMP-" },
  ];
}

function pages(paths: string[], headers?: Record<string, string>): RequestShape[] {
  return paths.map((path) => ({ path, ...(headers ? { headers } : {}) }));
}

/** Two or three words of a title each, as people search: frequent and rare ones, and always something to rank. */
async function searches(client: pg.Client, titlesSql: string): Promise<string[]> {
  const random = randomFrom(11);
  const titles = await column(client, `${titlesSql} ORDER BY md5(id::text) LIMIT ${VARIETY}`);
  return titles.map((title) => {
    const words = title.split(/\s+/).filter((word) => word.length > 4);
    return words.slice(0, random.between(2, 3)).join(" ") || title;
  });
}

function suggestionRequests(cookie: string, origin: string): RequestShape[] {
  const random = randomFrom(12);
  const writer = makeWriter();
  return Array.from({ length: VARIETY }, () => ({
    path: "/api/portal/suggest",
    method: "POST" as const,
    headers: { cookie, origin, "content-type": "application/json" },
    body: JSON.stringify({ subject: writer.subject(random, 6), body: writer.text(random, 40) }),
  }));
}

async function busiestManager(client: pg.Client): Promise<Person> {
  return person(client, `SELECT u.id, u.name, u.email FROM app_user u WHERE u.organization_role = 'manager'
    ORDER BY (SELECT count(*) FROM ticket t WHERE t.organization_id = u.organization_id) DESC LIMIT 1`);
}

async function anAgent(client: pg.Client): Promise<Person> {
  return person(client, "SELECT id, name, email FROM app_user WHERE role = 'agent' ORDER BY email LIMIT 1");
}

async function person(client: pg.Client, sql: string): Promise<Person> {
  const { rows } = await client.query<Person>(sql);
  return rows[0]!;
}

async function column(client: pg.Client, sql: string): Promise<string[]> {
  const { rows } = await client.query<string[]>({ text: sql, rowMode: "array" });
  return rows.map(([value]) => value!);
}
