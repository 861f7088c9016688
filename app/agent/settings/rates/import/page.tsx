import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { requireAdmin } from "@/lib/auth/gate";
import { findRateVersion } from "@/lib/billing/rate-queries";
import { getTranslator } from "@/lib/i18n/translator";
import { checkAction, publishTableAction } from "../actions";
import { ImportForm } from "../_components/import-form";
import { hrefOfRates, IMPORT_RATES, RATES_CSV } from "../_data/addresses";
import { importWords } from "../_data/words";

export function generateMetadata(): Metadata {
  return { title: getTranslator("rates")("importing.title") };
}

export default async function ImportRatesPage() {
  const ctx = contextOf(await requireAdmin());
  const view = await findRateVersion(ctx);
  const t = getTranslator("rates");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader
          title={t("importing.title")}
          lead={t("importing.lead")}
          actions={
            <>
              {view && (
                <ButtonLink href={RATES_CSV} isPlain>
                  {t("export")}
                </ButtonLink>
              )}
              <ButtonLink href={hrefOfRates()}>{t("back")}</ButtonLink>
            </>
          }
        />
        <Card>
          <ImportForm check={checkAction} publish={publishTableAction} permalink={IMPORT_RATES} words={importWords((view?.version.number ?? 0) + 1)} />
        </Card>
      </div>
    </div>
  );
}
