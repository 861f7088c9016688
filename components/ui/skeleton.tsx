import { cn } from "./cn";

/** Grey bars in place of text that is on its way; `label` says so to those who do not see them. */
export function Skeleton({ label, lines = 3, className }: { label: string; lines?: number; className?: string }) {
  return (
    <div role="status" aria-label={label} className={cn("space-y-3", className)}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} aria-hidden="true" className={cn("h-4 animate-pulse rounded-sm bg-line/70", line === lines - 1 && "w-2/3")} />
      ))}
    </div>
  );
}
