import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Container } from "@/components/layout/container";
import { PageHeader } from "@/components/layout/page-header";
import { Prose } from "@/components/ui/prose";
import { publicContext } from "@/lib/actions/context";
import { env } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/translator";
import { splitPolicyBody, type PolicyPart } from "@/lib/kb/policy-body";
import { findPolicy, listPolicies } from "@/lib/kb/policy-queries";
import { slugSchema } from "@/lib/kb/schema";
import { renderDocument } from "@/lib/markdown/render";
import { getSlaInForce, type SlaInForce } from "@/lib/sla/queries";
import { JsonLd } from "../../_components/json-ld";
import { PolicyCalendar } from "../../_components/policy-calendar";
import { PolicyExample } from "../../_components/policy-example";
import { PolicyNavigation } from "../../_components/policy-navigation";
import { PolicyTargets } from "../../_components/policy-targets";
import { longDate } from "../../_data/long-date";
import { pageMetadata } from "../../_data/metadata";
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
  const ui = getTranslator("ui");
  const ctx = publicContext();
  const policy = await getPolicy((await params).slug);
  const [sla, policies] = await Promise.all([getSlaInForce(ctx), listPolicies(ctx)]);
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
            breadcrumbs={{ label: ui("breadcrumbs"), items: [{ label: t("policies.title"), href: "/policies" }] }}
          />
          <div className="mt-8">
            {splitPolicyBody(policy.body).map((part, index) => (
              <Part key={index} part={part} index={index} sla={sla} now={ctx.now} />
            ))}
          </div>
          <p className="mt-10 border-t pt-4 text-sm text-muted">
            <time dateTime={policy.updatedAt.toString()}>{t("policies.updated", { date: longDate(policy.updatedAt, ctx) })}</time>
          </p>
        </article>
      </div>
    </Container>
  );
}

function Part({ part, index, sla, now }: { part: PolicyPart; index: number; sla: SlaInForce; now: Temporal.Instant }) {
  switch (part.kind) {
    case "markdown":
      return <Prose html={renderDocument(part.text, { idPrefix: index === 0 ? "s-" : `s${index}-` }).html} className="mt-8 first:mt-0" />;
    case "calendar":
      return <PolicyCalendar calendar={sla.calendar} now={now} />;
    case "targets":
      return <PolicyTargets sla={sla} />;
    case "clock-example":
      return <PolicyExample sla={sla} now={now} />;
    default:
      return part satisfies never;
  }
}

/** Once a request for the metadata and the page. */
const getPolicy = cache(async (slug: string) => {
  const found = slugSchema.safeParse(slug).success ? await findPolicy(publicContext(), slug) : null;
  return found ?? notFound();
});
