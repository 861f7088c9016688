import autocannon from "autocannon";
import { ask, type Answer } from "./ask";
import type { CpuClock } from "./cpu-time";
import type { Target } from "./target";

export type Figures = { first: number; p50: number; p95: number; perSecond: number; p50Crowded: number; bytes: number; found: number | null; cpu: { server: number; database: number } | null };

const WARM_UP = 8;
const MOST_ALONE = 120;
const ALONE_MS = 3_000;
const CONNECTIONS = 16;
const CROWD_SECONDS = 4;

/** One at a time for the times, then sixteen at once for the throughput. @throws when an answer is not the page */
export async function measure(origin: string, target: Target, clock: CpuClock): Promise<Figures> {
  const first = await askFor(origin, target, 0);
  for (let at = 1; at <= WARM_UP; at += 1) await askFor(origin, target, at);
  const times: number[] = [];
  const before = clock();
  const until = performance.now() + ALONE_MS;
  let finds = 0;
  for (let at = 0; at < MOST_ALONE && performance.now() < until; at += 1) {
    const answer = await askFor(origin, target, at);
    times.push(answer.ms);
    if (target.found && answer.body.includes(target.found)) finds += 1;
  }
  const cpu = cpuSince(clock, before, times.length);

  const crowd = await autocannon({ url: origin, connections: CONNECTIONS, duration: CROWD_SECONDS, requests: target.requests });
  const failed = crowd.errors + crowd.timeouts + crowd.non2xx;
  if (failed > 0) throw new Error(`${target.name}: ${failed} of ${crowd.requests.total} requests failed with ${CONNECTIONS} at once.`);
  return { first: first.ms, p50: percentile(times, 0.5), p95: percentile(times, 0.95), perSecond: crowd.requests.average, p50Crowded: crowd.latency.p50, bytes: Buffer.byteLength(first.body), found: target.found ? finds / times.length : null, cpu };
}

/** Milliseconds of processor time a request. */
export function cpuSince(clock: CpuClock, before: ReturnType<CpuClock>, requests: number): Figures["cpu"] {
  const now = clock();
  if (!now || !before) return null;
  return { server: (now.server - before.server) / requests, database: (now.database - before.database) / requests };
}

async function askFor(origin: string, { name, requests, contains }: Target, at: number): Promise<Answer> {
  const shape = requests[at % requests.length]!;
  const answer = await ask(origin, shape);
  if (answer.status !== 200 || !answer.body.includes(contains)) throw new Error(`${name}: ${shape.path} answered ${answer.status} ${String(answer.headers.location ?? "")} without ${contains}:\n${answer.body.slice(0, 600)}`);
  return answer;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
