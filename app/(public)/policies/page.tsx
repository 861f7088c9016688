import { Scale } from "lucide-react";
import type { Metadata } from "next";
import { ArticleList } from "@/components/kb/article-list";
import { Container } from "@/components/layout/container";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { publicContext } from "@/lib/actions/context";
import { getTranslator } from "@/lib/i18n/translator";
import { listPolicies } from "@/lib/policies/queries";
import { pageMetadata } from "../_data/metadata";

export const revalidate = 60;

export function generateMetadata(): Metadata {
  const t = getTranslator("public");
  return pageMetadata({ title: t("policies.title"), description: t("policies.description"), path: "/policies" });
}

export default async function PoliciesPage() {
  const t = getTranslator("public");
  const policies = await listPolicies(publicContext());
  return (
    <Container size="narrow" className="space-y-8 pt-10">
      <PageHeader title={t("policies.title")} lead={t("policies.lead")} />
      {policies.length === 0 ? (
        <EmptyState icon={<Scale />} title={t("policies.emptyTitle")}>
          {t("policies.emptyText")}
        </EmptyState>
      ) : (
        <ArticleList items={policies.map((policy) => ({ href: `/policies/${policy.slug}`, title: policy.title, summary: policy.summary }))} />
      )}
    </Container>
  );
}
