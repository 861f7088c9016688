import { ChevronLeft } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { formFiles } from "@/components/attachments/form-files";
import { sizeText } from "@/components/attachments/attachment-words";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { getAttachmentLimits } from "@/lib/attachments/queries";
import { requireStaff } from "@/lib/auth/gate";
import { findArticleFiles } from "@/lib/files/queries";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { findArticleOpinion } from "@/lib/kb/article-opinion";
import { findDeskArticle } from "@/lib/kb/articles/queries";
import { slugSchema } from "@/lib/kb/schema";
import { listCategoryTree } from "@/lib/kb/categories/queries";
import { dayAt } from "@/lib/time/days";
import { parentOptions } from "../../categories/_data/words";
import { ARTICLES, hrefOfArticle, hrefOfEdit, hrefOfVersions, type RawQuery } from "../_data/addresses";
import { AddFiles } from "./_components/add-files";
import { FileRow, type FileWords } from "./_components/file-row";
import { HistoryPanel } from "./_components/history-panel";
import { OpinionPanel } from "./_components/opinion-panel";
import { SettingsPanel } from "./_components/settings-panel";
import { StatePanel } from "./_components/state-panel";
import { attachAction, changeFileAction } from "./actions";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<RawQuery> };

const FILES_ID = "archivos";

export function generateMetadata(): Metadata {
  return { title: getTranslator("kbDesk")("list.article") };
}

/** An article on the desk: its state and the next steps, its data, its files (seen by whoever may read it), what readers said. */
export default async function DeskArticlePage({ params, searchParams }: Props) {
  const ctx = contextOf(await requireStaff());
  const { slug } = await params;
  const isSlug = slugSchema.safeParse(slug).success;
  const [article, desk, opinion, limits, categories] = await Promise.all([
    isSlug ? findArticleFiles(ctx, slug) : null,
    isSlug ? findDeskArticle(ctx, slug) : null,
    isSlug ? findArticleOpinion(ctx, slug) : null,
    getAttachmentLimits(ctx),
    listCategoryTree(ctx),
  ]);
  if (!article || !desk) notFound();
  const { done } = await searchParams;
  const say = getTranslator("kbDesk");
  const t = getTranslator("kb");
  const words = fileWords();
  return (
    <div className="min-w-0 p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <div className="space-y-1">
          <a href={ARTICLES} className="-ml-2 inline-flex min-h-11 items-center gap-1 rounded-md px-2 text-sm text-accent">
            <ChevronLeft aria-hidden="true" className="size-4" />
            {say("list.title")}
          </a>
          <h1 className="text-lg font-semibold break-words">{desk.head.title}</h1>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
            <Badge tone={article.isPublic ? "success" : "neutral"} dot>
              {t(`staff.states.${article.status}`)}
            </Badge>
            <span>{article.category}</span>
            {article.isPublic && (
              <a href={`/kb/articles/${article.slug}`} className="link inline-flex min-h-6 items-center">
                {t("staff.read")}
              </a>
            )}
          </p>
          <p className="flex flex-wrap gap-2 pt-2">
            {desk.status !== "archived" && (
              <ButtonLink variant="primary" size="sm" href={hrefOfEdit(slug)}>
                {say("edit.action")}
              </ButtonLink>
            )}
            <ButtonLink size="sm" href={hrefOfVersions(slug)}>
              {say("page.versions")}
            </ButtonLink>
          </p>
        </div>
        {done === "saved" && <Notice tone="success" live="polite" title={say("page.done")} />}
        <StatePanel article={desk} now={ctx.now} today={dayAt(ctx.now, DESK_TIME_ZONE).toString()} />
        <SettingsPanel article={desk} categories={parentOptions(categories)} />
        <Panel title={<span id={FILES_ID} tabIndex={-1} className="outline-none">{t("staff.files")}</span>}>
          <p className="pb-3 text-sm text-muted">{t(article.isPublic ? "staff.seenByAll" : "staff.seenByDesk")}</p>
          {article.files.length === 0 ? (
            <p className="py-2 text-sm">{t("staff.noFiles")}</p>
          ) : (
            <ol className="divide-y border-y">
              {article.files.map((file, index) => (
                <FileRow
                  key={file.id}
                  action={changeFileAction}
                  permalink={hrefOfArticle(article.slug)}
                  articleId={article.id}
                  file={file}
                  size={sizeText(file.size)}
                  isFirst={index === 0}
                  isLast={index === article.files.length - 1}
                  focusId={FILES_ID}
                  words={words}
                />
              ))}
            </ol>
          )}
          <div className="pt-5">
            <AddFiles
              action={attachAction}
              permalink={hrefOfArticle(article.slug)}
              articleId={article.id}
              files={formFiles(limits)}
              words={{ submit: t("staff.add"), submitting: t("staff.adding"), added: t("staff.added"), errorTitle: words.errorTitle, offline: words.offline, signIn: words.signIn, noScript: t("staff.noScript") }}
            />
          </div>
        </Panel>
        {opinion && <OpinionPanel opinion={opinion} now={ctx.now} />}
        <HistoryPanel article={desk} now={ctx.now} />
      </div>
    </div>
  );
}

function fileWords(): FileWords {
  const t = getTranslator("kb");
  return {
    up: t("staff.up", { name: "{name}" }),
    down: t("staff.down", { name: "{name}" }),
    remove: t("staff.remove", { name: "{name}" }),
    removed: t("staff.removed", { name: "{name}" }),
    moved: t("staff.moved", { name: "{name}" }),
    question: t("staff.removeQuestion", { name: "{name}" }),
    errorTitle: t("staff.errorTitle"),
    offline: t("staff.offline"),
    signIn: t("staff.signIn"),
  };
}
