import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { ArticleList, type ArticleLink } from "./article-list";

export interface ArticleColumn {
  id: string;
  title: string;
  items: ArticleLink[];
  /** Below the list. */
  after?: ReactNode;
}

/** Lists of articles side by side; those without an article are left out. */
export function ArticleColumns({ columns }: { columns: ArticleColumn[] }) {
  const shown = columns.filter(({ items }) => items.length > 0);
  return (
    <div className={cn("grid gap-x-10 gap-y-10 lg:grid-cols-2", shown.length > 2 && "xl:grid-cols-3")}>
      {shown.map(({ id, title, items, after }) => (
        <section key={id} aria-labelledby={id} className="min-w-0">
          <h2 id={id} className="mb-3 text-lg font-semibold">
            {title}
          </h2>
          <ArticleList items={items} />
          {after}
        </section>
      ))}
    </div>
  );
}
