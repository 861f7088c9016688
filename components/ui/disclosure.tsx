import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

/** Folded text on the native element: works without JavaScript, and the browser's own search opens it. */
export function Disclosure({
  id,
  summary,
  isOpen,
  name,
  className,
  children,
}: {
  id?: string;
  summary: ReactNode;
  isOpen?: boolean;
  /** Those that share a name close each other. */
  name?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <details id={id} open={isOpen} name={name} className={cn("group/disclosure", className)}>
      <summary className="flex min-h-control items-start gap-2 rounded-md py-2.5 font-medium transition-colors hover:text-accent">
        <ChevronRight
          aria-hidden="true"
          className="mt-1 size-4 shrink-0 text-faint transition-transform duration-100 group-open/disclosure:rotate-90"
        />
        <span>{summary}</span>
      </summary>
      <div className="pb-4 pl-6">{children}</div>
    </details>
  );
}
