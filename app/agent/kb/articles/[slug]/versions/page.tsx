import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FieldForm } from "@/components/forms/field-form";
import { SelectField } from "@/components/forms/select";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { Table, Td, Th } from "@/components/ui/table";
import { TextDiff } from "@/components/ui/text-diff";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { compareTexts } from "@/lib/diff/compare-texts";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { findArticleVersion, findDeskArticle, listArticleVersions, type VersionRow } from "@/lib/kb/articles/queries";
import type { DeskArticle, VersionView } from "@/lib/kb/articles/types";
import { slugSchema } from "@/lib/kb/schema";
import { deskCrumbs } from "../../../_data/desk-links";
import { ARTICLES, comparedIn, hrefOfArticle, hrefOfVersions, type RawQuery } from "../../_data/addresses";
import { stepWords } from "../../_data/words";
import { restoreAction } from "../../actions";

export function generateMetadata(): Metadata {
  return { title: getTranslator("kbDesk")("versions.list") };
}

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<RawQuery> };

/** Every save, and what changed between any two. */
export default async function VersionsPage({ params, searchParams }: Props) {
  const ctx = contextOf(await requireStaff());
  const { slug } = await params;
  const article = slugSchema.safeParse(slug).success ? await findDeskArticle(ctx, slug) : null;
  if (!article) notFound();
  const { from, to } = comparedIn(await searchParams, article.headVersion);
  const [rows, before, after] = await Promise.all([
    listArticleVersions(ctx, article.id),
    findArticleVersion(ctx, { articleId: article.id, number: from }),
    findArticleVersion(ctx, { articleId: article.id, number: to }),
  ]);
  if (!before || !after) notFound();
  const t = getTranslator("kbDesk");
  const options = rows.map(({ number }) => ({ value: String(number), label: t("versions.option", { number: String(number) }) }));
  return (
    <div className="min-w-0 p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-page space-y-5">
        <PageHeader title={t("versions.title", { title: article.head.title })} breadcrumbs={deskCrumbs({ label: t("list.title"), href: ARTICLES }, { label: article.head.title, href: hrefOfArticle(slug) })} />
        {rows.length > 1 && (
          <>
            <form action={hrefOfVersions(slug)} className="flex flex-wrap items-end gap-3">
              <SelectField name="from" label={t("versions.from")} options={options} defaultValue={String(from)} size="sm" />
              <SelectField name="to" label={t("versions.to")} options={options} defaultValue={String(to)} size="sm" />
              <Button type="submit" size="sm">
                {t("versions.compare")}
              </Button>
            </form>
            <Comparison before={before} after={after} />
          </>
        )}
        <VersionTable rows={rows} article={article} now={ctx.now} />
      </div>
    </div>
  );
}

function Comparison({ before, after }: { before: VersionView; after: VersionView }) {
  const t = getTranslator("kbDesk");
  const fields = [
    ["title", before.title, after.title],
    ["summary", before.summary, after.summary],
    ["tags", before.tags.join(", "), after.tags.join(", ")],
    ["body", before.body, after.body],
  ] as const;
  return (
    <Panel title={t("versions.diff", { from: before.number, to: after.number })}>
      <div className="space-y-4">
        {fields
          .filter(([name, one, other]) => name === "body" || one !== other)
          .map(([name, one, other]) => (
            <section key={name} aria-labelledby={`cambios-${name}`}>
              <h3 id={`cambios-${name}`} className="pb-1 text-sm font-semibold">
                {t(`versions.field.${name}`)}
              </h3>
              <TextDiff blocks={compareTexts(one, other)} />
            </section>
          ))}
      </div>
    </Panel>
  );
}

function VersionTable({ rows, article, now }: { rows: VersionRow[]; article: DeskArticle; now: Temporal.Instant }) {
  const t = getTranslator("kbDesk");
  return (
    <Table label={t("versions.list")} isDense className="rounded-lg border bg-surface">
      <thead>
        <tr>
          <Th>{t("versions.number")}</Th>
          <Th>{t("versions.when")}</Th>
          <Th className="max-sm:hidden">{t("versions.who")}</Th>
          <Th className="max-sm:hidden">{t("versions.note")}</Th>
          <Th>{t("versions.restore")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ number, at, author, note }) => (
          <tr key={number}>
            <Th scope="row">
              <span className="flex flex-wrap gap-1.5 py-1">
                {number}
                {number === article.headVersion && <Badge>{t("versions.head")}</Badge>}
                {number === article.liveVersion && article.status === "published" && <Badge tone="success">{t("versions.live")}</Badge>}
              </span>
            </Th>
            <Td>{formatDateTime(Temporal.Instant.from(at), { now })}</Td>
            <Td className="max-sm:hidden">{author ?? t("page.imported")}</Td>
            <Td className="wrap-anywhere max-sm:hidden">{note}</Td>
            <Td>
              {number !== article.headVersion && article.status !== "archived" && (
                <FieldForm
                  action={restoreAction}
                  permalink={hrefOfVersions(article.slug)}
                  idPrefix={`v${number}-`}
                  hidden={{ articleId: article.id, head: String(article.headVersion), version: String(number) }}
                  fields={[]}
                  button="secondary"
                  buttonLabel={t("versions.restoreLabel", { number })}
                  isInline
                  words={stepWords(t("versions.restore"))}
                />
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
