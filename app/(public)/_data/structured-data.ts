import type { ArticlePage, FaqGroupView } from "@/lib/kb/types";

/** Schema.org as search engines read it. `siteUrl` without a slash at its end. */

export function breadcrumbList(siteUrl: string, items: Array<{ name: string; path: string }>): object {
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: items.map((item, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: item.name,
      item: `${siteUrl}${item.path}`,
    })),
  };
}

export function articleData(siteUrl: string, { article, publisher }: { article: ArticlePage; publisher: string }): object {
  const url = `${siteUrl}/kb/articles/${article.slug}`;
  return {
    "@context": "https://schema.org",
    "@type": "Article",
    headline: article.title,
    description: article.summary,
    articleSection: article.category.name,
    inLanguage: "es-MX",
    url,
    mainEntityOfPage: url,
    image: `${siteUrl}/og.png`,
    datePublished: article.publishedAt.toString(),
    dateModified: article.updatedAt.toString(),
    author: { "@type": "Organization", name: publisher, url: siteUrl },
    publisher: { "@type": "Organization", name: publisher, url: siteUrl, logo: { "@type": "ImageObject", url: `${siteUrl}/icon-512.png` } },
  };
}

export function faqPage(groups: FaqGroupView[], answerHtml: (markdown: string) => string): object {
  return {
    "@context": "https://schema.org",
    "@type": "FAQPage",
    mainEntity: groups.flatMap((group) =>
      group.questions.map((question) => ({
        "@type": "Question",
        name: question.question,
        acceptedAnswer: { "@type": "Answer", text: answerHtml(question.answer) },
      })),
    ),
  };
}

export function searchableSite(siteUrl: string, name: string): object {
  return {
    "@context": "https://schema.org",
    "@type": "WebSite",
    name,
    url: siteUrl,
    inLanguage: "es-MX",
    potentialAction: {
      "@type": "SearchAction",
      target: { "@type": "EntryPoint", urlTemplate: `${siteUrl}/kb/search?q={search_term_string}` },
      "query-input": "required name=search_term_string",
    },
  };
}
