import Link from "next/link";
import { cn } from "@/components/ui/cn";

/** A few ways to see the same page, as links side by side. */
export function ChoiceLinks({ label, items }: { label: string; items: { href: string; label: string; isCurrent: boolean }[] }) {
  return (
    <nav aria-label={label}>
      <ul className="inline-flex flex-wrap gap-1 rounded-md bg-sunken p-1">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              prefetch={false}
              aria-current={item.isCurrent ? "page" : undefined}
              className={cn(
                "inline-flex min-h-9 items-center rounded-sm px-3 text-sm transition-colors lg:min-h-7",
                item.isCurrent ? "bg-surface font-medium text-ink inset-ring inset-ring-line-strong/60" : "text-muted hover:text-ink",
              )}
            >
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
