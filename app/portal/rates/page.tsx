import { ReceiptText } from "lucide-react";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Card, Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { requireCustomer } from "@/lib/auth/gate";
import { durationText } from "@/lib/billing/duration-text";
import { percentText } from "@/lib/billing/money-text";
import { formatAmount } from "@/lib/i18n/money";
import { listOwnRates, type OwnRate } from "@/lib/billing/rate-queries";
import { getTranslator } from "@/lib/i18n/translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("rates")("own.title") };
}

/** What services cost this customer today. */
export default async function OwnRatesPage() {
  const { hasContract, rates } = await listOwnRates(contextOf(await requireCustomer()));
  const t = getTranslator("rates");
  return (
    <div className="mx-auto max-w-3xl space-y-6">
      <PageHeader title={t("own.title")} lead={t("pricesWithoutVat")} actions={hasContract ? <ButtonLink href="/portal/contracts">{t("own.contracts")}</ButtonLink> : undefined} />
      <Notice tone={hasContract ? "accent" : "neutral"}>{hasContract ? t("own.withContract") : t("own.withoutContract")}</Notice>
      {rates.length === 0 ? (
        <Card>
          <EmptyState icon={<ReceiptText aria-hidden="true" />} title={t("own.empty")} actions={<ButtonLink href="/portal/tickets/new">{t("own.ask")}</ButtonLink>}>
            {t("own.emptyHint")}
          </EmptyState>
        </Card>
      ) : (
        <Panel isFlush>
          <ul className="divide-y">
            {rates.map((rate) => (
              <Rate key={rate.code} rate={rate} />
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}

function Rate({ rate: { code, description, unit, minutesEstimated, vatRateBp, priceCents, publicPriceCents } }: { rate: OwnRate }) {
  const t = getTranslator("rates");
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-4 py-3 sm:px-5">
      <div className="min-w-0 grow basis-60">
        <p className="font-medium wrap-anywhere">{description}</p>
        <p className="text-sm text-muted tabular-nums">
          {code}
          {unit === "event" && minutesEstimated > 0 && ` · ${t("own.duration")}: ${durationText(minutesEstimated)}`} · {t("column.vat")} {percentText(vatRateBp)}
        </p>
      </div>
      <p className="ml-auto text-right tabular-nums">
        <span className="font-semibold">{formatAmount(priceCents)}</span> <span className="text-sm text-muted">{unit === "hour" ? t("own.perHour") : t("own.perEvent")}</span>
        {publicPriceCents !== priceCents && (
          <span className="block text-sm text-muted">
            {t("own.public")}: {formatAmount(publicPriceCents)}
          </span>
        )}
      </p>
    </li>
  );
}
