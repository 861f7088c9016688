import { ChevronRight } from "lucide-react";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { listWaiting, type Waiting, type WaitingArticle, type WaitingList } from "@/lib/kb/authors-desk";
import { longDate } from "../../(public)/_data/long-date";
import { ARTICLES, hrefOfArticle } from "./articles/_data/addresses";
import { deskLinks } from "./_data/desk-links";

export function generateMetadata(): Metadata {
  return { title: getTranslator("kbCategories")("desk.title") };
}

/** What waits for whoever writes, and the ways to their tools. */
export default async function AuthorsDeskPage() {
  const ctx = contextOf(await requireStaff());
  const waiting = await listWaiting(ctx);
  const t = getTranslator("kbCategories");
  return (
    <div className="min-w-0 p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-page space-y-6">
        <PageHeader title={t("desk.title")} lead={t("desk.lead")} />
        <nav aria-label={t("desk.sections")}>
          <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
            {deskLinks(ctx.actor).map(({ href, label, hint }) => (
              <li key={href}>
                <a href={href} className="group flex h-full items-start justify-between gap-3 rounded-lg border bg-surface p-4 hover:border-line-strong">
                  <span className="min-w-0">
                    <span className="block font-medium group-hover:underline">{label}</span>
                    <span className="block text-sm text-muted">{hint}</span>
                  </span>
                  <ChevronRight aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-faint" />
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="grid items-start gap-5 xl:grid-cols-2">
          {waiting.map((list) => (
            <WaitingPanel key={list.kind} list={list} now={ctx.now} />
          ))}
        </div>
      </div>
    </div>
  );
}

function WaitingPanel({ list: { kind, count, articles }, now }: { list: WaitingList; now: Temporal.Instant }) {
  const t = getTranslator("kbCategories");
  return (
    <Panel title={t(`desk.waiting.${kind}`)} actions={<Badge tone={count === 0 ? "neutral" : "warn"}>{count}</Badge>} isFlush>
      <p className="px-4 pt-3 text-sm text-muted sm:px-5">{count === 0 ? t("desk.none") : t(`desk.waitingHint.${kind}`)}</p>
      <ul className="divide-y px-4 pb-2 sm:px-5">
        {articles.map((article) => (
          <li key={article.slug} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 py-2.5">
            <a href={hrefOfArticle(article.slug)} className="link min-h-6 min-w-0 font-medium wrap-anywhere">
              {article.title}
            </a>
            <span className="text-sm text-muted">{factOf(kind, article, now)}</span>
          </li>
        ))}
      </ul>
      {count > articles.length && (
        <p className="border-t px-4 py-3 text-sm sm:px-5">
          <a href={ARTICLES} className="link inline-flex min-h-6 items-center">
            {t("desk.more", { count: count - articles.length })}
          </a>
        </p>
      )}
    </Panel>
  );
}

function factOf(kind: Waiting, { updatedAt, publishAt, reviewOn, yes, no }: WaitingArticle, now: Temporal.Instant): string {
  const t = getTranslator("kbCategories");
  switch (kind) {
    case "draft":
    case "review":
      return t("desk.edited", { date: longDate(updatedAt, { now }) });
    case "planned":
      return publishAt ? t("desk.planned", { date: longDate(publishAt, { now }) }) : "";
    case "overdue":
      return reviewOn ? t("desk.overdue", { date: longDate(Temporal.Instant.from(`${reviewOn}T18:00:00Z`), { now }) }) : "";
    case "disliked":
      return t("desk.votes", { no, all: yes + no });
    default:
      return kind satisfies never;
  }
}
