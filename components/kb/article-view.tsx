import { Printer } from "lucide-react";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { buttonClass } from "@/components/ui/button";
import type { Crumb } from "@/components/ui/breadcrumbs";
import { Prose } from "@/components/ui/prose";
import type { AttachmentView } from "@/lib/attachments/types";
import { ArticleFiles, type ArticleFilesWords } from "./article-files";
import { ArticleList, type ArticleLink } from "./article-list";
import { TableOfContents } from "./table-of-contents";

type Heading = { id: string; text: string; level: number };

export interface ArticleViewWords extends ArticleFilesWords {
  breadcrumbs: string;
  contents: string;
  files: string;
  next: string;
  print: string;
}

/** Below that a table of contents only takes room. */
const FEWEST_HEADINGS = 3;

/**
 * An article as it is read, the same for everybody who may: text, files, what the reader says of it, and where to go on. `slug` is told to
 * public/enhance.js, where that counts readers and prints.
 */
export function ArticleView({ slug, title, lead, crumbs, meta, html, headings, files, next, words, children }: {
  slug: string;
  title: string;
  lead: string;
  crumbs: Crumb[];
  meta: ReactNode;
  html: string;
  headings: readonly Heading[];
  files: readonly AttachmentView[];
  next: ArticleLink[];
  words: ArticleViewWords;
  /** Between the text and the next steps. */
  children?: ReactNode;
}) {
  const contents = headings.filter((heading) => heading.level <= 3);
  const hasContents = contents.length >= FEWEST_HEADINGS;
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,40rem)_15rem] lg:justify-between lg:gap-16 print:block">
      <article data-enhance="view" data-slug={slug} className="min-w-0">
        <PageHeader
          title={title}
          lead={lead}
          breadcrumbs={{ label: words.breadcrumbs, items: crumbs }}
          meta={
            <>
              {meta}
              {/* Shown by the script that makes it work; its room is kept, so that nothing moves. */}
              <button type="button" data-enhance="print" className={`${buttonClass({ variant: "quiet", size: "sm" })} invisible print:hidden`}>
                <Printer aria-hidden="true" />
                {words.print}
              </button>
            </>
          }
        />
        {hasContents && (
          <div className="mt-6 lg:hidden print:hidden">
            <TableOfContents label={words.contents} items={contents} isFolded />
          </div>
        )}
        <Prose html={html} className="mt-8 print-addresses" />
        {files.length > 0 && (
          <section aria-labelledby="archivos" className="mt-12 print:hidden">
            <h2 id="archivos" className="mb-3 text-lg font-semibold">
              {words.files}
            </h2>
            <ArticleFiles files={files} labelledBy="archivos" words={words} />
          </section>
        )}
        {children}
        {next.length > 0 && (
          <section aria-labelledby="siguientes" className="mt-12 print:hidden">
            <h2 id="siguientes" className="mb-3 text-lg font-semibold">
              {words.next}
            </h2>
            <ArticleList items={next} />
          </section>
        )}
      </article>
      {hasContents && (
        <div className="hidden lg:block print:hidden">
          <div className="sticky top-8 max-h-[calc(100dvh-4rem)] overflow-y-auto">
            <TableOfContents label={words.contents} items={contents} />
          </div>
        </div>
      )}
    </div>
  );
}
