import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { uploadWords } from "@/components/attachments/upload-words";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { getAttachmentLimits } from "@/lib/attachments/queries";
import { requireStaff } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { listCategoryTree } from "@/lib/kb/categories/queries";
import { renderDocument } from "@/lib/markdown/render";
import { SignedOutForms } from "../../../_components/signed-out-forms";
import { deskCrumbs } from "../../_data/desk-links";
import { parentOptions } from "../../categories/_data/words";
import { ArticleForm } from "../_components/article-form";
import { ARTICLES, NEW_ARTICLE, type RawQuery } from "../_data/addresses";
import { beginArticle } from "../_data/begin";
import { articleFormWords, audienceOptions } from "../_data/words";
import { createAction, previewAction } from "../actions";

export function generateMetadata(): Metadata {
  return { title: getTranslator("kbDesk")("new.title") };
}

/** `title` in the address is what it begins with: a search without a result leads here. */
export default async function NewArticlePage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={NEW_ARTICLE} forms={[{ action: createAction, names: ["title", "summary", "body", "tags"] }]} />;
  const ctx = contextOf(await requireStaff());
  const { title: asked, begin } = await searchParams;
  const title = typeof asked === "string" ? asked.toWellFormed().slice(0, 150) : "";
  const { seed, found, initial } = await beginArticle(ctx, { article: null, address: title ? `${NEW_ARTICLE}?${new URLSearchParams({ title })}` : NEW_ARTICLE, title });
  const t = getTranslator("kbDesk");
  return (
    <div className="min-w-0 p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-wide space-y-5">
        <PageHeader title={t("new.title")} lead={t("new.lead")} breadcrumbs={deskCrumbs({ label: t("list.title"), href: ARTICLES })} />
        <ArticleForm
          action={createAction}
          preview={previewAction}
          permalink={NEW_ARTICLE}
          // A draft that was thrown away leaves nothing behind; a page that is rendered anew while one types keeps its form.
          key={String(begin)}
          seed={seed}
          found={found}
          chosen={{ categories: parentOptions(await listCategoryTree(ctx)), audiences: audienceOptions() }}
          initial={initial}
          initialHtml={initial.body === "" ? "" : renderDocument(initial.body).html}
          pictures={{ limits: await getAttachmentLimits(ctx), words: uploadWords() }}
          words={articleFormWords("create")}
        />
      </div>
    </div>
  );
}
