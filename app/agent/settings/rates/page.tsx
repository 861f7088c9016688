import { ReceiptText } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Card, Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { canEditBilling } from "@/lib/billing/policy";
import { findRateVersion, listRateVersions, type RateCardView } from "@/lib/billing/rate-queries";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { dayAt } from "@/lib/time/days";
import type { Query } from "../../_data/list-address";
import { DoneNotice } from "../synonyms/_components/done-notice";
import { ChangeList } from "./_components/change-list";
import { RateTable } from "./_components/rate-table";
import { VersionList } from "./_components/version-list";
import { EDIT_RATES, hrefOfRates, IMPORT_RATES, numberIn, RATES_CSV } from "./_data/addresses";
import { changeSentences } from "./_data/change-sentences";

type Props = { searchParams: Promise<Query> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("rates")("title") };
}

/** The rate card in force, or an earlier version of it with what it changed. */
export default async function RatesPage({ searchParams }: Props) {
  const actor = await requireStaff();
  const ctx = contextOf(actor);
  const query = await searchParams;
  const [number, before, done] = [numberIn(query.version), numberIn(query.before), numberIn(query.done)];
  const [view, versions] = await Promise.all([findRateVersion(ctx, number === undefined ? {} : { number }), listRateVersions(ctx, before === undefined ? {} : { before })]);
  if (!view && number !== undefined) notFound();
  const t = getTranslator("rates");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-page space-y-5">
        <PageHeader title={t("title")} lead={t("lead")} actions={<Actions isEditor={canEditBilling(actor)} hasCard={view !== null} number={view?.isInForce ? undefined : number} />} />
        {done !== undefined && <DoneNotice text={t("done", { number: done })} />}
        {view ? <Version view={view} now={ctx.now} /> : <Empty />}
        {versions.items.length > 0 && <VersionList versions={versions} current={view?.version.number} isFirstPage={before === undefined} now={ctx.now} />}
      </div>
    </div>
  );
}

function Actions({ isEditor, hasCard, number }: { isEditor: boolean; hasCard: boolean; number: number | undefined }) {
  const t = getTranslator("rates");
  return (
    <>
      {isEditor && (
        <>
          <ButtonLink variant="primary" href={EDIT_RATES}>
            {t("edit")}
          </ButtonLink>
          <ButtonLink href={IMPORT_RATES}>{t("import")}</ButtonLink>
        </>
      )}
      {hasCard && (
        <ButtonLink href={number === undefined ? RATES_CSV : `${RATES_CSV}?version=${number}`} isPlain>
          {t("export")}
        </ButtonLink>
      )}
    </>
  );
}

function Version({ view: { version, items, changes, isInForce }, now }: { view: RateCardView; now: Temporal.Instant }) {
  const t = getTranslator("rates");
  const title = isInForce ? t("inForce", { number: version.number }) : t("earlier", { number: version.number });
  return (
    <>
      <Panel title={title} actions={isInForce ? undefined : <ButtonLink size="sm" href={hrefOfRates()}>{t("back")}</ButtonLink>} isFlush>
        <div className="space-y-1 px-4 py-3 text-sm text-muted sm:px-5">
          <p>
            {version.publishedBy ? t("publishedBy", { name: version.publishedBy }) : t("published")} <Moment at={version.publishedAt} now={now} />
          </p>
          {version.note && <p className="text-ink wrap-anywhere">{version.note}</p>}
          <p>{t("pricesWithoutVat")}</p>
        </div>
        <RateTable items={items} today={dayAt(now, DESK_TIME_ZONE)} label={title} />
      </Panel>
      <Panel title={t("changes.title")}>
        {changes.length > 0 ? <ChangeList changes={changeSentences(changes)} /> : <p className="text-sm text-muted">{version.number === 1 ? t("changes.first") : t("changes.none")}</p>}
      </Panel>
    </>
  );
}

function Empty() {
  const t = getTranslator("rates");
  return (
    <Card>
      <EmptyState icon={<ReceiptText aria-hidden="true" />} title={t("empty")}>
        {t("emptyHint")}
      </EmptyState>
    </Card>
  );
}
