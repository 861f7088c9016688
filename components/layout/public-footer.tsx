import type { HeaderLink } from "./public-header";

export function PublicFooter({ columns, note }: { columns: Array<{ title: string; links: HeaderLink[] }>; note: string }) {
  return (
    <footer className="mt-16 border-t bg-surface print:hidden">
      <div className="mx-auto grid w-full max-w-page gap-x-8 gap-y-8 px-4 py-10 text-sm sm:grid-cols-2 sm:px-6 md:grid-cols-[repeat(2,auto)_1fr] md:gap-x-20">
        {columns.map((column) => (
          <nav key={column.title} aria-label={column.title}>
            <p className="font-semibold">{column.title}</p>
            <ul className="mt-2">
              {column.links.map((link) => (
                <li key={link.href}>
                  <a href={link.href} className="inline-flex min-h-8 items-center rounded-sm text-muted hover:text-ink hover:underline">
                    {link.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ))}
        <p className="max-w-xs text-muted sm:col-span-2 md:col-span-1 md:justify-self-end">{note}</p>
      </div>
    </footer>
  );
}
