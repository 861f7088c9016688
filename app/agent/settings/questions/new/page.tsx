import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireAdmin } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { listDepartmentQuestions } from "@/lib/questions/queries";
import type { Query } from "../../../_data/list-address";
import { addAction } from "../actions";
import { QuestionForm } from "../_components/question-form";
import { SignedOutPage } from "../_components/signed-out-page";
import { hrefOfNewQuestion, hrefOfQuestions } from "../_data/addresses";
import { signedOutWords } from "../_data/signed-out-words";
import { formWords } from "../_data/words";

type Props = { searchParams: Promise<Query> };

const EMPTY = { label: "", hint: "", kind: "text", choices: "", isRequired: false, shownWhen: null };

export function generateMetadata(): Metadata {
  return { title: getTranslator("questions")("add.title") };
}

export default async function NewQuestionPage({ searchParams }: Props) {
  const slug = String((await searchParams).department ?? "");
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutPage action={addAction} address={hrefOfNewQuestion(slug)} words={signedOutWords()} />;
  const ctx = contextOf(await requireAdmin());
  const view = (await listDepartmentQuestions(ctx)).find(({ department }) => department.slug === slug);
  if (!view) notFound();
  const { department, questions } = view;
  const t = getTranslator("questions");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader title={t("add.title")} lead={t("add.lead", { department: department.name })} actions={<ButtonLink href={hrefOfQuestions({ department: slug })}>{t("edit.back")}</ButtonLink>} />
        <Card>
          <QuestionForm
            action={addAction}
            permalink={hrefOfNewQuestion(slug)}
            hidden={{ name: "departmentId", value: department.id }}
            initial={EMPTY}
            others={questions.map(({ id, label, choices }) => ({ id, label, choices: [...choices] }))}
            words={formWords("add")}
          />
        </Card>
      </div>
    </div>
  );
}
