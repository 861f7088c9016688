import { FolderTree } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { getTranslator } from "@/lib/i18n/translator";
import { DEEPEST, type CategoryNode } from "@/lib/kb/categories/types";
import { moveAction } from "../actions";
import { CATEGORIES, hrefOfNewCategory } from "../_data/addresses";
import { treeWords } from "../_data/words";
import { TreeForm, type TreeRow } from "./tree-form";

/** The whole tree. Its rows go to the form as data: as elements, two hundred of them would take the server twice as long. */
export function CategoryTree({ nodes }: { nodes: readonly CategoryNode[] }) {
  if (nodes.length === 0) return <NoCategories />;
  return <TreeForm action={moveAction} permalink={CATEGORIES} rows={nodes.map(rowOf)} words={treeWords()} />;
}

function rowOf({ id, parentId, name, audience, effectiveAudience, articleCount, depth, isFirst, isLast }: CategoryNode): TreeRow {
  const articles = getTranslator("kbCategories")("articleCount", { count: articleCount });
  return { id, parentId, name, articles, audience: effectiveAudience, isInherited: audience !== effectiveAudience, canHold: depth < DEEPEST, isFirst, isLast };
}

function NoCategories() {
  const t = getTranslator("kbCategories");
  return (
    <EmptyState
      icon={<FolderTree aria-hidden="true" />}
      title={t("empty")}
      actions={
        <ButtonLink variant="primary" href={hrefOfNewCategory(null)}>
          {t("add")}
        </ButtonLink>
      }
    >
      {t("emptyHint")}
    </EmptyState>
  );
}
