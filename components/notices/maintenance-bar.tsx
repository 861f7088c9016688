import type { ReactNode } from "react";

/**
 * The thin bar above the pages that staff alone sees during maintenance. Public pages are cached and carry it hidden: the server in front
 * (lib/http/held-answer.ts) shows it to whom it knows as staff, by these two attributes.
 */
export function MaintenanceBar({ text, isHidden, children }: { text: string; isHidden?: boolean; children?: ReactNode }) {
  return (
    <aside {...(isHidden ? { hidden: true, "data-maintenance-bar": "" } : {})} aria-label={text} className="border-b border-warn-line bg-warn-soft px-4 py-1 text-center text-sm font-medium text-ink print:hidden">
      {text} {children}
    </aside>
  );
}
