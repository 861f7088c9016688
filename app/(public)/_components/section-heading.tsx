import type { ReactNode } from "react";

export function SectionHeading({ id, title, lead, more }: { id?: string; title: string; lead?: string; more?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
      <div>
        <h2 id={id} className="text-lg font-semibold">
          {title}
        </h2>
        {lead && <p className="mt-0.5 text-muted">{lead}</p>}
      </div>
      {more && <p className="text-sm">{more}</p>}
    </div>
  );
}
