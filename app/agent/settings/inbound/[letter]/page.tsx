import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { requireAdmin } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { ANSWERS_AN_HOUR } from "@/lib/inbound/commands/keep-message";
import { findInbound } from "@/lib/inbound/queries";
import type { InboundView } from "@/lib/inbound/types";
import { VerdictBadge } from "../_components/verdict-badge";

const INBOUND = "/agent/settings/inbound";

export function generateMetadata(): Metadata {
  return { title: getTranslator("inbound")("one.title") };
}

/** One message that came in, what was done with it, and why. */
export default async function LetterPage({ params }: { params: Promise<{ letter: string }> }) {
  const ctx = contextOf(await requireAdmin());
  const id = z.uuid().safeParse((await params).letter);
  const letter = id.success ? await findInbound(ctx, { inboundId: id.data }) : null;
  if (!letter) notFound();
  const t = getTranslator("inbound");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader
          breadcrumbs={{ label: t("one.title"), items: [{ label: t("one.back"), href: INBOUND }, { label: t("one.title") }] }}
          title={letter.subject || t("list.noSubject")}
          meta={<VerdictBadge verdict={letter.verdict} />}
          lead={t(`verdictHint.${letter.verdict}`, { max: ANSWERS_AN_HOUR })}
        />
        <Panel title={t("one.facts")}>
          <Facts letter={letter} now={ctx.now} />
        </Panel>
        <Panel title={t("one.text")}>
          {letter.body ? <pre className="rounded-md bg-sunken p-3 text-sm wrap-anywhere whitespace-pre-wrap">{letter.body}</pre> : <p className="text-sm text-muted">{t("one.noText")}</p>}
        </Panel>
      </div>
    </div>
  );
}

function Facts({ letter, now }: { letter: InboundView; now: Temporal.Instant }) {
  const t = getTranslator("inbound");
  return (
    <DescriptionList
      items={[
        { term: t("list.sender"), value: <span className="break-all">{letter.sender || t("list.noSender")}</span> },
        { term: t("one.person"), value: letter.personName ?? undefined },
        { term: t("list.received"), value: <Moment at={letter.receivedAt} now={now} /> },
        { term: t("one.door"), value: t(`door.${letter.door}`) },
        { term: t("one.because"), value: letter.evidence === "" ? undefined : <code className="text-xs break-all">{letter.evidence}</code> },
        {
          term: t("one.ticket"),
          value: letter.ticketReference ? (
            <Link href={`/agent/tickets/${letter.ticketReference}`} prefetch={false} className="link">
              {letter.ticketReference}
            </Link>
          ) : undefined,
        },
        {
          term: t("one.answer"),
          value: letter.answerId ? (
            <Link href={`/agent/settings/outbox/${letter.answerId}`} prefetch={false} className="link">
              {t("one.seeAnswer")}
            </Link>
          ) : undefined,
        },
        { term: t("one.link"), value: letter.linkExpiresAt ? <Moment at={letter.linkExpiresAt} now={now} /> : undefined },
      ]}
    />
  );
}
