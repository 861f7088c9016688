import { ChevronRight } from "lucide-react";

export interface ArticleLink {
  href: string;
  title: string;
  summary?: string;
  /** Category, date. */
  note?: string;
}

/** Titles with what each is about. */
export function ArticleList({ items }: { items: ArticleLink[] }) {
  return (
    <ul className="divide-y border-y">
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href} className="group flex items-start gap-4 py-3.5 -outline-offset-1">
            <span className="min-w-0 grow">
              <span className="font-medium decoration-line-strong underline-offset-4 group-hover:text-accent group-hover:underline">{item.title}</span>
              {item.summary && <span className="mt-0.5 block text-sm text-muted">{item.summary}</span>}
              {item.note && <span className="mt-1 block text-xs text-muted">{item.note}</span>}
            </span>
            <ChevronRight aria-hidden="true" className="mt-1 size-4 shrink-0 text-faint transition-colors group-hover:text-accent" />
          </a>
        </li>
      ))}
    </ul>
  );
}
