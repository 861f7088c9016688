import { CircleHelp } from "lucide-react";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireStaff } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { listFaqDesk } from "@/lib/kb/faq/queries";
import { SignedOutForms } from "../../_components/signed-out-forms";
import type { Query } from "../../_data/list-address";
import { DoneNotice } from "../../settings/synonyms/_components/done-notice";
import { deskCrumbs } from "../_data/desk-links";
import { FaqGroup } from "./_components/faq-group";
import { GroupNameForm } from "./_components/group-name-form";
import { addGroupAction, renameGroupAction } from "./actions";
import { FAQ, FAQ_DONE, hrefOfNewEntry } from "./_data/addresses";
import { groupNameWords } from "./_data/words";

export function generateMetadata(): Metadata {
  return { title: getTranslator("faqDesk")("title") };
}

/** Every question in its group and place, archived ones folded. */
export default async function FaqDeskPage({ searchParams }: { searchParams: Promise<Query> }) {
  if ((await isFormPost()) && !(await findPerson())) {
    return <SignedOutForms address={FAQ} forms={[{ action: addGroupAction, names: ["name"] }, { action: renameGroupAction, names: ["name"] }]} />;
  }
  const ctx = contextOf(await requireStaff());
  const { done } = await searchParams;
  const groups = await listFaqDesk(ctx);
  const t = getTranslator("faqDesk");
  const told = FAQ_DONE.find((each) => each === done);
  return (
    <div className="min-w-0 p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-3xl space-y-5">
        <PageHeader
          title={t("title")}
          lead={t("lead")}
          breadcrumbs={deskCrumbs()}
          actions={
            <>
              <ButtonLink href="/faq" isPlain>
                {t("public")}
              </ButtonLink>
              {groups.length > 0 && (
                <ButtonLink variant="primary" href={hrefOfNewEntry(null)}>
                  {t("add")}
                </ButtonLink>
              )}
            </>
          }
        />
        {told && <DoneNotice text={t(`done.${told}`)} />}
        {groups.length === 0 && (
          <EmptyState icon={<CircleHelp aria-hidden="true" />} title={t("empty")}>
            {t("emptyHint")}
          </EmptyState>
        )}
        {groups.map((group) => (
          <FaqGroup key={group.id} group={group} />
        ))}
        {groups.length === 0 ? (
          <Panel title={t("group.new")}>
            <GroupNameForm action={addGroupAction} permalink={FAQ} words={groupNameWords("new")} />
          </Panel>
        ) : (
          <Disclosure summary={t("group.new")}>
            <div className="rounded-lg border bg-surface p-4">
              <GroupNameForm action={addGroupAction} permalink={FAQ} words={groupNameWords("new")} />
            </div>
          </Disclosure>
        )}
      </div>
    </div>
  );
}
