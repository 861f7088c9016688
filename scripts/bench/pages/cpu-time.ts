import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Milliseconds of processor time that the server and the database have used so far. */
export type CpuTime = { server: number; database: number };
export type CpuClock = () => CpuTime | null;

/** The kernel counts in hundredths of a second. */
const TICK_MS = 10;

/**
 * Reads Linux's own account, which tells the work of a request however busy the machine is with other things; elsewhere there is none.
 * @param databaseDirectory where PostgreSQL keeps its data, and its own process id
 */
export function cpuClock({ serverPid, databaseDirectory }: { serverPid: number; databaseDirectory: string }): CpuClock {
  const pidFile = join(databaseDirectory, "postmaster.pid");
  if (!existsSync("/proc/self/stat") || !existsSync(pidFile)) return () => null;
  const postmaster = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  return () => ({ server: usedBy(serverPid)?.ms ?? 0, database: sumOfFamily(postmaster) });
}

/** The processes that live, and those that have ended: their parent inherits what they used. */
function sumOfFamily(parent: number): number {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(Number);
  return pids.map(usedBy).reduce((sum, used) => (used?.parent === parent ? sum + used.ms : sum), usedBy(parent)?.inheritedMs ?? 0);
}

function usedBy(pid: number): { parent: number; ms: number; inheritedMs: number } | null {
  try {
    // The name of the program stands in parentheses and may hold spaces; the fields are counted after it.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ");
    const ticks = (first: number) => Number(fields[first]) + Number(fields[first + 1]);
    return { parent: Number(fields[1]), ms: ticks(11) * TICK_MS, inheritedMs: ticks(13) * TICK_MS };
  } catch {
    return null; // ended meanwhile
  }
}
