import { unreadOf } from "@/app/_notifications/unread";
import { LiveBell } from "@/components/notifications/live-bell";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { getTranslator } from "@/lib/i18n/translator";

/** Where one is told of things, with how many one has not read. */
export async function Bell({ ctx }: { ctx: Context<PersonActor> }) {
  const href = ctx.actor.kind === "customer" ? "/portal/notifications" : "/agent/notifications";
  return <LiveBell href={href} initial={await unreadOf(ctx)} many={getTranslator("notifications")("list.many")} />;
}
