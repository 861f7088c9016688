import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { contextOf, publicContext } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireAdmin } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { findRateVersion } from "@/lib/billing/rate-queries";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { dayAt } from "@/lib/time/days";
import { editAction } from "../actions";
import { RateLinesForm } from "../_components/rate-lines-form";
import { EDIT_RATES, hrefOfRates } from "../_data/addresses";
import { typedLine } from "../_data/typed-lines";
import { rateFormWords } from "../_data/words";

export function generateMetadata(): Metadata {
  return { title: getTranslator("rates")("form.title") };
}

export default async function EditRatesPage() {
  // Whose session ended while writing sees what was typed, and nothing else.
  const isKept = (await isFormPost()) && !(await findPerson());
  const ctx = isKept ? null : contextOf(await requireAdmin());
  const view = ctx && (await findRateVersion(ctx));
  const base = view?.version.number ?? 0;
  const t = getTranslator("rates");
  const today = dayAt(publicContext().now, DESK_TIME_ZONE).toString();
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-page space-y-5">
        <PageHeader title={t("form.title")} lead={t("form.lead", { number: base + 1 })} actions={<ButtonLink href={hrefOfRates()}>{t("back")}</ButtonLink>} />
        <RateLinesForm
          action={editAction}
          permalink={EDIT_RATES}
          base={base}
          lines={(view?.items ?? []).map(typedLine)}
          blank={{ code: "", description: "", unit: "evento", minutes: "60", publicPrice: "", contractPrice: "", vat: "16", validFrom: today, validTo: "" }}
          words={rateFormWords(base + 1)}
        />
      </div>
    </div>
  );
}
