import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Card, Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireStaff } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { isUuid } from "@/lib/files/ids";
import { getTranslator } from "@/lib/i18n/translator";
import { findFaqEntry, listFaqDesk } from "@/lib/kb/faq/queries";
import type { FaqEntryView } from "@/lib/kb/faq/types";
import { SignedOutForms } from "../../../_components/signed-out-forms";
import { StepForm } from "../../../settings/questions/_components/step-form";
import { deskCrumbs } from "../../_data/desk-links";
import { EntryForm } from "../_components/entry-form";
import { archiveEntryAction, editEntryAction, findArticlesAction, unarchiveEntryAction } from "../actions";
import { FAQ, hrefOfEntry, hrefOfVersions } from "../_data/addresses";
import { entryFormWords, stepWords } from "../_data/words";

type Props = { params: Promise<{ entry: string }> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("faqDesk")("form.editTitle") };
}

export default async function FaqEntryPage({ params }: Props) {
  const { entry: id } = await params;
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={hrefOfEntry(id)} forms={[{ action: editEntryAction, names: ["question", "answer", "article"] }]} />;
  const ctx = contextOf(await requireStaff());
  const [entry, groups] = await Promise.all([isUuid(id) ? findFaqEntry(ctx, id) : null, listFaqDesk(ctx)]);
  if (!entry) notFound();
  const t = getTranslator("faqDesk");
  return (
    <div className="min-w-0 p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-3xl space-y-5">
        <PageHeader
          title={t("form.editTitle")}
          breadcrumbs={deskCrumbs({ label: t("title"), href: FAQ })}
          actions={<ButtonLink href={hrefOfVersions(id)}>{t("entry.versions", { count: entry.version })}</ButtonLink>}
        />
        <Card>
          <EntryForm
            action={editEntryAction}
            findArticles={findArticlesAction}
            permalink={hrefOfEntry(id)}
            edited={{ entryId: id, version: entry.version, versionsHref: hrefOfVersions(id) }}
            initial={{ groupId: entry.groupId, question: entry.question, answer: entry.answer, article: entry.article ? `/kb/articles/${entry.article.slug}` : "" }}
            groups={groups.map(({ id: value, name }) => ({ value, label: name }))}
            words={entryFormWords("edit")}
          />
        </Card>
        <Archive entry={entry} />
      </div>
    </div>
  );
}

function Archive({ entry }: { entry: FaqEntryView }) {
  const t = getTranslator("faqDesk");
  const { isArchived } = entry;
  return (
    <Panel title={t(isArchived ? "entry.archivedTitle" : "entry.archiveTitle")}>
      <div className="space-y-3 text-sm">
        <p className="text-muted">{t(isArchived ? "entry.archivedHint" : "entry.archiveHint")}</p>
        <StepForm action={isArchived ? unarchiveEntryAction : archiveEntryAction} permalink={hrefOfEntry(entry.id)} values={{ entryId: entry.id }} words={stepWords(t("entry.working"))}>
          {t(isArchived ? "entry.unarchive" : "entry.archive")}
        </StepForm>
      </div>
    </Panel>
  );
}
