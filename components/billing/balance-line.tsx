import { cn } from "@/components/ui/cn";
import type { BalanceSentences } from "./balance-words";

/** The balance of a contract beside a form or an estimate: what is left, what this takes, what remains. Its words come from `balanceSentences`. */
export function BalanceLine({ sentences, className }: { sentences: BalanceSentences; className?: string }) {
  const { left, until, takes, after, tone } = sentences;
  return (
    <div className={cn("space-y-0.5 rounded-md border px-3 py-2 text-sm", TONES[tone], className)}>
      <p className="font-medium tabular-nums">{left}</p>
      {takes && (
        <p className="tabular-nums">
          {takes} {after}
        </p>
      )}
      <p className="text-muted">{until}</p>
    </div>
  );
}

const TONES = { neutral: "bg-sunken", warn: "border-warn-line bg-warn-soft", danger: "border-danger-line bg-danger-soft" } as const;
