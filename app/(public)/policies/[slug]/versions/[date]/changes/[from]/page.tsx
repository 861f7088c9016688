import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslator } from "@/lib/i18n/translator";
import { pageMetadata } from "../../../../../../_data/metadata";
import { PolicyChanges } from "../../../../_components/policy-changes";
import { getPolicyOn } from "../../../../_data/get-policy-on";

export const revalidate = 60;

export function generateStaticParams(): Array<{ slug: string; date: string; from: string }> {
  return [];
}

type Props = { params: Promise<{ slug: string; date: string; from: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, date, from } = await params;
  const { view } = await getPolicyOn(slug, date);
  return { ...pageMetadata({ title: getTranslator("policies")("public.changesOf", { title: view.title }), description: view.summary, path: `/policies/${slug}/versions/${date}/changes/${from}` }), robots: { index: false } };
}

/** What changed between the versions of any two days, the earlier one last in the address. */
export default async function PolicyChangesSincePage({ params }: Props) {
  const { slug, date, from } = await params;
  const [{ view }, { view: before }] = await Promise.all([getPolicyOn(slug, date), getPolicyOn(slug, from)]);
  if (before.effectiveOn >= view.effectiveOn) notFound();
  return <PolicyChanges slug={slug} before={before} after={view} note="" />;
}
