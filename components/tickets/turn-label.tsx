import { CircleCheck, Hourglass, Reply, UserRound } from "lucide-react";
import { TURN_TONE } from "@/components/tickets/status-tone";
import { cn } from "@/components/ui/cn";
import { getTranslator } from "@/lib/i18n/translator";
import type { Turn } from "@/lib/tickets/types";

const ICONS = { desk: UserRound, requester: Reply, third_party: Hourglass, nobody: CircleCheck } as const;

const TEXT = { neutral: "text-muted", accent: "text-accent font-medium", warn: "text-warn font-medium", danger: "text-danger", success: "text-success" } as const;

/** ¿A quién le toca?, as the reader sees it. @param requesterName given when the requester is not the reader */
export function TurnLabel({ turn, viewer, requesterName }: { turn: Turn; viewer: "customer" | "staff"; requesterName?: string | null }) {
  const Icon = ICONS[turn];
  return (
    <span className={cn("inline-flex items-center gap-1.5 text-sm", TEXT[TURN_TONE[viewer][turn]])}>
      <Icon aria-hidden="true" className="size-4 shrink-0" />
      {turnText({ turn, viewer, requesterName })}
    </span>
  );
}

export function turnText({ turn, viewer, requesterName }: { turn: Turn; viewer: "customer" | "staff"; requesterName?: string | null }): string {
  const t = getTranslator("tickets");
  if (turn === "requester" && viewer === "customer" && requesterName) return t("turn.customer.other", { name: requesterName });
  return t(`turn.${viewer}.${turn}`);
}
