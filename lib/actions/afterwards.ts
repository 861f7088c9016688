import "server-only";
import { after } from "next/server";
import { log } from "@/lib/log";

/** Does what the reader need not wait for once the answer is on its way. That it fails is logged, and nobody's answer is the worse for it. */
export function afterwards(name: string, work: () => Promise<unknown>): void {
  after(() => attempt(name, work));
}

/** @returns null when `work` failed */
export async function attempt<T>(name: string, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    log.error({ err: error, work: name }, "work beside an answer failed");
    return null;
  }
}
