import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { uploadWords } from "@/components/attachments/upload-words";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { getAttachmentLimits } from "@/lib/attachments/queries";
import { requireStaff } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { findDeskArticle } from "@/lib/kb/articles/queries";
import { slugSchema } from "@/lib/kb/schema";
import { renderDocument } from "@/lib/markdown/render";
import { SignedOutForms } from "../../../../_components/signed-out-forms";
import { deskCrumbs } from "../../../_data/desk-links";
import { ArticleForm } from "../../_components/article-form";
import { ARTICLES, hrefOfArticle, hrefOfEdit, hrefOfVersions, type RawQuery } from "../../_data/addresses";
import { beginArticle } from "../../_data/begin";
import { articleFormWords } from "../../_data/words";
import { previewAction, saveAction } from "../../actions";

export function generateMetadata(): Metadata {
  return { title: getTranslator("kbDesk")("edit.action") };
}

export default async function EditArticlePage({ params, searchParams }: { params: Promise<{ slug: string }>; searchParams: Promise<RawQuery> }) {
  const { slug } = await params;
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={hrefOfEdit(slug)} forms={[{ action: saveAction, names: ["title", "summary", "body", "tags", "note"] }]} />;
  const ctx = contextOf(await requireStaff());
  const article = slugSchema.safeParse(slug).success ? await findDeskArticle(ctx, slug) : null;
  if (!article) notFound();
  const { head } = article;
  const begun = await beginArticle(ctx, { article, address: hrefOfEdit(slug) });
  const t = getTranslator("kbDesk");
  return (
    <div className="min-w-0 p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-wide space-y-5">
        <PageHeader
          title={t("edit.title", { title: head.title })}
          lead={t("edit.lead", { version: head.number })}
          breadcrumbs={deskCrumbs({ label: t("list.title"), href: ARTICLES }, { label: head.title, href: hrefOfArticle(slug) })}
        />
        <ArticleForm
          action={saveAction}
          preview={previewAction}
          permalink={hrefOfEdit(slug)}
          // A draft that was thrown away leaves nothing behind; a page that is rendered anew while one types keeps its form.
          key={String((await searchParams).begin)}
          seed={begun.seed}
          found={begun.found}
          edited={{ articleId: article.id, head: begun.head, versionsHref: hrefOfVersions(slug) }}
          initial={begun.initial}
          initialHtml={renderDocument(begun.initial.body).html}
          pictures={{ limits: await getAttachmentLimits(ctx), words: uploadWords() }}
          words={articleFormWords("save")}
        />
      </div>
    </div>
  );
}
