import { Brand } from "./brand";

export interface HeaderLink {
  href: string;
  label: string;
}

/** The same for everybody: the page is cached, so it knows nobody's name. */
export function PublicHeader({
  brand,
  navLabel,
  links,
  action,
}: {
  brand: { name: string; suffix?: string };
  navLabel: string;
  links: HeaderLink[];
  action: HeaderLink;
}) {
  return (
    <header className="border-b bg-surface print:hidden">
      <div className="mx-auto flex w-full max-w-page flex-wrap items-center gap-x-6 px-4 sm:px-6">
        <Brand name={brand.name} suffix={brand.suffix} href="/" className="my-1.5" />
        <a
          href={action.href}
          className="ml-auto inline-flex min-h-9 items-center rounded-md px-3 text-sm font-medium text-accent inset-ring inset-ring-accent-line transition-colors hover:bg-accent-soft md:order-last md:ml-0"
        >
          {action.label}
        </a>
        <nav aria-label={navLabel} className="-mx-4 basis-[calc(100%+2rem)] overflow-x-auto px-2 sm:-mx-6 sm:px-4 md:mx-0 md:ml-auto md:basis-auto md:px-0">
          <ul className="flex min-w-max text-sm">
            {links.map((link) => (
              <li key={link.href}>
                <a
                  href={link.href}
                  className="inline-flex min-h-control items-center rounded-md px-2 text-muted -outline-offset-2 transition-colors hover:text-ink sm:px-3"
                >
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
