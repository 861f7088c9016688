import { Table, Td, Th } from "@/components/ui/table";
import { formatDuration } from "@/lib/i18n/format";
import { formatAmount, formatMoney } from "@/lib/i18n/money";
import { getTranslator } from "@/lib/i18n/translator";
import type { ChargeView } from "@/lib/quotes/charge-types";

/** What is charged, as it was authorised. */
export function ChargeLines({ charge }: { charge: ChargeView }) {
  const t = getTranslator("charges");
  const sums = [
    { label: t("subtotal"), value: formatAmount(charge.subtotalCents) },
    ...(charge.discountCents > 0 ? [{ label: t("discount"), value: formatAmount(-charge.discountCents) }] : []),
    { label: t("vat"), value: formatAmount(charge.vatCents) },
    { label: t("total"), value: formatMoney(charge.totalCents) },
  ];
  return (
    <Table label={t("lines")}>
      <thead>
        <tr>
          <Th>{t("column.line")}</Th>
          <Th className="text-right">{t("column.quantity")}</Th>
          <Th className="text-right">{t("column.price")}</Th>
          <Th className="text-right">{t("column.amount")}</Th>
        </tr>
      </thead>
      <tbody>
        {charge.lines.map((line) => (
          <tr key={`${line.code} ${line.description}`}>
            <Td className="min-w-48">
              {line.description}
              <span className="block text-muted">{line.code}</span>
            </Td>
            <Td isNumeric className="whitespace-nowrap">
              {line.unit === "hour" ? formatDuration(line.quantity) : line.quantity}
            </Td>
            <Td isNumeric>{formatAmount(line.unitPriceCents)}</Td>
            <Td isNumeric>{formatAmount(line.subtotalCents)}</Td>
          </tr>
        ))}
      </tbody>
      <tfoot className="border-t">
        {sums.map(({ label, value }) => (
          <tr key={label}>
            <Th scope="row" colSpan={3} className="py-1 text-right">
              {label}
            </Th>
            <Td isNumeric className="py-1 whitespace-nowrap font-semibold">
              {value}
            </Td>
          </tr>
        ))}
      </tfoot>
    </Table>
  );
}
