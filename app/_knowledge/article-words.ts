import { sizeText } from "@/components/attachments/attachment-words";
import type { ArticleViewWords } from "@/components/kb/article-view";
import { getTranslator } from "@/lib/i18n/translator";

export function articleViewWords(): ArticleViewWords {
  const t = getTranslator("kb");
  return {
    breadcrumbs: getTranslator("ui")("breadcrumbs"),
    contents: t("article.contents"),
    files: t("article.files"),
    next: t("article.next"),
    print: t("article.print"),
    open: t("article.openFile"),
    download: t("article.downloadFile"),
    size: sizeText,
  };
}
