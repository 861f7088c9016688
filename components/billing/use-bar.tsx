import { cn } from "@/components/ui/cn";

/** How much of a contract is used, as a bar; what it says stands beside it in words. */
export function UseBar({ percent, className }: { percent: number; className?: string }) {
  const shown = Math.min(Math.max(percent, 0), 100);
  return (
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" className={cn("h-1.5 w-full overflow-hidden rounded-sm", className)}>
      <rect width="100" height="6" className="fill-line" />
      <rect width={shown} height="6" className={percent >= 100 ? "fill-danger" : percent >= 80 ? "fill-warn" : "fill-accent"} />
    </svg>
  );
}
