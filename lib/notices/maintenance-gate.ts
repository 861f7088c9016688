import "server-only";
import { findPersonOfRequest } from "@/lib/auth/person-of-request";
import type { Db } from "@/lib/db/client";
import { heldKindOf, isAction, type AskedRequest, type FrontGate, type Verdict } from "@/lib/http/front-gate";
import { refusalMessage } from "@/lib/i18n/refusals";
import { log } from "@/lib/log";
import { findCurrentMaintenance, knownMaintenance, type KeptMaintenance } from "./current-maintenance";
import { retryAfterSeconds } from "./maintenance";

/** Stands in front of every request: who is no staff is held while there is maintenance. While there is none it costs a look at a map. */
export function maintenanceGate({ db, clock }: { db: Db; clock: () => Temporal.Instant }): FrontGate {
  return (request) => {
    const now = clock();
    const known = knownMaintenance(db, now);
    if (known === null) return null;
    return decideIn(request, known === undefined ? findCurrentMaintenance({ db, now }) : Promise.resolve(known), now);
  };
}

async function decideIn(request: AskedRequest, looking: Promise<KeptMaintenance | null>, now: Temporal.Instant): Promise<Verdict | null> {
  const current = await looking;
  if (!current) return null;
  const kind = heldKindOf(request);
  const until = current.expectedUntil && Temporal.Instant.compare(current.expectedUntil, now) > 0 ? current.expectedUntil : null;
  if (kind === "open") return isAction(request) ? { kind: "marked", until } : null;
  try {
    if ((await findPersonOfRequest({ headers: cookieOf(request) }))?.kind === "staff") return { kind: "staff" };
  } catch (error) {
    log.warn({ err: error }, "who asks could not be read during maintenance; the request goes on");
    return null;
  }
  return { kind, retryAfterSeconds: retryAfterSeconds(current.expectedUntil, now), until, message: refusalMessage("MAINTENANCE_NOW") };
}

/** The session is all that is looked at. */
function cookieOf({ headers: { cookie } }: AskedRequest): Headers {
  return new Headers(cookie === undefined ? {} : { cookie });
}
