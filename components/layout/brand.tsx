import { cn } from "@/components/ui/cn";

/** The operator's mark and name, as a link home. The mark: a sheet on a desk. */
export function Brand({ name, suffix, href, className }: { name: string; suffix?: string; href: string; className?: string }) {
  return (
    <a href={href} className={cn("inline-flex min-h-control items-center gap-2.5 rounded-md font-semibold", className)}>
      <svg aria-hidden="true" viewBox="0 0 24 24" className="size-6 shrink-0">
        <rect width="24" height="24" rx="5" className="fill-accent-fill" />
        <path d="M6 9.5h12M8.5 9.5V18M15.5 9.5V18" fill="none" className="stroke-on-fill" strokeWidth="2" strokeLinecap="round" />
        <path d="M9.5 6h5" fill="none" className="stroke-on-fill" strokeWidth="2" strokeLinecap="round" />
      </svg>
      <span>
        {name}
        {suffix && <span className="font-normal text-muted"> {suffix}</span>}
      </span>
    </a>
  );
}
