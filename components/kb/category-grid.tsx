export interface CategoryItem {
  href: string;
  name: string;
  description: string;
  count: string;
  /** What stands below it, one level further. */
  children?: Array<{ href: string; name: string }>;
}

/** Topics as cards; those below a topic are links of their own within its card. */
export function CategoryGrid({ items }: { items: CategoryItem[] }) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {items.map((item) => (
        <li key={item.href} className="relative flex flex-col rounded-lg border bg-surface p-5 transition-colors hover:border-line-strong">
          {/* The whole card is the link; what stands above it in the stack stays its own. */}
          <a href={item.href} className="font-semibold after:absolute after:inset-0 after:rounded-lg">
            {item.name}
          </a>
          <span className="mt-1 grow text-sm text-muted">{item.description}</span>
          {item.children && item.children.length > 0 && (
            <ul className="relative mt-3 flex flex-wrap gap-x-4 text-sm">
              {item.children.map((child) => (
                <li key={child.href}>
                  <a href={child.href} className="link inline-flex min-h-8 items-center">
                    {child.name}
                  </a>
                </li>
              ))}
            </ul>
          )}
          <span className="mt-3 text-xs text-muted tabular-nums">{item.count}</span>
        </li>
      ))}
    </ul>
  );
}
