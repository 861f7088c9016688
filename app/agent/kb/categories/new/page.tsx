import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireStaff } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { listCategoryTree } from "@/lib/kb/categories/queries";
import { placesFor } from "@/lib/kb/categories/tree";
import { SignedOutForms } from "../../../_components/signed-out-forms";
import type { Query } from "../../../_data/list-address";
import { deskCrumbs } from "../../_data/desk-links";
import { CategoryForm } from "../_components/category-form";
import { CATEGORIES, hrefOfNewCategory } from "../_data/addresses";
import { formWords, parentOptions } from "../_data/words";
import { addAction } from "../actions";

export function generateMetadata(): Metadata {
  return { title: getTranslator("kbCategories")("new.title") };
}

export default async function NewCategoryPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { parent } = await searchParams;
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={hrefOfNewCategory(null)} forms={[{ action: addAction, names: ["name", "description"] }]} />;
  const ctx = contextOf(await requireStaff());
  const places = placesFor(null, await listCategoryTree(ctx));
  const within = places.find((node) => node.id === parent) ?? null;
  const t = getTranslator("kbCategories");
  return (
    <div className="min-w-0 p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader title={t("new.title")} breadcrumbs={deskCrumbs({ label: t("title"), href: CATEGORIES })} />
        <Card>
          <CategoryForm
            action={addAction}
            permalink={hrefOfNewCategory(within?.id ?? null)}
            initial={{ name: "", description: "", audience: within?.effectiveAudience ?? "public", parentId: within?.id ?? null }}
            parents={parentOptions(places)}
            words={formWords("new")}
          />
        </Card>
      </div>
    </div>
  );
}
