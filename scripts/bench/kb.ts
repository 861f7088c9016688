import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { machine } from "./machine";
import { ROOT } from "../setup/paths";
import { ask, hangUp } from "./pages/ask";
import { percentile } from "./pages/measure";
import { sessionCookie, type Person } from "./pages/session";
import type { RequestShape } from "./pages/target";
import { withDesk } from "./throw-away-desk";

const RENDERED_GOAL_MS = 50;
const CACHED_GOAL_MS = 5;
const VARIETY = 40;
/** The first page meets a server that has just started: what it compiles then is no page's own time. */
const WARM_UP = 20;

type Target = { name: string; requests: RequestShape[]; contains: string; /** Kept whole, and so also measured from there. */ isKept: boolean };

/** Pages of the knowledge base of the production build with 10,000 articles in 200 categories of three audiences. */
export async function run(): Promise<void> {
  console.log(`Knowledge base: 10,000 articles in 200 nested categories of three audiences. ${machine()}`);
  await withDesk({ data: "empty", fill: "scripts/bench/kb/fill.ts", env: { LOG_LEVEL: "error" } }, async ({ databaseUrl, server }) => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      console.log(`\nMilliseconds to the last byte on the loopback, one at a time: made anew (p50, p95), then from the cache. ${machine()}`);
      const slow: string[] = [];
      for (const target of await listTargets(client)) slow.push(...(await measure(server.url, target)));
      console.log(slow.length === 0 ? `Every page is under ${RENDERED_GOAL_MS} ms when it is made, and under ${CACHED_GOAL_MS} ms from the cache.` : `NOT under the goal: ${slow.join("; ")}`);
      console.log(machine());
    } finally {
      hangUp();
      await client.end();
    }
  });
}

/** @returns what was slower than it ought to be */
async function measure(origin: string, { name, requests, contains, isKept }: Target): Promise<string[]> {
  const anew: Record<string, string> = isKept ? { "x-prerender-revalidate": revalidationKey() } : {};
  const times = async (headers: Record<string, string>, cache: string | null) => {
    const taken: number[] = [];
    for (let at = 0; at < VARIETY + WARM_UP; at += 1) {
      const shape = requests[at % requests.length]!;
      const answer = await ask(origin, { ...shape, headers: { ...shape.headers, ...headers } });
      if (answer.status !== 200 || !answer.body.includes(contains)) throw new Error(`${name}: ${shape.path} answered ${answer.status} without ${contains}:\n${answer.body.slice(0, 400)}`);
      if (cache && answer.headers["x-nextjs-cache"] !== cache) throw new Error(`${name}: ${shape.path} came from the cache as ${String(answer.headers["x-nextjs-cache"])}, not as ${cache}.`);
      if (at >= WARM_UP) taken.push(answer.ms);
    }
    return taken;
  };
  const rendered = await times(anew, isKept ? "REVALIDATED" : null);
  const kept = isKept ? await times({}, "HIT") : [];
  const [p50, p95, cached] = [percentile(rendered, 0.5), percentile(rendered, 0.95), percentile(kept, 0.5)];
  console.log(`  ${name.padEnd(34)}${p50.toFixed(1).padStart(8)}${p95.toFixed(1).padStart(8)}${(isKept ? cached.toFixed(1) : "").padStart(10)}`);
  return [...(p50 > RENDERED_GOAL_MS ? [`${name} ${p50.toFixed(1)} ms`] : []), ...(isKept && cached > CACHED_GOAL_MS ? [`${name} ${cached.toFixed(1)} ms from the cache`] : [])];
}

/** The build's own key, with which the server makes a kept page anew on demand. */
function revalidationKey(): string {
  const manifest = JSON.parse(readFileSync(join(ROOT, ".next/prerender-manifest.json"), "utf8")) as { preview: { previewModeId: string } };
  return manifest.preview.previewModeId;
}

async function listTargets(client: pg.Client): Promise<Target[]> {
  const slugs = async (sql: string) => (await client.query<{ slug: string }>(`SELECT slug FROM ${sql} ORDER BY md5(id::text) LIMIT ${VARIETY}`)).rows.map(({ slug }) => slug);
  const articles = await slugs("article WHERE effective_audience = 'public'");
  const members = await slugs("article WHERE effective_audience <> 'staff'");
  const categories = await slugs("kb_category WHERE effective_audience = 'public'");
  const titles = (await client.query<{ title: string }>(`SELECT title FROM article ORDER BY md5(id::text) LIMIT ${VARIETY}`)).rows.map(({ title }) => title.split(" ").slice(0, 3).join(" "));
  const cookieOf = async (role: string) => ({ cookie: await sessionCookie(client, (await client.query<Person>("SELECT id, name, email FROM app_user WHERE role = $1::user_role ORDER BY email LIMIT 1", [role])).rows[0]!) });
  const [customer, agent] = [await cookieOf("customer"), await cookieOf("agent")];
  const target = (name: string, isKept: boolean, paths: string[], headers?: Record<string, string>): Target => ({ name, isKept, contains: "<main", requests: paths.map((path) => ({ path, ...(headers ? { headers } : {}) })) });
  const asked = (base: string) => titles.map((title) => `${base}?q=${encodeURIComponent(title)}`);
  return [
    target("home", true, ["/"]),
    target("/kb", true, ["/kb"]),
    target("category", true, categories.map((slug) => `/kb/${slug}`)),
    target("article", true, articles.map((slug) => `/kb/articles/${slug}`)),
    target("frequent questions", true, ["/faq"]),
    { ...target("sitemap", true, ["/sitemap.xml"]), contains: "<loc>" },
    { ...target("feed", true, ["/kb/feed.xml"]), contains: "<item>" },
    target("search", false, asked("/kb/search")),
    { ...target("suggestions", false, asked("/api/kb/suggestions")), contains: '"hits"' },
    target("portal: home", false, ["/portal/kb"], customer),
    target("portal: category", false, categories.map((slug) => `/portal/kb/${slug}`), customer),
    target("portal: article", false, members.map((slug) => `/portal/kb/articles/${slug}`), customer),
    target("portal: search", false, asked("/portal/kb"), customer),
    target("desk: reading", false, ["/agent/kb/read"], agent),
    target("desk: article", false, articles.map((slug) => `/agent/kb/read/articles/${slug}`), agent),
    target("desk: what waits", false, ["/agent/kb"], agent),
    target("desk: categories", false, ["/agent/kb/categories"], agent),
  ];
}
