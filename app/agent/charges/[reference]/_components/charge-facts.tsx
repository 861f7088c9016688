import Link from "next/link";
import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { ChargeView } from "@/lib/quotes/charge-types";

/** Where the charge comes from and how far it has come; and to whom it is invoiced, as was accepted. */
export function ChargeFacts({ charge, now }: { charge: ChargeView; now: Temporal.Instant }) {
  const t = getTranslator("charges");
  const { invoice, payment, cancellation, fiscal } = charge;
  const when = (at: string | undefined) => at && formatDateTime(Temporal.Instant.from(at), { now });
  return (
    <>
      <Panel title={t("facts.title")}>
        <DescriptionList
          items={[
            { term: t("facts.ticket"), value: <Link className="link" href={`/agent/tickets/${charge.ticketReference}/work`}>{charge.ticketReference}</Link> },
            { term: t("facts.quote"), value: charge.quoteReference },
            { term: t("facts.created"), value: when(charge.createdAt) },
            { term: t("facts.folio"), value: invoice?.folio },
            { term: t("facts.uuid"), value: invoice && <span className="break-all">{invoice.uuid.toUpperCase()}</span> },
            { term: t("facts.invoicedAt"), value: invoice && [when(invoice.at), invoice.byName].filter(Boolean).join(" \u00b7 ") },
            { term: t("facts.paidAt"), value: payment && [when(payment.at), payment.byName].filter(Boolean).join(" \u00b7 ") },
            { term: t("facts.note"), value: payment?.note || null },
            { term: t("facts.cancelledAt"), value: when(cancellation?.at) },
            { term: t("facts.reason"), value: cancellation?.reason },
          ]}
        />
      </Panel>
      <Panel title={t("customer")}>
        <DescriptionList items={(["rfc", "legalName", "taxRegime", "postalCode", "cfdiUse"] as const).map((key) => ({ term: t(`fiscal.${key}`), value: fiscal[key] }))} />
      </Panel>
    </>
  );
}
