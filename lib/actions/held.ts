import "server-only";
import { headers } from "next/headers";
import { HELD_HEADER } from "@/lib/http/held-answer";
import { formatDateTime } from "@/lib/i18n/format";

/** What a refusal says of the maintenance that holds this request: until when, or "unknown". Null where nothing holds it. */
export async function heldUntil(now: Temporal.Instant): Promise<string | null> {
  const told = (await headers()).get(HELD_HEADER);
  if (told === null) return null;
  return told === "on" ? "unknown" : formatDateTime(Temporal.Instant.from(told), { now });
}
