import type { FaqItem } from "@/components/kb/faq-list";
import { getTranslator } from "@/lib/i18n/translator";
import type { FaqQuestion } from "@/lib/kb/types";
import { renderMarkdown } from "@/lib/markdown/render";
import { articleHref } from "./article-links";

export function faqItem(question: FaqQuestion): FaqItem {
  const t = getTranslator("public");
  return {
    slug: question.slug,
    question: question.question,
    answerHtml: renderMarkdown(question.answer),
    more: question.article && (
      <a href={articleHref(question.article.slug)} className="link">
        {t("faq.readMore", { title: question.article.title })}
      </a>
    ),
  };
}
