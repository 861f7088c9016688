import { Bell as BellIcon } from "lucide-react";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { getTranslator } from "@/lib/i18n/translator";
import { countUnread } from "@/lib/notifications/queries";

const SHOWN_MAX = 99;

/** Where one is told of things, with how many one has not read. */
export async function Bell({ ctx }: { ctx: Context<PersonActor> }) {
  const count = await countUnread(ctx);
  const t = getTranslator("notifications");
  const label = count === 0 ? t("list.bell") : t("list.bellUnread", { count });
  return (
    <a
      href={ctx.actor.kind === "customer" ? "/portal/notifications" : "/agent/notifications"}
      aria-label={label}
      title={label}
      className="inline-flex size-11 shrink-0 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink"
    >
      <span aria-hidden="true" className="relative">
        <BellIcon className="size-4" />
        {count > 0 && (
          <span className="absolute -top-2.5 left-2 min-w-4.5 rounded-full bg-accent-fill px-1 text-center text-xs font-medium leading-4.5 tabular-nums text-on-fill">{count > SHOWN_MAX ? t("list.many") : count}</span>
        )}
      </span>
    </a>
  );
}
