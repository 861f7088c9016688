import { FileClock } from "lucide-react";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Card } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { requireCustomer } from "@/lib/auth/gate";
import { listOwnContracts } from "@/lib/billing/contract-queries";
import { getTranslator } from "@/lib/i18n/translator";
import { ContractCard } from "./_components/contract-card";

export function generateMetadata(): Metadata {
  return { title: getTranslator("billing")("own.title") };
}

/** The contracts that this customer may see, with what is left of them. */
export default async function OwnContractsPage() {
  const contracts = await listOwnContracts(contextOf(await requireCustomer()));
  const t = getTranslator("billing");
  return (
    <div className="mx-auto max-w-3xl space-y-6">
      <PageHeader title={t("own.title")} lead={t("own.lead")} actions={<ButtonLink href="/portal/rates">{t("own.rates")}</ButtonLink>} />
      {contracts.length === 0 ? (
        <Card>
          <EmptyState icon={<FileClock aria-hidden="true" />} title={t("own.empty")} actions={<ButtonLink href="/portal/tickets/new">{t("own.ask")}</ButtonLink>}>
            {t("own.emptyHint")}
          </EmptyState>
        </Card>
      ) : (
        <ul aria-label={t("own.label")} className="space-y-4">
          {contracts.map((contract) => (
            <li key={contract.id}>
              <ContractCard contract={contract} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
