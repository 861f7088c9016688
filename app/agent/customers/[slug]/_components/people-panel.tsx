import { Users } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import type { PersonRow } from "@/lib/customers/views";
import { getTranslator } from "@/lib/i18n/translator";
import { hrefOfInvitations, hrefOfPerson } from "../../_data/addresses";

export function PeoplePanel({ slug, people, mayEdit }: { slug: string; people: PersonRow[]; mayEdit: boolean }) {
  const t = getTranslator("customers");
  return (
    <Panel
      title={t("people.title")}
      isFlush
      actions={
        <ButtonLink size="sm" href={hrefOfInvitations(slug)}>
          {t("people.invite")}
        </ButtonLink>
      }
    >
      {people.length === 0 && (
        <EmptyState icon={<Users aria-hidden="true" />} title={t("people.none")}>
          {t("people.noneHint")}
        </EmptyState>
      )}
      <ul className="divide-y">
        {people.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
            <div className="min-w-0">
              <p className="font-medium break-words">{person.name}</p>
              <p className="text-sm break-all text-muted">{person.email}</p>
            </div>
            <div className="flex flex-wrap items-center gap-2">
              {person.isSuspended && <Badge tone="danger">{t("people.suspended")}</Badge>}
              <Badge tone={person.role === "manager" ? "accent" : "neutral"}>{t(`people.${person.role}`)}</Badge>
              {mayEdit && (
                <ButtonLink size="sm" href={hrefOfPerson(slug, person.id)} aria-label={t("people.changeLong", { name: person.name })}>
                  {t("people.change")}
                </ButtonLink>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
