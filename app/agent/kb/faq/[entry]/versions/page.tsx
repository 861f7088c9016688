import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { Disclosure } from "@/components/ui/disclosure";
import { Panel } from "@/components/ui/panel";
import { Prose } from "@/components/ui/prose";
import { TextDiff } from "@/components/ui/text-diff";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { compareTexts } from "@/lib/diff/compare-texts";
import { isUuid } from "@/lib/files/ids";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { findFaqEntry, listFaqVersions } from "@/lib/kb/faq/queries";
import type { FaqVersionView } from "@/lib/kb/faq/types";
import { renderMarkdown } from "@/lib/markdown/render";
import { StepForm } from "../../../../settings/questions/_components/step-form";
import { deskCrumbs } from "../../../_data/desk-links";
import { restoreVersionAction } from "../../actions";
import { FAQ, hrefOfEntry, hrefOfVersions } from "../../_data/addresses";
import { stepWords } from "../../_data/words";

type Props = { params: Promise<{ entry: string }> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("faqDesk")("versions.title") };
}

/** Who wrote what and when; what each changed, and the way back to it. */
export default async function FaqVersionsPage({ params }: Props) {
  const ctx = contextOf(await requireStaff());
  const { entry: id } = await params;
  const entry = isUuid(id) ? await findFaqEntry(ctx, id) : null;
  if (!entry) notFound();
  const versions = await listFaqVersions(ctx, id);
  const t = getTranslator("faqDesk");
  return (
    <div className="min-w-0 p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-3xl space-y-5">
        <PageHeader title={t("versions.title")} lead={entry.question} breadcrumbs={deskCrumbs({ label: t("title"), href: FAQ }, { label: t("form.editTitle"), href: hrefOfEntry(id) })} />
        {versions.map((version, at) => (
          <Version key={version.number} version={version} before={versions[at + 1] ?? null} head={entry.version} entryId={id} now={ctx.now} />
        ))}
      </div>
    </div>
  );
}

function Version({ version, before, head, entryId, now }: { now: Temporal.Instant; version: FaqVersionView; before: FaqVersionView | null; head: number; entryId: string }) {
  const t = getTranslator("faqDesk");
  const at = formatDateTime(version.at, { now });
  const { number } = version;
  return (
    <Panel title={t(number === head ? "versions.current" : "versions.version", { number })}>
      <div className="space-y-4">
        <p className="text-sm text-muted">{version.authorName ? t("versions.by", { name: version.authorName, at }) : t("versions.seeded", { at })}</p>
        {before && (
          <>
            {before.question !== version.question && <TextDiff blocks={compareTexts(before.question, version.question)} />}
            {before.answer !== version.answer && <TextDiff blocks={compareTexts(before.answer, version.answer)} />}
          </>
        )}
        <Disclosure summary={t("versions.whole")} className="text-sm">
          <p className="pb-2 font-medium">{version.question}</p>
          <Prose html={renderMarkdown(version.answer)} isCompact />
        </Disclosure>
        {number !== head && (
          <StepForm action={restoreVersionAction} permalink={hrefOfVersions(entryId)} values={{ entryId, number: String(number), version: String(head) }} words={stepWords(t("versions.restoring"))}>
            {t("versions.restore", { number })}
          </StepForm>
        )}
      </div>
    </Panel>
  );
}
