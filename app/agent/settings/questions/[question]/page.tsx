import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Card, Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireAdmin } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { wouldHangOnItself } from "@/lib/questions/conditions";
import { findQuestion } from "@/lib/questions/queries";
import type { QuestionView } from "@/lib/questions/types";
import { deleteAction, editAction, restoreAction, retireAction } from "../actions";
import { QuestionForm } from "../_components/question-form";
import { SignedOutPage } from "../_components/signed-out-page";
import { StepForm } from "../_components/step-form";
import { hrefOfQuestion, hrefOfQuestions } from "../_data/addresses";
import { signedOutWords } from "../_data/signed-out-words";
import { formWords, stepWords } from "../_data/words";

type Props = { params: Promise<{ question: string }> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("questions")("edit.title") };
}

export default async function QuestionPage({ params }: Props) {
  const { question: id } = await params;
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutPage action={editAction} address={hrefOfQuestion(id)} words={signedOutWords()} />;
  const ctx = contextOf(await requireAdmin());
  const found = z.uuid().safeParse(id).success ? await findQuestion(ctx, id) : null;
  if (!found) notFound();
  const { department, question, questions } = found;
  const t = getTranslator("questions");
  // What hangs on this one, by whatever way, it cannot hang on.
  const others = questions.filter((each) => each.id !== id && !wouldHangOnItself(id, each.id, questions));
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader
          title={t("edit.title")}
          lead={t("edit.lead", { department: department.name, count: question.answers })}
          actions={<ButtonLink href={hrefOfQuestions({ department: department.slug })}>{t("edit.back")}</ButtonLink>}
        />
        <Card>
          <QuestionForm
            action={editAction}
            permalink={hrefOfQuestion(id)}
            hidden={{ name: "questionId", value: id }}
            version={question.version}
            initial={{ ...question, choices: question.choices.join("\n") }}
            others={others.map(({ id: otherId, label, choices }) => ({ id: otherId, label, choices: [...choices] }))}
            words={formWords("edit")}
          />
        </Card>
        <Retiring question={question} />
      </div>
    </div>
  );
}

/** A question that tickets answer is asked no more; only one that nobody answered can be deleted. */
function Retiring({ question }: { question: QuestionView }) {
  const t = getTranslator("questions");
  const step = { permalink: hrefOfQuestion(question.id), values: { questionId: question.id }, words: stepWords() };
  return (
    <Panel title={t(question.isRetired ? "retire.retiredTitle" : "retire.title")}>
      <div className="space-y-4 text-sm">
        <p className="text-muted">{t(question.isRetired ? "retire.retiredHint" : "retire.hint")}</p>
        {question.isRetired ? (
          <StepForm action={restoreAction} {...step}>
            {t("retire.restore")}
          </StepForm>
        ) : (
          <StepForm action={retireAction} {...step}>
            {t("retire.submit")}
          </StepForm>
        )}
        {question.answers === 0 ? (
          <>
            <p className="text-muted">{t("delete.hint")}</p>
            <StepForm action={deleteAction} {...step} button={{ variant: "danger" }}>
              {t("delete.submit")}
            </StepForm>
          </>
        ) : (
          <p className="text-muted">{t("delete.answered", { count: question.answers })}</p>
        )}
      </div>
    </Panel>
  );
}
