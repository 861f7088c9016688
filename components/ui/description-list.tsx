import type { ReactNode } from "react";

/** Facts in pairs; a fact without a value is left out. */
export function DescriptionList({ items }: { items: Array<{ term: string; value: ReactNode }> }) {
  return (
    <dl className="divide-y text-sm">
      {items
        .filter((item) => item.value !== null && item.value !== undefined)
        .map((item) => (
          <div key={item.term} className="flex flex-wrap justify-between gap-x-4 gap-y-0.5 py-2 first:pt-0 last:pb-0">
            <dt className="text-muted">{item.term}</dt>
            <dd className="min-w-0 font-medium">{item.value}</dd>
          </div>
        ))}
    </dl>
  );
}
