"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { showInside } from "@/components/ui/show-inside";

interface NavLink {
  href: string;
  label: string;
  /** Leads into another area of the site, with a page load. */
  isPlain?: boolean;
}

/** In the browser because a layout is not rendered again from page to page, and the current one is marked. */
export function NavLinks({ label, links }: { label: string; links: NavLink[] }) {
  const path = usePathname();
  const row = useRef<HTMLElement>(null);
  // On a telephone the row is wider than the screen: the current one is brought into sight, without moving the page.
  useEffect(() => {
    if (row.current) showInside(row.current, row.current.querySelector("[aria-current]"));
  }, [path]);
  return (
    <nav ref={row} aria-label={label} className="-mx-2 basis-full overflow-x-auto">
      <ul className="flex min-w-max gap-1">
        {links.map((link) => (
          <li key={link.href}>
            <NavAnchor link={link} isCurrent={path === link.href} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NavAnchor({ link, isCurrent }: { link: NavLink; isCurrent: boolean }) {
  const className = cn(
    "inline-flex min-h-control items-center rounded-md px-2 text-sm transition-colors -outline-offset-2",
    isCurrent ? "font-medium text-ink underline decoration-accent decoration-2 underline-offset-8" : "text-muted hover:text-ink",
  );
  if (link.isPlain) {
    return (
      <a href={link.href} className={className}>
        {link.label}
      </a>
    );
  }
  return (
    <Link href={link.href} className={className} aria-current={isCurrent ? "page" : undefined}>
      {link.label}
    </Link>
  );
}
