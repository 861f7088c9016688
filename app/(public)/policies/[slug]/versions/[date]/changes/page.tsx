import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslator } from "@/lib/i18n/translator";
import { pageMetadata } from "../../../../../_data/metadata";
import { PolicyChanges } from "../../../_components/policy-changes";
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
  const { view, before } = await getPolicyOn(slug, date);
  if (!before) notFound();
  return <PolicyChanges slug={slug} before={before} after={view} note={view.changeNote} />;
}
