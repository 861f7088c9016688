import type { ReactNode } from "react";
import { cn } from "./cn";

export type Tone = "neutral" | "accent" | "warn" | "danger" | "success";

/** A small label. `dot` puts a filled circle before the words, so that colour never stands alone. */
export function Badge({
  tone = "neutral",
  icon,
  dot,
  className,
  children,
}: {
  tone?: Tone;
  icon?: ReactNode;
  dot?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={cn(
        "inline-flex min-h-5.5 items-center gap-1.5 rounded-sm px-1.5 py-0.5 text-xs font-medium whitespace-nowrap inset-ring [&_svg]:size-3 [&_svg]:shrink-0",
        TONES[tone],
        className,
      )}
    >
      {dot && <span aria-hidden="true" className="size-1.5 rounded-full bg-current" />}
      {icon}
      {children}
    </span>
  );
}

/** A state: a badge with its dot. */
export function StatusPill({ tone, children }: { tone?: Tone; children: ReactNode }) {
  return (
    <Badge tone={tone} dot>
      {children}
    </Badge>
  );
}

const TONES: Record<Tone, string> = {
  neutral: "bg-sunken text-muted inset-ring-line",
  accent: "bg-accent-soft text-accent inset-ring-accent-line",
  warn: "bg-warn-soft text-warn inset-ring-warn-line",
  danger: "bg-danger-soft text-danger inset-ring-danger-line",
  success: "bg-success-soft text-success inset-ring-success-line",
};
