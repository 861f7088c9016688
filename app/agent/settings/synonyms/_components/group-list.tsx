import { Replace } from "lucide-react";
import { Moment } from "@/components/tickets/moment";
import { ButtonLink } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { getTranslator } from "@/lib/i18n/translator";
import type { SynonymGroupView } from "@/lib/synonyms/types";
import { hrefOfGroup } from "../_data/addresses";

/** `changed` is the group that was just saved. */
export function GroupList({ groups, changed, now }: { groups: SynonymGroupView[]; changed: string | null; now: Temporal.Instant }) {
  const t = getTranslator("synonyms");
  if (groups.length === 0) {
    return (
      <EmptyState icon={<Replace aria-hidden="true" />} title={t("list.empty")}>
        {t("list.emptyHint")}
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y">
      {groups.map((group) => (
        <li key={group.id} className={cn("flex items-start gap-3 px-4 py-2 sm:px-5", group.id === changed && "bg-accent-soft")}>
          <div className="min-w-0 grow py-1">
            <ul className="flex flex-wrap gap-x-1.5 gap-y-1">
              {group.expressions.map((expression) => (
                <li key={expression} className="max-w-full rounded-sm bg-sunken px-1.5 py-0.5 text-sm inset-ring inset-ring-line">
                  {expression}
                </li>
              ))}
            </ul>
            <LastEdit group={group} now={now} />
          </div>
          <ButtonLink size="sm" href={hrefOfGroup(group.id)} aria-label={t("list.editLong", { expression: group.expressions[0] ?? "" })}>
            {t("list.edit")}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}

/** Nothing of a group that came with the product and was never touched; one whose editor is gone has its date. */
function LastEdit({ group, now }: { group: SynonymGroupView; now: Temporal.Instant }) {
  const t = getTranslator("synonyms");
  if (group.updatedByName === null && group.version === 1) return null;
  return (
    <p className="mt-1 text-xs text-muted">
      {group.updatedByName === null ? t("list.edited") : t("list.editedBy", { name: group.updatedByName })} <Moment at={group.updatedAt} now={now} isRelativeFirst />
    </p>
  );
}
