import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Container } from "@/components/layout/container";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/notice";
import { publicContext } from "@/lib/actions/context";
import { env } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/translator";
import { findPolicy, listPolicies } from "@/lib/policies/queries";
import { policySlug } from "@/lib/policies/schema";
import { getSlaInForce } from "@/lib/sla/queries";
import { JsonLd } from "../../_components/json-ld";
import { PolicyNavigation } from "../../_components/policy-navigation";
import { PolicyText } from "../../_components/policy-text";
import { pageMetadata } from "../../_data/metadata";
import { longDay } from "../../_data/long-date";
import { breadcrumbList } from "../../_data/structured-data";

export const revalidate = 60;

/** None at build time: each page is made when it is first asked for, and kept. */
export function generateStaticParams(): Array<{ slug: string }> {
  return [];
}

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const policy = await getPolicy((await params).slug);
  return pageMetadata({ title: policy.title, description: policy.summary, path: `/policies/${policy.slug}` });
}

export default async function PolicyPage({ params }: Props) {
  const t = getTranslator("public");
  const p = getTranslator("policies");
  const ctx = publicContext();
  const policy = await getPolicy((await params).slug);
  const [sla, policies] = await Promise.all([getSlaInForce(ctx), listPolicies(ctx)]);
  const address = `/policies/${policy.slug}/versions`;
  const announced = policy.versions.findLast(({ state }) => state === "announced");
  return (
    <Container className="pt-8">
      <JsonLd
        data={breadcrumbList(env().APP_URL, [
          { name: t("policies.title"), path: "/policies" },
          { name: policy.title, path: `/policies/${policy.slug}` },
        ])}
      />
      <div className="lg:grid lg:grid-cols-[15rem_minmax(0,38rem)] lg:gap-20">
        <div className="hidden lg:block">
          <PolicyNavigation label={t("policies.all")} policies={policies} currentSlug={policy.slug} />
        </div>
        <article className="min-w-0">
          <PageHeader
            title={policy.title}
            lead={policy.summary}
            breadcrumbs={{ label: getTranslator("ui")("breadcrumbs"), items: [{ label: t("policies.title"), href: "/policies" }] }}
          />
          {announced && (
            <Notice tone="accent" className="mt-6" title={p("public.announced", { day: longDay(announced.effectiveOn, ctx) })}>
              <a href={`${address}/${announced.effectiveOn}`} className="link">
                {p("public.announcedRead")}
              </a>
            </Notice>
          )}
          <div className="mt-8">
            <PolicyText body={policy.body} sla={sla} now={ctx.now} />
          </div>
          <p className="mt-10 flex flex-wrap gap-x-4 gap-y-1 border-t pt-4 text-sm text-muted">
            <time dateTime={policy.effectiveOn}>{p("public.since", { day: longDay(policy.effectiveOn, ctx) })}</time>
            <a href={address} className="link">
              {p("public.versions")}
            </a>
          </p>
        </article>
      </div>
    </Container>
  );
}

/** Once a request for the metadata and the page. */
const getPolicy = cache(async (slug: string) => {
  const found = policySlug.safeParse(slug).success ? await findPolicy(publicContext(), slug) : null;
  return found ?? notFound();
});
