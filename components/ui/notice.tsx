import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Tone } from "./badge";
import { cn } from "./cn";

/**
 * Something to know before going on. `live` when it appears after an action: "polite" waits for the reader, "assertive" interrupts
 * (refusals and failures).
 */
export function Notice({
  tone = "neutral",
  title,
  actions,
  live,
  className,
  children,
}: {
  tone?: Tone;
  title?: ReactNode;
  actions?: ReactNode;
  live?: "polite" | "assertive";
  className?: string;
  children?: ReactNode;
}) {
  const Icon = ICONS[tone];
  return (
    <div
      role={live === "assertive" ? "alert" : live === "polite" ? "status" : undefined}
      className={cn("flex gap-3 rounded-lg border p-4 text-sm", TONES[tone], className)}
    >
      <Icon aria-hidden="true" className={cn("mt-0.5 size-4 shrink-0", ICON_TONES[tone])} />
      <div className="min-w-0 grow space-y-1 text-ink">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="space-y-2">{children}</div>}
        {actions && <div className="flex flex-wrap gap-2 pt-2">{actions}</div>}
      </div>
    </div>
  );
}

const ICONS = { neutral: Info, accent: Info, warn: TriangleAlert, danger: CircleAlert, success: CircleCheck } as const;

const TONES: Record<Tone, string> = {
  neutral: "bg-sunken border-line",
  accent: "bg-accent-soft border-accent-line",
  warn: "bg-warn-soft border-warn-line",
  danger: "bg-danger-soft border-danger-line",
  success: "bg-success-soft border-success-line",
};

const ICON_TONES: Record<Tone, string> = {
  neutral: "text-muted",
  accent: "text-accent",
  warn: "text-warn",
  danger: "text-danger",
  success: "text-success",
};
