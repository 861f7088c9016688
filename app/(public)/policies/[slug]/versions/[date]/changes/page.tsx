import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Container } from "@/components/layout/container";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { TextDiff } from "@/components/ui/text-diff";
import { publicContext } from "@/lib/actions/context";
import { compareTexts } from "@/lib/diff/compare-texts";
import { getTranslator } from "@/lib/i18n/translator";
import { longDay } from "../../../../../_data/long-date";
import { pageMetadata } from "../../../../../_data/metadata";
import { getPolicyOn } from "../../../_data/get-policy-on";

export const revalidate = 60;

export function generateStaticParams(): Array<{ slug: string; date: string }> {
  return [];
}

type Props = { params: Promise<{ slug: string; date: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, date } = await params;
  const { view } = await getPolicyOn(slug, date);
  return { ...pageMetadata({ title: getTranslator("policies")("public.changesOf", { title: view.title }), description: view.summary, path: `/policies/${slug}/versions/${view.effectiveOn}/changes` }), robots: { index: false } };
}

/** What the version of a day changed in the one before it. */
export default async function PolicyChangesPage({ params }: Props) {
  const { slug, date } = await params;
  const t = getTranslator("policies");
  const ctx = publicContext();
  const { view, before } = await getPolicyOn(slug, date);
  if (!before) notFound();
  return (
    <Container size="narrow" className="space-y-6 pt-8">
      <PageHeader
        title={t("public.changesOf", { title: view.title })}
        lead={t("public.changesLead", { from: longDay(before.effectiveOn, ctx), to: longDay(view.effectiveOn, ctx) })}
        breadcrumbs={{
          label: getTranslator("ui")("breadcrumbs"),
          items: [
            { label: t("public.versions"), href: `/policies/${slug}/versions` },
            { label: longDay(view.effectiveOn, ctx), href: `/policies/${slug}/versions/${view.effectiveOn}` },
          ],
        }}
      />
      {view.changeNote && <p className="break-words whitespace-pre-line">{view.changeNote}</p>}
      {(["title", "summary", "body"] as const)
        .filter((field) => field === "body" || view[field] !== before[field])
        .map((field) => (
          <Panel key={field} title={t(`form.${field}`)}>
            <TextDiff blocks={compareTexts(before[field], view[field])} />
          </Panel>
        ))}
    </Container>
  );
}
