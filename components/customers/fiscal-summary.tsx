import { DescriptionList } from "@/components/ui/description-list";
import { findRegime, findUse, stateOfPostalCode } from "@/lib/customers/catalogues";
import type { FiscalData } from "@/lib/customers/fiscal-data";
import { getTranslator } from "@/lib/i18n/translator";

/** To whom is invoiced, to be read. */
export function FiscalSummary({ data }: { data: FiscalData }) {
  const t = getTranslator("customers");
  const named = (code: string, name: string | undefined) => (name ? `${code} · ${name}` : code);
  return (
    <DescriptionList
      items={[
        { term: t("fiscal.rfc"), value: data.rfc },
        { term: t("fiscal.legalName"), value: data.legalName },
        { term: t("fiscal.taxRegime"), value: named(data.taxRegime, findRegime(data.taxRegime)?.name) },
        { term: t("fiscal.postalCode"), value: named(data.postalCode, stateOfPostalCode(data.postalCode) ?? undefined) },
        { term: t("fiscal.cfdiUse"), value: named(data.cfdiUse, findUse(data.cfdiUse)?.name) },
      ]}
    />
  );
}
