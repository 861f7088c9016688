"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";
import { Pending } from "./queue-nav";

export type SettingsLink = { href: string; label: string };

/** The administrators' pages, below the queues. */
export function SettingsNav({ label, links }: { label: string; links: SettingsLink[] }) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className="px-3 pb-3 text-sm">
      <h2 className="px-2 pb-1 text-xs font-medium text-faint">{label}</h2>
      <ul>
        {links.map(({ href, label: name }) => {
          const isCurrent = pathname === href || pathname.startsWith(`${href}/`);
          return (
            <li key={href}>
              <Link
                href={href}
                prefetch={false}
                aria-current={isCurrent ? (pathname === href ? "page" : true) : undefined}
                className={cn(
                  "flex min-h-11 items-center gap-2 rounded-md px-2 -outline-offset-2 transition-colors lg:min-h-8",
                  isCurrent ? "bg-accent-soft font-medium text-accent" : "text-ink hover:bg-surface",
                )}
              >
                <span className="min-w-0 grow truncate">{name}</span>
                <Pending />
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
