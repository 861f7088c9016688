"use client";

import { usePathname } from "next/navigation";

/** Leads whoever signs in from a page of the knowledge base that is not there to the same page of theirs. */
export function MembersLink({ label }: { label: string }) {
  const path = usePathname();
  return (
    <a href={path?.startsWith("/kb/") ? `/portal${path}` : "/portal/kb"} rel="nofollow" className="link inline-flex min-h-6 items-center">
      {label}
    </a>
  );
}
