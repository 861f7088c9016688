import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { SelectField } from "@/components/forms/select";
import { Container } from "@/components/layout/container";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { publicContext } from "@/lib/actions/context";
import { getTranslator } from "@/lib/i18n/translator";
import { listPolicyVersions } from "@/lib/policies/queries";
import { policySlug } from "@/lib/policies/schema";
import type { PolicyVersionLine } from "@/lib/policies/types";
import { longDay } from "../../../_data/long-date";
import { pageMetadata } from "../../../_data/metadata";

export const revalidate = 60;

export function generateStaticParams(): Array<{ slug: string }> {
  return [];
}

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const [newest] = await getVersions(slug);
  const title = getTranslator("policies")("public.versionsOf", { title: newest?.title ?? "" });
  return { ...pageMetadata({ title, description: title, path: `/policies/${slug}/versions` }), robots: { index: false } };
}

/** What a document said and will say, by the day. */
export default async function PolicyVersionsPage({ params }: Props) {
  const { slug } = await params;
  const t = getTranslator("policies");
  const versions = await getVersions(slug);
  const current = versions.find(({ state }) => state === "in-force") ?? versions[0];
  return (
    <Container size="narrow" className="space-y-8 pt-8">
      <PageHeader
        title={t("public.versionsOf", { title: current?.title ?? "" })}
        lead={t("public.versionsLead")}
        breadcrumbs={{
          label: getTranslator("ui")("breadcrumbs"),
          items: [
            { label: getTranslator("public")("policies.title"), href: "/policies" },
            { label: current?.title ?? "", href: `/policies/${slug}` },
          ],
        }}
      />
      {versions.length > 1 && <CompareForm slug={slug} versions={versions} />}
      <ol className="divide-y rounded-lg border bg-surface">
        {versions.map((version, at) => (
          <VersionLine key={version.number} slug={slug} version={version} isFirst={at === versions.length - 1} />
        ))}
      </ol>
    </Container>
  );
}

/** Any two; what changed since the one before is a link of each line. */
function CompareForm({ slug, versions }: { slug: string; versions: PolicyVersionLine[] }) {
  const t = getTranslator("policies");
  const options = versions.map(({ effectiveOn }) => ({ value: effectiveOn, label: t("public.sinceDay", { day: longDay(effectiveOn, publicContext()) }) }));
  return (
    <form action={`/policies/${slug}/versions/compare`} className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]">
      <SelectField name="one" label={t("public.compareOne")} options={options} defaultValue={versions.at(-1)?.effectiveOn} />
      <SelectField name="other" label={t("public.compareOther")} options={options} defaultValue={versions[0]?.effectiveOn} />
      <Button type="submit">{t("public.compare")}</Button>
    </form>
  );
}

function VersionLine({ slug, version, isFirst }: { slug: string; version: PolicyVersionLine; isFirst: boolean }) {
  const t = getTranslator("policies");
  const address = `/policies/${slug}/versions/${version.effectiveOn}`;
  return (
    <li className="space-y-1 p-4 sm:px-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium">
        <a href={address} className="link">
          {daysText(version)}
        </a>
        {version.state !== "past" && <Badge tone={version.state === "in-force" ? "success" : "accent"}>{t(`state.${version.state}`)}</Badge>}
      </p>
      {version.changeNote && <p className="text-sm text-muted break-words whitespace-pre-line">{version.changeNote}</p>}
      {!isFirst && (
        <p className="text-sm">
          <a href={`${address}/changes`} className="link inline-flex min-h-6 items-center">
            {t("public.changes")}
          </a>
        </p>
      )}
    </li>
  );
}

const getVersions = cache(async (slug: string) => {
  const found = policySlug.safeParse(slug).success ? await listPolicyVersions(publicContext(), slug) : null;
  return found ?? notFound();
});

/** The days on which it is in force. */
function daysText({ effectiveOn, until }: PolicyVersionLine): string {
  const t = getTranslator("policies");
  const ctx = publicContext();
  const day = longDay(effectiveOn, ctx);
  if (until === null) return t("public.sinceDay", { day });
  return until === effectiveOn ? t("public.onlyOn", { day }) : t("public.between", { from: day, to: longDay(until, ctx) });
}
