import Link from "next/link";
import { ChargeState } from "@/components/quotes/charge-state";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, Th } from "@/components/ui/table";
import { formatDate } from "@/lib/i18n/format";
import { formatAmount } from "@/lib/i18n/money";
import { getTranslator } from "@/lib/i18n/translator";
import type { ChargeListItem } from "@/lib/quotes/charge-types";

/** Charges as a table; on a telephone it scrolls by itself. */
export function ChargeList({ items, now }: { items: ChargeListItem[]; now: Temporal.Instant }) {
  const t = getTranslator("charges");
  if (items.length === 0) return <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>;
  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <Th>{t("column.charge")}</Th>
          <Th>{t("column.customer")}</Th>
          <Th>{t("column.state")}</Th>
          <Th className="text-right">{t("column.total")}</Th>
          <Th>{t("column.folio")}</Th>
          <Th>{t("column.created")}</Th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <Th scope="row" className="whitespace-nowrap tabular-nums">
              <Link href={`/agent/charges/${item.reference}`} className="link inline-flex min-h-6 items-center">
                {item.reference}
              </Link>
            </Th>
            <Td className="min-w-48">
              {item.customerName}
              <span className="block text-muted">{item.subject}</span>
            </Td>
            <Td>
              <ChargeState state={item.state} />
            </Td>
            <Td isNumeric className="whitespace-nowrap">
              {formatAmount(item.totalCents)}
            </Td>
            <Td className="whitespace-nowrap">{item.invoiceFolio}</Td>
            <Td className="whitespace-nowrap">{formatDate(Temporal.Instant.from(item.createdAt), { now })}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
