import { ChevronDown } from "lucide-react";
import { cn } from "@/components/ui/cn";

export interface ContentsItem {
  id: string;
  text: string;
  level: number;
}

/** The headings of a page. `isFolded` for narrow screens, above the text. */
export function TableOfContents({ label, items, isFolded }: { label: string; items: ContentsItem[]; isFolded?: boolean }) {
  const list = (
    <ul className="space-y-0.5 border-l text-sm">
      {items.map((item) => (
        <li key={item.id}>
          <a
            href={`#${item.id}`}
            className={cn(
              "-ml-px block border-l border-transparent py-1 pr-2 text-muted transition-colors hover:border-accent hover:text-ink",
              item.level > 2 ? "pl-7" : "pl-4",
            )}
          >
            {item.text}
          </a>
        </li>
      ))}
    </ul>
  );
  if (!isFolded) {
    return (
      <nav aria-label={label}>
        <p className="mb-2 text-sm font-semibold">{label}</p>
        {list}
      </nav>
    );
  }
  return (
    <details className="group rounded-lg border bg-surface">
      <summary className="flex min-h-control items-center justify-between rounded-lg px-4 text-sm font-semibold">
        {label}
        <ChevronDown aria-hidden="true" className="size-4 text-faint transition-transform group-open:rotate-180" />
      </summary>
      <nav aria-label={label} className="px-4 pb-4">
        {list}
      </nav>
    </details>
  );
}
