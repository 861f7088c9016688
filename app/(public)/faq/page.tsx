import { CircleHelp } from "lucide-react";
import type { Metadata } from "next";
import { FaqList } from "@/components/kb/faq-list";
import { KnowledgeSearch } from "@/components/kb/knowledge-search";
import { Stuck } from "@/components/kb/stuck";
import { TableOfContents } from "@/components/kb/table-of-contents";
import { Container } from "@/components/layout/container";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { publicContext } from "@/lib/actions/context";
import { getTranslator } from "@/lib/i18n/translator";
import { listFaq } from "@/lib/kb/faq-queries";
import { renderMarkdown } from "@/lib/markdown/render";
import { JsonLd } from "../_components/json-ld";
import { faqItem } from "../_data/faq-items";
import { pageMetadata } from "../_data/metadata";
import { searchWords } from "../_data/search-words";
import { faqPage } from "../_data/structured-data";

export const revalidate = 60;

export function generateMetadata(): Metadata {
  const t = getTranslator("public");
  return pageMetadata({ title: t("faq.title"), description: t("faq.description"), path: "/faq" });
}

export default async function FaqPage() {
  const t = getTranslator("public");
  const groups = await listFaq(publicContext());
  const groupId = (slug: string) => `tema-${slug}`;
  return (
    <Container className="space-y-10 pt-10">
      {groups.length > 0 && <JsonLd data={faqPage(groups, renderMarkdown)} />}
      <div className="space-y-6">
        <PageHeader title={t("faq.title")} lead={t("faq.lead")} />
        <div className="max-w-[40rem]">
          <KnowledgeSearch id="buscar" words={searchWords("faq")} kind="faq" size="lg" />
        </div>
      </div>
      {groups.length === 0 && (
        <EmptyState icon={<CircleHelp />} title={t("faq.emptyTitle")}>
          {t("faq.emptyText")}
        </EmptyState>
      )}
      <div className="lg:grid lg:grid-cols-[minmax(0,40rem)_15rem] lg:justify-between lg:gap-16">
        <div className="space-y-10">
          {groups.map((group) => (
            <section key={group.slug} aria-labelledby={groupId(group.slug)}>
              <h2 id={groupId(group.slug)} className="mb-3 scroll-mt-6 text-lg font-semibold">
                {group.name}
              </h2>
              <FaqList items={group.questions.map((question) => faqItem(question))} />
            </section>
          ))}
          <Stuck
            title={t("faq.stuckTitle")}
            text={t("faq.stuckText")}
            action={{ href: "/portal/tickets/new", label: t("footer.newTicket") }}
          />
        </div>
        {groups.length > 1 && (
          <div className="hidden lg:block">
            <div className="sticky top-8">
              <TableOfContents
                label={t("faq.groups")}
                items={groups.map((group) => ({ id: groupId(group.slug), text: group.name, level: 2 }))}
              />
            </div>
          </div>
        )}
      </div>
    </Container>
  );
}
