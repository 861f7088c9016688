import "server-only";
import type { Unread } from "@/components/notifications/live-bell";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { getTranslator } from "@/lib/i18n/translator";
import { countUnread } from "@/lib/notifications/queries";

/** What the bell shows and is called. */
export async function unreadOf(ctx: Context<PersonActor>): Promise<Unread> {
  const count = await countUnread(ctx);
  const t = getTranslator("notifications");
  return { count, label: count === 0 ? t("list.bell") : t("list.bellUnread", { count }) };
}
