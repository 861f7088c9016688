import "server-only";
import { z } from "zod";
import type { SecurityEventType } from "@/lib/auth/security-events";
import { shownName, shownNameSelect } from "@/lib/auth/shown-name";
import type { Db } from "@/lib/db/client";
import type { SecurityEventView } from "@/lib/security/types";

const SHOWN = 50;

/** What happened to somebody's ways in, the newest first. */
export async function readEventsOf(db: Db, userId: string): Promise<SecurityEventView[]> {
  const rows = await db.securityEvent.findMany({ where: { userId }, orderBy: { id: "desc" }, take: SHOWN, select: { id: true, type: true, data: true, at: true, actor: { select: shownNameSelect } } });
  return rows.map(({ id, type, data, at, actor }) => ({ id: String(id), type: type as SecurityEventType, data: z.record(z.string(), z.unknown()).catch({}).parse(data), at: at.toISOString(), actorName: actor && shownName(actor) }));
}
