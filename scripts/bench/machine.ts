import { readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";

/** What figures are to be read with. */
export function machine(): string {
  return `(${cpus().length} cores, load ${loadavg().map((load) => load.toFixed(2)).join(" ")}, Node ${process.versions.node})`;
}

/** Of all that a process has in memory, in MB. */
export function memoryOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1024;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
