import { FileSearch } from "lucide-react";
import type { Metadata } from "next";
import { SelectField } from "@/components/forms/select";
import { TextField } from "@/components/forms/text-input";
import { PageHeader } from "@/components/layout/page-header";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { Table, Td, Th } from "@/components/ui/table";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { formatDate, formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { listDeskArticles, listUnsavedArticles, type ArticleFilter, type UnsavedArticle } from "@/lib/kb/articles/queries";
import type { ArticleRow, ArticleStatus } from "@/lib/kb/articles/types";
import { listCategoryTree } from "@/lib/kb/categories/queries";
import { deskCrumbs } from "../_data/desk-links";
import { parentOptions } from "../categories/_data/words";
import { ARTICLES, filterOf, hrefOfArticle, hrefOfArticles, hrefOfEdit, LISTED_STATES, NEW_ARTICLE, type RawQuery } from "./_data/addresses";

export function generateMetadata(): Metadata {
  return { title: getTranslator("kbDesk")("list.title") };
}

/** Every article, whatever its state. */
export default async function ArticlesPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const ctx = contextOf(await requireStaff());
  const filter = filterOf(await searchParams);
  const [{ rows, next }, categories, unsaved] = await Promise.all([listDeskArticles(ctx, filter), listCategoryTree(ctx), listUnsavedArticles(ctx)]);
  const t = getTranslator("kbDesk");
  const kb = getTranslator("kb");
  return (
    <div className="min-w-0 space-y-5 p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <PageHeader
        title={t("list.title")}
        lead={t("list.lead")}
        breadcrumbs={deskCrumbs()}
        actions={
          <ButtonLink variant="primary" href={NEW_ARTICLE}>
            {t("list.write")}
          </ButtonLink>
        }
      />
      <UnsavedArticles articles={unsaved} now={ctx.now} />
      <FilterForm filter={filter} categories={parentOptions(categories)} />
      {rows.length > 0 ? (
        <ArticleTable rows={rows} now={ctx.now} />
      ) : (
        <EmptyState icon={<FileSearch aria-hidden="true" />} title={t("list.none")}>
          {t("list.noneHint")}
        </EmptyState>
      )}
      <Pagination
        label={kb("staff.pages")}
        previous={filter.after ? { href: hrefOfArticles(filter, null), label: kb("staff.first") } : null}
        next={next ? { href: hrefOfArticles(filter, next), label: kb("staff.next") } : null}
      />
    </div>
  );
}

function FilterForm({ filter, categories }: { filter: ArticleFilter; categories: { value: string; label: string }[] }) {
  const t = getTranslator("kbDesk");
  return (
    <form action={ARTICLES} role="search" className="grid items-end gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)_auto]">
      <TextField name="q" label={t("list.search")} type="search" defaultValue={filter.text} autoComplete="off" />
      <SelectField name="state" label={t("list.state")} options={LISTED_STATES.map((value) => ({ value, label: t(`state.${value}`) }))} placeholder={t("list.allStates")} defaultValue={filter.state ?? ""} />
      <SelectField name="category" label={t("list.category")} options={categories} placeholder={t("list.allCategories")} defaultValue={filter.category ?? ""} />
      <Button type="submit">{t("list.filter")}</Button>
    </form>
  );
}

/** What this author left without saving: one goes on where one was. */
function UnsavedArticles({ articles, now }: { articles: UnsavedArticle[]; now: Temporal.Instant }) {
  const t = getTranslator("kbDesk");
  if (articles.length === 0) return null;
  return (
    <Notice tone="accent" title={t("draft.list")}>
      <ul>
        {articles.map(({ slug, title, savedAt }) => (
          <li key={slug ?? ""} className="flex flex-wrap items-center gap-x-2">
            <a href={slug === null ? NEW_ARTICLE : hrefOfEdit(slug)} className="link inline-flex min-h-6 items-center wrap-anywhere">
              {title || t("draft.untitled")}
            </a>
            <span className="text-muted">{formatDateTime(Temporal.Instant.from(savedAt), { now })}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const TONES: Record<ArticleStatus, Tone> = { draft: "neutral", review: "warn", published: "success", archived: "neutral" };

function ArticleTable({ rows, now }: { rows: ArticleRow[]; now: Temporal.Instant }) {
  const t = getTranslator("kbDesk");
  return (
    <Table label={t("list.title")} isDense className="rounded-lg border bg-surface">
      <thead>
        <tr>
          <Th>{t("list.article")}</Th>
          <Th>{t("list.state")}</Th>
          <Th className="max-sm:hidden">{t("list.category")}</Th>
          <Th className="max-lg:hidden">{t("list.audience")}</Th>
          <Th className="max-lg:hidden">{t("list.updated")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Th scope="row" className="break-words">
              <a href={hrefOfArticle(row.slug)} className="link inline-block py-1 font-medium">
                {row.title}
              </a>
            </Th>
            <Td>
              <span className="flex flex-wrap gap-1 py-0.5">
                <Badge tone={TONES[row.status]} dot>
                  {t(`state.${row.status}`)}
                </Badge>
                {row.publishAt && <Badge tone="accent">{t("badge.planned", { date: formatDateTime(Temporal.Instant.from(row.publishAt), { now }) })}</Badge>}
                {row.isAhead && <Badge tone="accent">{t("badge.ahead")}</Badge>}
                {row.isReviewDue && <Badge tone="warn">{t("badge.due")}</Badge>}
              </span>
            </Td>
            <Td className="text-muted max-sm:hidden">{row.category}</Td>
            <Td className="text-muted max-lg:hidden">{t(`audience.${row.audience}`)}</Td>
            <Td className="text-muted max-lg:hidden">{formatDate(Temporal.Instant.from(row.updatedAt), { now })}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
