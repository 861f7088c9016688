import type pg from "pg";
import { randomFrom } from "../fill/random";
import { makeWriter } from "../fill/words";
import { ask } from "./ask";
import type { CpuClock } from "./cpu-time";
import { cpuSince, percentile, type Figures } from "./measure";
import { sessionCookie, type Person } from "./session";

const PEOPLE = 400;
const ALONE = 60;
const AT_ONCE = 16;
const CROWD_MS = 4_000;

export type Raised = Figures & { asked: number; refused: number };

/**
 * Sends the real form as a browser without scripts does, each time by another customer (one may send thirty an hour) with a text of its
 * own. Some texts resemble a ticket by chance and are refused until looked at: they are counted apart.
 */
export async function measureRaising(client: pg.Client, origin: string, clock: CpuClock): Promise<Raised> {
  const { rows } = await client.query<Person>(`SELECT id, name, email FROM app_user WHERE role = 'customer' ORDER BY md5(id::text) LIMIT ${PEOPLE}`);
  const cookies = await Promise.all(rows.map((row) => sessionCookie(client, row)));
  const form = await readForm(origin, cookies[0]!);
  const random = randomFrom(13);
  const writer = makeWriter();
  const count = { asked: 0, refused: 0 };

  async function raise(): Promise<number> {
    const cookie = cookies[count.asked++ % cookies.length]!;
    const { body, headers } = multipart({ ...form, submissionKey: random.uuid(), subject: writer.subject(random, 7), body: writer.text(random, 60) });
    const answer = await ask(origin, { path: "/portal/tickets/new", method: "POST", headers: { ...headers, cookie, origin }, body });
    if (answer.status === 303 && String(answer.headers.location).includes("sent=1")) return answer.ms;
    if (answer.status !== 200 || !answer.body.includes('name="different"')) throw new Error(`Raising a ticket answered ${answer.status}:\n${answer.body.slice(0, 800)}`);
    count.refused += 1;
    return answer.ms;
  }

  const first = await raise();
  const times: number[] = [];
  const before = clock();
  for (let at = 0; at < ALONE; at += 1) times.push(await raise());
  const cpu = cpuSince(clock, before, ALONE);

  const crowded: number[] = [];
  const began = performance.now();
  const keepRaising = async () => {
    while (performance.now() - began < CROWD_MS) crowded.push(await raise());
  };
  await Promise.all(Array.from({ length: AT_ONCE }, keepRaising));
  const seconds = (performance.now() - began) / 1000;
  return { ...count, first, p50: percentile(times, 0.5), p95: percentile(times, 0.95), perSecond: crowded.length / seconds, p50Crowded: percentile(crowded, 0.5), bytes: 0, found: null, cpu };
}

/** The hidden fields of the form, the framework's among them, with the first department chosen. */
async function readForm(origin: string, cookie: string): Promise<Record<string, string>> {
  const { body } = await ask(origin, { path: "/portal/tickets/new", headers: { cookie } });
  const hidden = [...body.matchAll(/<input type="hidden"[^>]*>/g)].map(([tag]) => [attribute(tag, "name"), attribute(tag, "value")] as const);
  const department = /<select[^>]*name="departmentId"[\s\S]*?<option value="([0-9a-f-]{36})"/.exec(body)?.[1] ?? /name="departmentId"[^>]*value="([0-9a-f-]{36})"/.exec(body)?.[1];
  if (!department || hidden.length < 2) throw new Error("The ticket form does not look as expected.");
  return { ...Object.fromEntries(hidden.filter(([name]) => name !== "")), departmentId: department, productId: "", priority: "medium" };
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name.replace("$", "\\$")}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return value.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function multipart(fields: Record<string, string>): { body: string; headers: Record<string, string> } {
  const boundary = "----mesa-bench-boundary";
  const parts = Object.entries(fields).map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  return { body: `${parts.join("")}--${boundary}--\r\n`, headers: { "content-type": `multipart/form-data; boundary=${boundary}` } };
}
