import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { listCategoryTree } from "@/lib/kb/categories/queries";
import type { Query } from "../../_data/list-address";
import { DoneNotice } from "../../settings/synonyms/_components/done-notice";
import { deskCrumbs } from "../_data/desk-links";
import { CategoryTree } from "./_components/category-tree";
import { hrefOfNewCategory } from "./_data/addresses";

const DONE = ["added", "saved", "deleted"] as const;

export function generateMetadata(): Metadata {
  return { title: getTranslator("kbCategories")("title") };
}

/** Every category in its place, with who may read it. */
export default async function CategoriesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const ctx = contextOf(await requireStaff());
  const { done } = await searchParams;
  const nodes = await listCategoryTree(ctx);
  const t = getTranslator("kbCategories");
  const told = DONE.find((each) => each === done);
  return (
    <div className="min-w-0 p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-3xl space-y-5">
        <PageHeader
          title={t("title")}
          lead={t("lead")}
          breadcrumbs={deskCrumbs()}
          actions={
            <ButtonLink variant="primary" href={hrefOfNewCategory(null)}>
              {t("add")}
            </ButtonLink>
          }
        />
        {told && <DoneNotice text={t(`done.${told}`)} />}
        <Card className="py-1 sm:py-2">
          <CategoryTree nodes={nodes} />
        </Card>
      </div>
    </div>
  );
}
