import { Table, Td, Th } from "@/components/ui/table";
import { Panel } from "@/components/ui/panel";
import { formatAmount } from "@/lib/i18n/money";
import { getTranslator } from "@/lib/i18n/translator";
import { CHARGE_STATES } from "@/lib/quotes/charge-states";
import type { MonthTotals as Totals } from "@/lib/quotes/charge-types";

/** What was charged in each month, by what became of it. */
export function MonthTotals({ months }: { months: Totals[] }) {
  const t = getTranslator("charges");
  if (months.length === 0) return null;
  return (
    <Panel title={t("months.title")} isFlush>
      <p className="px-4 pt-3 pb-2 text-sm text-muted sm:px-5">{t("months.lead")}</p>
      <Table label={t("months.title")} isDense>
        <thead>
          <tr>
            <Th>{t("column.month")}</Th>
            <Th className="text-right">{t("column.count")}</Th>
            {CHARGE_STATES.map((state) => (
              <Th key={state} className="text-right">
                {t(`state.${state}`)}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, count, cents }) => (
            <tr key={month}>
              <Th scope="row" className="whitespace-nowrap">
                {monthText(month)}
              </Th>
              <Td isNumeric>{count}</Td>
              {CHARGE_STATES.map((state) => (
                <Td key={state} isNumeric className="whitespace-nowrap">
                  {formatAmount(cents[state])}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

/** "noviembre de 2026" */
function monthText(month: string): string {
  return new Intl.DateTimeFormat("es-MX", { month: "long", year: "numeric", timeZone: "UTC" }).format(Date.parse(`${month}-01T00:00:00Z`));
}
