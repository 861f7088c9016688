import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { TabLinks } from "@/components/ui/tab-links";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { countCharges, listCharges, sumChargesByMonth } from "@/lib/quotes/charge-queries";
import { CHARGE_STATES } from "@/lib/quotes/charge-states";
import { withQuery, type Query } from "../_data/list-address";
import { ChargeList } from "./_components/charge-list";
import { ExportForm } from "./_components/export-form";
import { MonthTotals } from "./_components/month-totals";

type Props = { searchParams: Promise<Query> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("charges")("title") };
}

/** What is to be invoiced, what was and what was paid, by state; with the totals of each month. */
export default async function ChargesPage({ searchParams }: Props) {
  const ctx = contextOf(await requireStaff());
  const query = await searchParams;
  const state = CHARGE_STATES.find((each) => each === query.state) ?? null;
  const cursor = typeof query.after === "string" ? query.after : undefined;
  const [page, counts, months] = await Promise.all([listCharges(ctx, { state, cursor }), countCharges(ctx), sumChargesByMonth(ctx)]);
  const t = getTranslator("charges");
  const hrefOf = (of: string | null, after: string | null = null) => withQuery("/agent/charges", { state: of, after });
  return (
    <div className="relative p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-page space-y-5">
        <PageHeader title={t("title")} lead={t("lead")} />
        <TabLinks
          label={t("filters")}
          items={[
            { href: hrefOf(null), label: t("all"), isCurrent: state === null },
            ...CHARGE_STATES.map((each) => ({ href: hrefOf(each), label: t(`state.${each}`), count: counts[each], isCurrent: state === each })),
          ]}
        />
        <Panel isFlush>
          <ChargeList items={page.items} now={ctx.now} />
        </Panel>
        <Pagination
          label={t("pages")}
          previous={cursor ? { href: hrefOf(state), label: t("first") } : null}
          next={page.nextCursor ? { href: hrefOf(state, page.nextCursor), label: t("more") } : null}
        />
        <MonthTotals months={months} />
        <ExportForm />
      </div>
    </div>
  );
}
