import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { getTranslator } from "@/lib/i18n/translator";
import { parseReference } from "@/lib/tickets/reference";
import { ReceiptHash } from "./_components/receipt-hash";
import { ReceiptFactsPanel, ReceiptPromisePanel, ReceiptTextPanel } from "./_components/receipt-panels";
import { loadReceipt } from "./_data/load-receipt";
import { receiptContent } from "./_data/receipt-content";

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const reference = parseReference((await params).reference) ?? "";
  return { title: getTranslator("receipt")("titleOf", { reference }) };
}

export default async function ReceiptPage({ params }: Props) {
  const loaded = await loadReceipt((await params).reference);
  if (!loaded) notFound();
  const content = receiptContent(loaded.receipt);
  const { reference } = content;
  const t = getTranslator("receipt");
  const list = loaded.isStaff
    ? [{ label: t("ticket", { reference }), href: `/agent/tickets/${reference}` }]
    : [{ label: getTranslator("portal")("list.title"), href: "/portal/tickets" }, { label: reference, href: `/portal/tickets/${reference}` }];
  return (
    <div className="mx-auto max-w-3xl space-y-6">
      <PageHeader
        breadcrumbs={{ label: t("trail"), items: [...list, { label: t("title") }] }}
        title={t("title")}
        lead={t("lead")}
        meta={<span className="font-medium text-ink tabular-nums">{reference}</span>}
      />
      <div className="flex flex-wrap gap-2 print:hidden">
        <ButtonLink variant="primary" href={`/portal/tickets/${reference}/receipt/pdf`} isPlain>
          {t("download")}
        </ButtonLink>
        <ButtonLink href={`/portal/tickets/${reference}/receipt/text`} isPlain>
          {t("downloadText")}
        </ButtonLink>
      </div>
      {content.late && <Notice>{content.late}</Notice>}
      <ReceiptFactsPanel facts={content.facts} />
      <ReceiptPromisePanel promise={content.promise} />
      <ReceiptHash content={content} />
      <ReceiptTextPanel content={content} />
    </div>
  );
}
