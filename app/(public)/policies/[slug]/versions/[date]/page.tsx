import type { Metadata } from "next";
import { Container } from "@/components/layout/container";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/notice";
import { publicContext } from "@/lib/actions/context";
import { getTranslator } from "@/lib/i18n/translator";
import { deskDay, endOfDeskDay } from "@/lib/policies/desk-day";
import { getSlaAt, getSlaInForce } from "@/lib/sla/queries";
import { PolicyText } from "../../../../_components/policy-text";
import { longDay } from "../../../../_data/long-date";
import { pageMetadata } from "../../../../_data/metadata";
import { getPolicyOn } from "../../_data/get-policy-on";

export const revalidate = 60;

export function generateStaticParams(): Array<{ slug: string; date: string }> {
  return [];
}

type Props = { params: Promise<{ slug: string; date: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, date } = await params;
  const { view } = await getPolicyOn(slug, date);
  return { ...pageMetadata({ title: getTranslator("policies")("public.onDay", { title: view.title, day: longDay(date, publicContext()) }), description: view.summary, path: `/policies/${slug}/versions/${view.effectiveOn}` }), robots: { index: false } };
}

/** What held on a day, with the hours and times that held at its end; of a day to come, with those of now. */
export default async function PolicyVersionPage({ params }: Props) {
  const { slug, date } = await params;
  const t = getTranslator("policies");
  const ctx = publicContext();
  const { view, before, line } = await getPolicyOn(slug, date);
  const isOver = date < deskDay(ctx.now);
  const now = isOver ? endOfDeskDay(date) : ctx.now;
  const sla = isOver ? await getSlaAt(ctx, now) : await getSlaInForce(ctx);
  const says = { past: t("public.isPast", { day: longDay(date, ctx) }), "in-force": t("public.isInForce"), announced: t("public.isAnnounced", { day: longDay(view.effectiveOn, ctx) }) }[line.state];
  return (
    <Container size="narrow" className="space-y-6 pt-8">
      <PageHeader
        title={view.title}
        lead={view.summary}
        breadcrumbs={{
          label: getTranslator("ui")("breadcrumbs"),
          items: [
            { label: getTranslator("public")("policies.title"), href: "/policies" },
            { label: t("public.versions"), href: `/policies/${slug}/versions` },
          ],
        }}
      />
      <Notice tone={line.state === "past" ? "warn" : "accent"} title={says}>
        <p>{line.until === null ? t("public.sinceDay", { day: longDay(view.effectiveOn, ctx) }) : t("public.between", { from: longDay(view.effectiveOn, ctx), to: longDay(line.until, ctx) })}</p>
        {view.changeNote && <p className="break-words whitespace-pre-line">{view.changeNote}</p>}
        <p className="flex flex-wrap gap-x-4">
          {before && (
            <a href={`/policies/${slug}/versions/${view.effectiveOn}/changes`} className="link">
              {t("public.changes")}
            </a>
          )}
          {line.state !== "in-force" && (
            <a href={`/policies/${slug}`} className="link">
              {t("public.toCurrent")}
            </a>
          )}
        </p>
      </Notice>
      <article>
        <PolicyText body={view.body} sla={sla} now={now} />
      </article>
    </Container>
  );
}
