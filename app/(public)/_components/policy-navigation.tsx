import { cn } from "@/components/ui/cn";
import type { PolicyLink } from "@/lib/policies/types";

/** All policies beside the one that is read. */
export function PolicyNavigation({ label, policies, currentSlug }: { label: string; policies: PolicyLink[]; currentSlug: string }) {
  return (
    <nav aria-label={label} className="sticky top-8">
      <ul className="space-y-0.5 border-l text-sm">
        {policies.map((policy) => {
          const isCurrent = policy.slug === currentSlug;
          return (
            <li key={policy.slug}>
              <a
                href={`/policies/${policy.slug}`}
                aria-current={isCurrent ? "page" : undefined}
                className={cn(
                  "-ml-px block border-l py-1.5 pl-4 transition-colors",
                  isCurrent ? "border-accent font-medium text-ink" : "border-transparent text-muted hover:border-line-strong hover:text-ink",
                )}
              >
                {policy.title}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
