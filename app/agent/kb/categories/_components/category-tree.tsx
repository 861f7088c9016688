import { FolderTree, Lock, Users } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { getTranslator } from "@/lib/i18n/translator";
import { DEEPEST, type CategoryNode } from "@/lib/kb/categories/types";
import { moveAction } from "../actions";
import { CATEGORIES, hrefOfCategory, hrefOfNewCategory } from "../_data/addresses";
import { moveWords } from "../_data/words";
import { MoveForm } from "./move-form";

/** The tree as lists within lists, so that its levels can be heard too. */
export function CategoryTree({ nodes, parentId = null }: { nodes: readonly CategoryNode[]; parentId?: string | null }) {
  const level = nodes.filter((node) => node.parentId === parentId);
  if (parentId === null && level.length === 0) return <NoCategories />;
  return (
    <ol className={parentId === null ? "divide-y" : "ml-3 border-l pl-2 sm:ml-5 sm:pl-3"}>
      {level.map((node) => (
        <li key={node.id} className={parentId === null ? "py-2" : undefined}>
          <CategoryLine node={node} />
          {node.childCount > 0 && <CategoryTree nodes={nodes} parentId={node.id} />}
        </li>
      ))}
    </ol>
  );
}

function CategoryLine({ node }: { node: CategoryNode }) {
  const t = getTranslator("kbCategories");
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      <div className="min-w-0 grow basis-52">
        <a href={hrefOfCategory(node.id)} className="link inline-flex min-h-6 items-center font-medium wrap-anywhere">
          {node.name}
        </a>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
          <AudienceBadge node={node} />
          <span>{t("articleCount", { count: node.articleCount })}</span>
        </p>
      </div>
      <div className="flex items-center gap-1">
        {node.depth < DEEPEST && (
          <ButtonLink size="sm" variant="quiet" href={hrefOfNewCategory(node.id)} aria-label={t("addBelow", { name: node.name })}>
            {t("addBelowShort")}
          </ButtonLink>
        )}
        <MoveForm action={moveAction} permalink={CATEGORIES} id={{ name: "categoryId", value: node.id }} isFirst={node.isFirst} isLast={node.isLast} words={moveWords(node.name)} />
      </div>
    </div>
  );
}

/** For whom it is now, and whether that is its own doing. */
function AudienceBadge({ node }: { node: CategoryNode }) {
  const t = getTranslator("kbCategories");
  const { audience, effectiveAudience } = node;
  if (effectiveAudience === "public") return <Badge>{t("audience.public")}</Badge>;
  const Icon = effectiveAudience === "customers" ? Users : Lock;
  return (
    <>
      <Badge tone={effectiveAudience === "customers" ? "accent" : "warn"} icon={<Icon aria-hidden="true" />}>
        {t(`audience.${effectiveAudience}`)}
      </Badge>
      {audience !== effectiveAudience && <span>{t("inherited")}</span>}
    </>
  );
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
