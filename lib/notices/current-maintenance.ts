import "server-only";
import type { PublicContext } from "@/lib/auth/context";
import type { Db, Tx } from "@/lib/db/client";
import { log } from "@/lib/log";
import { toInstant, toInstantOrNull } from "@/lib/time/instants";
import { maintenanceStateAt, type MaintenanceRecord } from "./maintenance";

/** How long a change may go unnoticed by a process that did not make it. */
const LOOKED_AT_FOR_MS = 3_000;
/** A database that takes longer is as good as none, and then the desk is open: what fails is said by what fails. */
const PATIENCE_MS = 1_000;

export type KeptMaintenance = MaintenanceRecord & { version: number };
type Look = { until: number; found: KeptMaintenance | null; coming: Promise<KeptMaintenance | null> | null };

// On globalThis, because the pages and the gate in front of them are bundled apart.
const shared = globalThis as typeof globalThis & { mesaMaintenance?: WeakMap<Db, Look> };

/** The maintenance that holds the desk now, or null. Asked for each request; the database is asked once in some seconds. */
export async function findCurrentMaintenance({ db, now }: PublicContext): Promise<KeptMaintenance | null> {
  return currentOf(await lookAt(db), now);
}

/** The same where it was looked at a moment ago; undefined where one has to wait for the database. */
export function knownMaintenance(db: Db, now: Temporal.Instant): KeptMaintenance | null | undefined {
  const look = shared.mesaMaintenance?.get(db);
  return look && look.coming === null && look.until > performance.now() ? currentOf(look.found, now) : undefined;
}

/** After a change of one's own: the next request looks again. */
export function forgetMaintenance(db: Db): void {
  shared.mesaMaintenance?.delete(db);
}

/** The newest row, whatever it says; null before the first. */
export async function readMaintenance(db: Db | Tx): Promise<KeptMaintenance | null> {
  const row = await db.maintenance.findFirst({ orderBy: { id: "desc" }, select: { id: true, isOn: true, message: true, startsAt: true, expectedUntil: true, at: true } });
  return row && { version: row.id, isOn: row.isOn, message: row.message, startsAt: toInstant(row.startsAt ?? row.at), expectedUntil: toInstantOrNull(row.expectedUntil) };
}

function currentOf(found: KeptMaintenance | null, now: Temporal.Instant): KeptMaintenance | null {
  return maintenanceStateAt(found, now) === "on" ? found : null;
}

/** Whoever comes while one looks waits for the same answer. */
function lookAt(db: Db): Promise<KeptMaintenance | null> | KeptMaintenance | null {
  shared.mesaMaintenance ??= new WeakMap();
  const kept = shared.mesaMaintenance.get(db);
  if (kept?.coming) return kept.coming;
  if (kept && kept.until > performance.now()) return kept.found;
  const look: Look = { until: 0, found: null, coming: null };
  look.coming = readInTime(db).then((found) => {
    look.found = found;
    look.until = performance.now() + LOOKED_AT_FOR_MS;
    look.coming = null;
    return found;
  });
  shared.mesaMaintenance.set(db, look);
  return look.coming;
}

async function readInTime(db: Db): Promise<KeptMaintenance | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([readMaintenance(db), late]);
  } catch (error) {
    log.warn({ err: error }, "whether there is maintenance could not be read; the desk stays open");
    return null;
  } finally {
    clearTimeout(timer);
  }
}
