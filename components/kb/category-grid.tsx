
export interface CategoryItem {
  href: string;
  name: string;
  description: string;
  count: string;
}

export function CategoryGrid({ items }: { items: CategoryItem[] }) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href} className="flex h-full flex-col rounded-lg border bg-surface p-5 transition-colors hover:border-line-strong">
            <span className="font-semibold">{item.name}</span>
            <span className="mt-1 grow text-sm text-muted">{item.description}</span>
            <span className="mt-3 text-xs text-muted tabular-nums">{item.count}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
