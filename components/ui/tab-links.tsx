import Link from "next/link";
import { cn } from "./cn";

export interface TabLink {
  href: string;
  label: string;
  count?: number;
  isCurrent: boolean;
}

/** Views of the same list as links: no script, and the back button works. */
export function TabLinks({ label, items }: { label: string; items: TabLink[] }) {
  return (
    <nav aria-label={label} className="overflow-x-auto border-b">
      <ul className="flex min-w-max gap-1">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={item.isCurrent ? "page" : undefined}
              className={cn(
                "-mb-px flex min-h-control items-center gap-2 border-b-2 px-3 text-sm font-medium transition-colors -outline-offset-2",
                item.isCurrent ? "border-accent text-ink" : "border-transparent text-muted hover:border-line-strong hover:text-ink",
              )}
            >
              {item.label}
              {item.count !== undefined && <span className="text-xs tabular-nums text-faint">{item.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
