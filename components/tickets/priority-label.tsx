import { ArrowDown, ArrowUp, Minus } from "lucide-react";
import { PRIORITY_TONE } from "@/components/tickets/status-tone";
import { cn } from "@/components/ui/cn";
import { getTranslator } from "@/lib/i18n/translator";
import type { TicketPriority } from "@/lib/tickets/types";

const ICONS = { low: ArrowDown, medium: Minus, high: ArrowUp } as const;

/** "Prioridad alta", with an arrow; `isShort` leaves the first word to screen readers. */
export function PriorityLabel({ priority, isShort }: { priority: TicketPriority; isShort?: boolean }) {
  const t = getTranslator("tickets");
  const Icon = ICONS[priority];
  const word = t(`priority.${priority}`);
  const whole = t("priorityIs", { priority: word.toLocaleLowerCase("es") });
  return (
    <span className={cn("inline-flex items-center gap-1.5 whitespace-nowrap text-sm", PRIORITY_TONE[priority] === "warn" ? "font-medium text-warn" : "text-muted")}>
      <Icon aria-hidden="true" className="size-4 shrink-0" />
      {isShort ? (
        <>
          <span className="sr-only">{whole}</span>
          <span aria-hidden="true">{word}</span>
        </>
      ) : (
        whole
      )}
    </span>
  );
}
