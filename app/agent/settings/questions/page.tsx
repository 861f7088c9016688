import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Panel } from "@/components/ui/panel";
import { TabLinks } from "@/components/ui/tab-links";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireAdmin } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/translator";
import { listDepartmentQuestions } from "@/lib/questions/queries";
import { QUESTIONS_MAX, type DepartmentQuestionsView } from "@/lib/questions/types";
import { TICKET_PRIORITIES } from "@/lib/tickets/types";
import type { Query } from "../../_data/list-address";
import { DoneNotice } from "../synonyms/_components/done-notice";
import { moveAction } from "./actions";
import { LinkBuilder } from "./_components/link-builder";
import { QuestionList } from "./_components/question-list";
import { SignedOutPage } from "./_components/signed-out-page";
import { hrefOfNewQuestion, hrefOfQuestions } from "./_data/addresses";
import { signedOutWords } from "./_data/signed-out-words";
import { linkWords } from "./_data/words";

type Props = { searchParams: Promise<Query> };

const DONE = ["added", "saved", "retired", "restored", "deleted"] as const;

export function generateMetadata(): Metadata {
  return { title: getTranslator("questions")("title") };
}

/** What each department asks on its tickets' form, and addresses that fill it in. */
export default async function QuestionsPage({ searchParams }: Props) {
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutPage action={moveAction} address={hrefOfQuestions()} words={signedOutWords()} />;
  const ctx = contextOf(await requireAdmin());
  const query = await searchParams;
  const departments = await listDepartmentQuestions(ctx);
  const current = departments.find(({ department }) => department.slug === query.department) ?? departments[0];
  const done = DONE.find((each) => each === query.done);
  const t = getTranslator("questions");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-page space-y-5">
        <PageHeader title={t("title")} lead={t("lead")} />
        {done && <DoneNotice text={t(`done.${done}`)} />}
        <TabLinks
          label={t("departments")}
          items={departments.map(({ department, questions }) => ({
            href: hrefOfQuestions({ department: department.slug }),
            label: department.name,
            count: questions.length,
            isCurrent: department.id === current?.department.id,
          }))}
        />
        {current && <Department key={current.department.id} view={current} />}
      </div>
    </div>
  );
}

function Department({ view: { department, questions, retired } }: { view: DepartmentQuestionsView }) {
  const t = getTranslator("questions");
  const address = hrefOfQuestions({ department: department.slug });
  const isFull = questions.length >= QUESTIONS_MAX;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="space-y-5">
        <Panel
          title={t("list.title", { department: department.name })}
          actions={
            isFull ? (
              <p className="text-sm text-muted">{t("list.full", { max: QUESTIONS_MAX })}</p>
            ) : (
              <ButtonLink variant="primary" size="sm" href={hrefOfNewQuestion(department.slug)}>
                {t("list.add")}
              </ButtonLink>
            )
          }
          isFlush
        >
          <QuestionList questions={questions} address={address} />
        </Panel>
        {retired.length > 0 && (
          <Disclosure summary={t("list.retired", { count: retired.length })} className="text-sm">
            <div className="rounded-lg border bg-surface">
              <QuestionList questions={retired} address={address} />
            </div>
          </Disclosure>
        )}
      </div>
      <Panel title={t("link.title")}>
        <p className="pb-4 text-sm text-muted">{t("link.lead", { department: department.name })}</p>
        <LinkBuilder
          base={`${env().APP_URL}/portal/tickets/new`}
          department={department.slug}
          priorities={TICKET_PRIORITIES.filter((each) => each !== "high").map((value) => ({ value, label: getTranslator("tickets")(`priority.${value}`) }))}
          questions={questions}
          words={linkWords()}
        />
      </Panel>
    </div>
  );
}
