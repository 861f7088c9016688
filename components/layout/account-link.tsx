import { CircleUserRound } from "lucide-react";
import Link from "next/link";

/** Who one is, and the way to one's own account; where there is no room, the sign alone. @param label contains the name @param isPlain leads into the other area of the site */
export function AccountLink({ href, name, label, isPlain = false }: { href: string; name: string; label: string; isPlain?: boolean }) {
  const content = (
    <>
      <CircleUserRound aria-hidden="true" className="size-4 shrink-0" />
      <span className="max-w-44 truncate max-sm:hidden">{name}</span>
    </>
  );
  const shared = { href, "aria-label": label, title: label, className: "inline-flex min-h-11 min-w-0 items-center gap-2 rounded-md px-2 text-sm sm:px-3 text-muted transition-colors hover:bg-sunken hover:text-ink" };
  if (isPlain) return <a {...shared}>{content}</a>;
  return (
    <Link {...shared} prefetch={false}>
      {content}
    </Link>
  );
}
