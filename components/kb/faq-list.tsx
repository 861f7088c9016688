import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Prose } from "@/components/ui/prose";

export interface FaqItem {
  slug: string;
  question: string;
  /** HTML from renderMarkdown. */
  answerHtml: string;
  more?: ReactNode;
}

/** Questions that unfold. The answer carries the id, so that browsers open the question that a link points to. */
export function FaqList({ items }: { items: FaqItem[] }) {
  return (
    <div className="divide-y border-y">
      {items.map((item) => (
        <details key={item.slug} className="group">
          <summary className="flex min-h-control items-start justify-between gap-4 py-3.5 font-medium -outline-offset-1 transition-colors hover:text-accent">
            <span>{item.question}</span>
            <ChevronDown aria-hidden="true" className="mt-1 size-4 shrink-0 text-faint transition-transform group-open:rotate-180" />
          </summary>
          <div id={item.slug} className="scroll-mt-20 pb-5">
            <Prose html={item.answerHtml} isCompact className="text-muted" />
            {item.more && <p className="mt-3 text-sm">{item.more}</p>}
          </div>
        </details>
      ))}
    </div>
  );
}
