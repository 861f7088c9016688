import { ReceiptText } from "lucide-react";
import type { Metadata } from "next";
import { AttachmentList } from "@/components/attachments/attachment-list";
import { attachmentListWords } from "@/components/attachments/attachment-words";
import { PageHeader } from "@/components/layout/page-header";
import { ChargeState } from "@/components/quotes/charge-state";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { requireCustomer } from "@/lib/auth/gate";
import { formatDate } from "@/lib/i18n/format";
import { formatMoney } from "@/lib/i18n/money";
import { getTranslator } from "@/lib/i18n/translator";
import { listOwnCharges } from "@/lib/quotes/charge-queries";
import type { OwnChargeView } from "@/lib/quotes/charge-types";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("charges")("own.title") };
}

/** A customer's charges, with the invoices to download. */
export default async function OwnChargesPage({ searchParams }: Props) {
  const ctx = contextOf(await requireCustomer());
  const { after } = await searchParams;
  const cursor = typeof after === "string" ? after : undefined;
  const page = await listOwnCharges(ctx, { cursor });
  const t = getTranslator("charges");
  return (
    <div className="space-y-6">
      <PageHeader title={t("own.title")} lead={t("own.lead")} />
      {page.items.length === 0 ? (
        <Panel>
          <EmptyState icon={<ReceiptText aria-hidden="true" />} title={t("own.empty")}>{t("own.emptyHint")}</EmptyState>
        </Panel>
      ) : (
        <ul aria-label={t("own.title")} className="space-y-4">
          {page.items.map((charge) => (
            <li key={charge.id}>
              <OwnCharge charge={charge} now={ctx.now} />
            </li>
          ))}
        </ul>
      )}
      <Pagination
        label={t("pages")}
        previous={cursor ? { href: "/portal/charges", label: t("first") } : null}
        next={page.nextCursor ? { href: `/portal/charges?after=${page.nextCursor}`, label: t("more") } : null}
      />
    </div>
  );
}

function OwnCharge({ charge, now }: { charge: OwnChargeView; now: Temporal.Instant }) {
  const t = getTranslator("charges");
  const day = (at: string) => formatDate(Temporal.Instant.from(at), { now });
  return (
    <Panel>
      <div className="space-y-3 text-sm">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <h2 className="text-base font-semibold">
            <a href={`/portal/tickets/${charge.ticketReference}`} className="link">
              {charge.subject}
            </a>
          </h2>
          <span className="text-base font-semibold tabular-nums">{formatMoney(charge.totalCents)}</span>
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted">
          <ChargeState state={charge.state} />
          <span className="tabular-nums">{charge.reference}</span>
          <span>{day(charge.createdAt)}</span>
          {charge.invoiceFolio && <span>{`${t("column.folio")} ${charge.invoiceFolio}`}</span>}
          {charge.paidAt && <span>{`${t("own.paid")} ${day(charge.paidAt)}`}</span>}
        </div>
        {charge.attachments.length > 0 ? <AttachmentList attachments={charge.attachments} words={attachmentListWords()} /> : charge.state === "to_invoice" && <p className="text-muted">{t("own.noInvoice")}</p>}
      </div>
    </Panel>
  );
}
