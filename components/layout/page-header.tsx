import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "@/components/ui/breadcrumbs";

/** The title of a page with what stands around it: where one is, a sentence, facts, actions. */
export function PageHeader({
  title,
  lead,
  breadcrumbs,
  meta,
  actions,
}: {
  title: ReactNode;
  lead?: ReactNode;
  breadcrumbs?: { label: string; items: Crumb[] };
  meta?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="space-y-3">
      {breadcrumbs && <Breadcrumbs {...breadcrumbs} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <h1 className="min-w-0 text-xl font-semibold">{title}</h1>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {lead && <p className="max-w-prose text-muted">{lead}</p>}
      {meta && <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">{meta}</div>}
    </div>
  );
}
