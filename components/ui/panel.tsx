import type { ReactNode } from "react";
import { cn } from "./cn";

/** A sheet on the paper. With a title it is a section named by it. `isFlush` leaves the padding to the content (lists, tables). */
export function Panel({
  id,
  title,
  titleLevel = 2,
  actions,
  isFlush,
  className,
  children,
}: {
  id?: string;
  title?: ReactNode;
  titleLevel?: 2 | 3;
  actions?: ReactNode;
  isFlush?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const Heading = titleLevel === 2 ? "h2" : "h3";
  return (
    <section id={id} className={cn("rounded-lg border bg-surface", className)}>
      {(title || actions) && (
        <div className={cn("flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 sm:px-5", isFlush ? "border-b py-3" : "pt-4")}>
          {title && <Heading className="text-base font-semibold">{title}</Heading>}
          {actions}
        </div>
      )}
      <div className={cn(!isFlush && "p-4 sm:p-5", Boolean(!isFlush && title) && "pt-3 sm:pt-3")}>{children}</div>
    </section>
  );
}

/** A plain sheet, without a heading of its own. */
export function Card({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={cn("rounded-lg border bg-surface p-4 sm:p-5", className)}>{children}</div>;
}
