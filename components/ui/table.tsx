import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/** A table that scrolls sideways by itself when it must; `label` names it to those who do not see it. */
export function Table({ label, isDense, className, children }: { label: string; isDense?: boolean; className?: string; children: ReactNode }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- focusable, so that a keyboard can scroll it
    <div role="region" aria-label={label} tabIndex={0} className={cn("overflow-x-auto", className)}>
      <table
        className={cn(
          "w-full text-left text-sm [&_td]:align-top [&_tbody_th]:align-top [&_tbody_tr+tr]:border-t [&_thead]:border-b",
          isDense ? "[&_td]:px-3 [&_td]:py-1.5 [&_th]:px-3 [&_th]:py-1.5" : "[&_td]:px-4 [&_td]:py-3 [&_th]:px-4 [&_tbody_th]:py-3 [&_thead_th]:py-2.5",
        )}
      >
        {children}
      </table>
    </div>
  );
}

export function Th({ scope = "col", className, ...rest }: ComponentProps<"th">) {
  return <th scope={scope} className={cn(scope === "col" ? "text-xs font-medium text-muted" : "font-medium text-ink", className)} {...rest} />;
}

export function Td({ isNumeric, className, ...rest }: ComponentProps<"td"> & { isNumeric?: boolean }) {
  return <td className={cn(isNumeric && "text-right tabular-nums", className)} {...rest} />;
}
