import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireStaff } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { listFaqDesk } from "@/lib/kb/faq/queries";
import { SignedOutForms } from "../../../_components/signed-out-forms";
import type { Query } from "../../../_data/list-address";
import { deskCrumbs } from "../../_data/desk-links";
import { EntryForm } from "../_components/entry-form";
import { addEntryAction, findArticlesAction } from "../actions";
import { FAQ, hrefOfNewEntry } from "../_data/addresses";
import { entryFormWords } from "../_data/words";

export function generateMetadata(): Metadata {
  return { title: getTranslator("faqDesk")("form.newTitle") };
}

export default async function NewFaqPage({ searchParams }: { searchParams: Promise<Query> }) {
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={hrefOfNewEntry(null)} forms={[{ action: addEntryAction, names: ["question", "answer", "article"] }]} />;
  const ctx = contextOf(await requireStaff());
  const groups = await listFaqDesk(ctx);
  // Without a group there is no place for a question.
  if (groups.length === 0) redirect(FAQ);
  const { group } = await searchParams;
  const t = getTranslator("faqDesk");
  return (
    <div className="min-w-0 p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-3xl space-y-5">
        <PageHeader title={t("form.newTitle")} breadcrumbs={deskCrumbs({ label: t("title"), href: FAQ })} />
        <Card>
          <EntryForm
            action={addEntryAction}
            findArticles={findArticlesAction}
            permalink={hrefOfNewEntry(null)}
            initial={{ groupId: groups.find((each) => each.id === group)?.id ?? groups[0]!.id, question: "", answer: "", article: "" }}
            groups={groups.map(({ id, name }) => ({ value: id, label: name }))}
            words={entryFormWords("new")}
          />
        </Card>
      </div>
    </div>
  );
}
