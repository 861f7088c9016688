import { ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Panel } from "@/components/ui/panel";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { getTranslator } from "@/lib/i18n/translator";
import type { FaqDeskGroup, FaqDeskQuestion } from "@/lib/kb/faq/types";
import { StepForm } from "../../../settings/questions/_components/step-form";
import { MoveForm } from "../../../_components/move-form";
import { deleteGroupAction, moveEntryAction, moveGroupAction, renameGroupAction } from "../actions";
import { FAQ, hrefOfEntry, hrefOfNewEntry } from "../_data/addresses";
import { groupNameWords, rowWords, stepWords } from "../_data/words";
import { GroupNameForm } from "./group-name-form";
import { QuestionRows } from "./question-rows";

/** A group with its questions, and what can be done with both. */
export function FaqGroup({ group }: { group: FaqDeskGroup }) {
  const t = getTranslator("faqDesk");
  const open = { name: group.name };
  return (
    <Panel
      title={<span className="wrap-anywhere">{group.name}</span>}
      actions={
        <span className="flex items-center gap-1">
          <ButtonLink size="sm" variant="quiet" href={hrefOfNewEntry(group.id)} aria-label={t("addIn", { group: group.name })}>
            {t("add")}
          </ButtonLink>
          <MoveForm
            action={moveGroupAction}
            permalink={FAQ}
            id={{ name: "groupId", value: group.id }}
            isFirst={group.isFirst}
            isLast={group.isLast}
            words={{ up: t("move.up", open), down: t("move.down", open), done: t("move.groupAt", open), first: t("move.first", open), last: t("move.last", open), invalid: t("form.invalid"), offline: t("form.offline"), signIn: t("form.signIn") }}
          />
        </span>
      }
    >
      <div className="space-y-3">
        {group.questions.length === 0 && <p className="text-sm text-muted">{t("emptyGroup")}</p>}
        <QuestionRows action={moveEntryAction} permalink={FAQ} rows={group.questions.map((question) => ({ id: question.id, question: question.question, href: hrefOfEntry(question.id), note: noteOf(question) }))} words={rowWords()} />
        {group.archived.length > 0 && (
          <Disclosure summary={t("archived", { count: group.archived.length })} className="text-sm">
            <ul className="space-y-1">
              {group.archived.map((question) => (
                <li key={question.id}>
                  <a href={hrefOfEntry(question.id)} className="link inline-flex min-h-6 items-center wrap-anywhere">
                    {question.question}
                  </a>
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
        <Disclosure summary={<>{t("group.changeShort")} <VisuallyHidden>{group.name}</VisuallyHidden></>} className="text-sm">
          <div className="space-y-4 rounded-md border p-4">
            <GroupNameForm action={renameGroupAction} permalink={FAQ} edited={{ groupId: group.id, name: group.name, version: group.version }} words={groupNameWords("change")} />
            {group.questions.length + group.archived.length > 0 ? (
              <p className="text-muted">{t("group.notEmpty")}</p>
            ) : (
              <StepForm action={deleteGroupAction} permalink={FAQ} values={{ groupId: group.id }} button={{ variant: "danger" }} words={stepWords(t("group.deleting"))}>
                {t("group.delete")}
              </StepForm>
            )}
          </div>
        </Disclosure>
      </div>
    </Panel>
  );
}

function noteOf({ article }: FaqDeskQuestion): string | null {
  const t = getTranslator("faqDesk");
  if (!article) return null;
  const leads = t("leadsTo", { title: article.title });
  return article.isPublic ? leads : `${leads} (${t("notPublic")})`;
}
