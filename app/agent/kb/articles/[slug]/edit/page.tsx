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
import { ARTICLES, hrefOfArticle, hrefOfEdit, hrefOfVersions } from "../../_data/addresses";
import { articleFormWords } from "../../_data/words";
import { previewAction, saveAction } from "../../actions";

export function generateMetadata(): Metadata {
  return { title: getTranslator("kbDesk")("edit.action") };
}

export default async function EditArticlePage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={hrefOfEdit(slug)} forms={[{ action: saveAction, names: ["title", "summary", "body", "tags", "note"] }]} />;
  const ctx = contextOf(await requireStaff());
  const article = slugSchema.safeParse(slug).success ? await findDeskArticle(ctx, slug) : null;
  if (!article) notFound();
  const { head } = article;
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
          edited={{ articleId: article.id, head: article.headVersion, versionsHref: hrefOfVersions(slug) }}
          initial={{ title: head.title, summary: head.summary, body: head.body, tags: head.tags.join(", ") }}
          initialHtml={renderDocument(head.body).html}
          pictures={{ limits: await getAttachmentLimits(ctx), words: uploadWords() }}
          words={articleFormWords("save")}
        />
      </div>
    </div>
  );
}
