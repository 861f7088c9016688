import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { Card, Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireStaff } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { listCategoryTree } from "@/lib/kb/categories/queries";
import { placesFor } from "@/lib/kb/categories/tree";
import type { CategoryNode } from "@/lib/kb/categories/types";
import { SignedOutForms } from "../../../_components/signed-out-forms";
import { StepForm } from "../../../settings/questions/_components/step-form";
import { ARTICLES } from "../../articles/_data/addresses";
import { deskCrumbs } from "../../_data/desk-links";
import { CategoryForm } from "../_components/category-form";
import { CATEGORIES, hrefOfCategory } from "../_data/addresses";
import { formWords, parentOptions } from "../_data/words";
import { deleteAction, editAction } from "../actions";

type Props = { params: Promise<{ category: string }> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("kbCategories")("change.title") };
}

export default async function CategoryEditPage({ params }: Props) {
  const { category: id } = await params;
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={hrefOfCategory(id)} forms={[{ action: editAction, names: ["name", "description"] }]} />;
  const ctx = contextOf(await requireStaff());
  const nodes = await listCategoryTree(ctx);
  const category = nodes.find((node) => node.id === id);
  if (!category) notFound();
  const t = getTranslator("kbCategories");
  return (
    <div className="min-w-0 p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader
          title={t("change.title")}
          lead={t("change.address", { slug: category.slug })}
          breadcrumbs={deskCrumbs({ label: t("title"), href: CATEGORIES })}
        />
        <Card>
          <CategoryForm
            action={editAction}
            permalink={hrefOfCategory(id)}
            edited={{ categoryId: id, version: category.version }}
            initial={category}
            parents={parentOptions(placesFor(id, nodes))}
            words={formWords("change")}
          />
        </Card>
        <Removal category={category} />
      </div>
    </div>
  );
}

/** Only what is empty can go; otherwise it says what is in the way. */
function Removal({ category }: { category: CategoryNode }) {
  const t = getTranslator("kbCategories");
  const { id, childCount, articleCount } = category;
  return (
    <Panel title={t("delete.title")}>
      <div className="space-y-3 text-sm">
        {childCount > 0 && <p className="text-muted">{t("delete.children", { count: childCount })}</p>}
        {articleCount > 0 && (
          <p className="text-muted">
            {t("delete.articles", { count: articleCount })}{" "}
            <a href={ARTICLES} className="link">
              {t("delete.articlesLink")}
            </a>
          </p>
        )}
        {childCount === 0 && articleCount === 0 && (
          <>
            <p className="text-muted">{t("delete.hint")}</p>
            <StepForm
              action={deleteAction}
              permalink={hrefOfCategory(id)}
              values={{ categoryId: id }}
              button={{ variant: "danger" }}
              words={{ invalid: t("form.invalid"), signIn: t("form.signIn"), offline: t("form.offline"), submitting: t("delete.submitting") }}
            >
              {t("delete.submit")}
            </StepForm>
          </>
        )}
      </div>
    </Panel>
  );
}
