import { Badge } from "@/components/ui/badge";
import { Table, Td, Th } from "@/components/ui/table";
import { durationText } from "@/lib/billing/duration-text";
import { percentText } from "@/lib/billing/money-text";
import { formatAmount } from "@/lib/i18n/money";
import type { RateItem } from "@/lib/billing/rate-card";
import { isValidOn } from "@/lib/billing/rate-lines";
import { getTranslator } from "@/lib/i18n/translator";

/** The lines of a version. Those that are not valid on `today` say so. */
export function RateTable({ items, today, label }: { items: readonly RateItem[]; today: Temporal.PlainDate; label: string }) {
  const t = getTranslator("rates");
  return (
    <Table label={label} isDense>
      <thead>
        <tr>
          <Th>{t("column.code")}</Th>
          <Th>{t("column.description")}</Th>
          <Th>{t("column.unit")}</Th>
          <Th className="text-right">{t("own.duration")}</Th>
          <Th className="text-right">{t("column.publicPrice")}</Th>
          <Th className="text-right">{t("column.contractPrice")}</Th>
          <Th className="text-right">{t("column.vat")}</Th>
          <Th>{t("column.validFrom")}</Th>
          <Th>{t("column.validTo")}</Th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <Th scope="row" className="whitespace-nowrap">
              {item.code}
            </Th>
            <Td className="min-w-56">
              {item.description} <Validity item={item} today={today} />
            </Td>
            <Td>{t(`unit.${item.unit}`)}</Td>
            <Td isNumeric className="whitespace-nowrap">
              {durationText(item.minutesEstimated)}
            </Td>
            <Td isNumeric>{formatAmount(item.publicPriceCents)}</Td>
            <Td isNumeric>{formatAmount(item.contractPriceCents)}</Td>
            <Td isNumeric className="whitespace-nowrap">
              {percentText(item.vatRateBp)}
            </Td>
            <Td className="whitespace-nowrap tabular-nums">{item.validFrom}</Td>
            <Td className="whitespace-nowrap tabular-nums">{item.validTo ?? t("noEnd")}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Validity({ item, today }: { item: RateItem; today: Temporal.PlainDate }) {
  const t = getTranslator("rates");
  if (isValidOn(item, today)) return null;
  return <Badge>{item.validFrom > today.toString() ? t("later") : t("retired")}</Badge>;
}
