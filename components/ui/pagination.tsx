import { ChevronLeft, ChevronRight } from "lucide-react";
import { ButtonLink } from "./button";

/** Pages by key: there is a next and a first or previous one, and no numbers. Nothing is shown for a single page. */
export function Pagination({
  label,
  previous,
  next,
}: {
  label: string;
  previous?: { href: string; label: string } | null;
  next?: { href: string; label: string } | null;
}) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={label} className="flex justify-between gap-4">
      {previous ? (
        <ButtonLink href={previous.href} rel="prev">
          <ChevronLeft aria-hidden="true" />
          {previous.label}
        </ButtonLink>
      ) : (
        <span />
      )}
      {next && (
        <ButtonLink href={next.href} rel="next">
          {next.label}
          <ChevronRight aria-hidden="true" />
        </ButtonLink>
      )}
    </nav>
  );
}
