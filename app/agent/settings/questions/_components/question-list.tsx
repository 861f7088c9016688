import { ArrowDown, ArrowUp, ListChecks } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { getTranslator } from "@/lib/i18n/translator";
import type { QuestionView } from "@/lib/questions/types";
import { moveAction } from "../actions";
import { hrefOfQuestion } from "../_data/addresses";
import { stepWords } from "../_data/words";
import { StepForm } from "./step-form";

/** What a department asks, in its order. Those that are asked no more cannot be moved. */
export function QuestionList({ questions, address }: { questions: QuestionView[]; address: string }) {
  const t = getTranslator("questions");
  if (questions.length === 0) return <EmptyState icon={<ListChecks aria-hidden="true" />} title={t("list.empty")}>{t("list.emptyHint")}</EmptyState>;
  const labels = new Map(questions.map(({ id, label }) => [id, label]));
  return (
    <ol className="divide-y">
      {questions.map((question, at) => (
        <li key={question.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-4 py-4 sm:px-5">
          <div className="min-w-0 grow basis-64 space-y-1.5">
            <p className="font-medium wrap-anywhere">{question.label}</p>
            <QuestionFacts question={question} otherLabel={question.shownWhen ? (labels.get(question.shownWhen.questionId) ?? null) : null} />
          </div>
          <div className="flex flex-wrap items-start gap-2">
            {!question.isRetired && (
              <>
                <Step question={question} direction="up" isEnd={at === 0} address={address} />
                <Step question={question} direction="down" isEnd={at === questions.length - 1} address={address} />
              </>
            )}
            <ButtonLink size="sm" href={hrefOfQuestion(question.id)} aria-label={t("list.editLong", { label: question.label })}>
              {t("list.edit")}
            </ButtonLink>
          </div>
        </li>
      ))}
    </ol>
  );
}

function QuestionFacts({ question, otherLabel }: { question: QuestionView; otherLabel: string | null }) {
  const t = getTranslator("questions");
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
        <Badge>{t(`kind.${question.kind}`)}</Badge>
        {question.isRequired && <Badge tone="accent">{t("list.required")}</Badge>}
        <span>{t("list.answers", { count: question.answers })}</span>
        <code className="text-xs">answer.{question.key}</code>
      </p>
      {question.choices.length > 0 && <p className="text-sm text-muted">{question.choices.join(" · ")}</p>}
      {question.shownWhen && otherLabel && (
        <p className="text-sm text-muted">
          {question.shownWhen.values.length === 0
            ? t("list.whenAny", { question: otherLabel })
            : t("list.when", { question: otherLabel, values: new Intl.ListFormat("es-MX", { type: "disjunction" }).format(question.shownWhen.values.map((value) => `«${value}»`)) })}
        </p>
      )}
    </>
  );
}

function Step({ question, direction, isEnd, address }: { question: QuestionView; direction: "up" | "down"; isEnd: boolean; address: string }) {
  const t = getTranslator("questions");
  if (isEnd) return null;
  const Icon = direction === "up" ? ArrowUp : ArrowDown;
  return (
    <StepForm action={moveAction} permalink={address} values={{ questionId: question.id, direction }} words={stepWords()}>
      <Icon aria-hidden="true" className="size-4" />
      <span className="sr-only">{t(`list.${direction}`, { label: question.label })}</span>
    </StepForm>
  );
}
