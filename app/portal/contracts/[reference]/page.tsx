import { FileClock } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { authorisersText, balanceFacts, monthText, NOTICE_TONES, noticeSentences, ruleFacts, STATE_TONES } from "@/components/billing/contract-words";
import { EntryList } from "@/components/billing/entry-list";
import { UseBar } from "@/components/billing/use-bar";
import { SelectField } from "@/components/forms/select";
import { PageHeader } from "@/components/layout/page-header";
import { StatusPill } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { durationText } from "@/lib/billing/duration-text";
import { parseContractReference } from "@/lib/billing/contract-reference";
import { getTranslator } from "@/lib/i18n/translator";
import { ownSentences } from "../_components/own-sentences";
import { loadStatement, type LoadedStatement } from "./_data/load-statement";

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${getTranslator("billing")("statement.title")} ${parseContractReference((await params).reference) ?? ""}` };
}

/** A contract with its statement by month. The desk sees it as the customer does. */
export default async function StatementPage({ params, searchParams }: Props) {
  const { month } = await searchParams;
  const loaded = await loadStatement((await params).reference, typeof month === "string" ? month : undefined);
  if (!loaded) notFound();
  const { contract, isStaff } = loaded;
  const t = getTranslator("billing");
  const list = isStaff ? { label: contract.reference, href: `/agent/contracts/${contract.reference}` } : { label: t("own.back"), href: "/portal/contracts" };
  return (
    <div className="mx-auto max-w-3xl space-y-6">
      <PageHeader
        breadcrumbs={{ label: getTranslator("receipt")("trail"), items: [list, { label: contract.name }] }}
        title={contract.name}
        meta={
          <>
            <span className="font-medium text-ink tabular-nums">{contract.reference}</span>
            <StatusPill tone={STATE_TONES[contract.state]}>{t(`state.${contract.state}`)}</StatusPill>
          </>
        }
      />
      {contract.mayAuthorise && contract.state !== "ended" && noticeSentences(contract).map(({ kind, sentence }) => <Notice key={kind} tone={NOTICE_TONES[kind]} title={sentence} />)}
      <Panel title={t("view.balance")}>
        <div className="space-y-3">
          <div className="space-y-1 text-sm tabular-nums">
            {ownSentences(contract).map((sentence) => (
              <p key={sentence} className="first:font-medium">
                {sentence}
              </p>
            ))}
            {contract.state === "in-force" && !isStaff && <p className="text-muted">{contract.mayAuthorise ? t("own.mayAuthorise") : t("own.mayNot", { who: authorisersText(contract) })}</p>}
          </div>
          <UseBar percent={contract.usedPercent} />
          <DescriptionList items={balanceFacts(contract)} />
        </div>
      </Panel>
      <Statement loaded={loaded} />
      <Panel title={t("view.rules")}>
        <DescriptionList items={ruleFacts(contract)} />
      </Panel>
    </div>
  );
}

function Statement({ loaded: { contract, statement, isStaff, now } }: { loaded: LoadedStatement }) {
  const t = getTranslator("billing");
  const address = `/portal/contracts/${contract.reference}`;
  const query = `?month=${statement.month}`;
  const month = monthText(statement.month);
  const balances = new Map(statement.entries.map(({ id, balance }) => [id, balance]));
  return (
    <Panel title={t("statement.of", { month })} isFlush id="statement">
      <div className="flex flex-wrap items-end justify-between gap-3 px-4 py-3 sm:px-5 print:hidden">
        <form method="get" action={address} className="flex flex-wrap items-end gap-2">
          <SelectField name="month" label={t("statement.month")} options={statement.months.map((value) => ({ value, label: monthText(value) }))} defaultValue={statement.month} />
          <Button type="submit">{t("statement.show")}</Button>
        </form>
        <div className="flex flex-wrap gap-2">
          <ButtonLink variant="primary" href={`${address}/pdf${query}`} isPlain>
            {t("statement.pdf")}
          </ButtonLink>
          <ButtonLink href={`${address}/csv${query}`} isPlain>
            {t("statement.csv")}
          </ButtonLink>
        </div>
      </div>
      <Line term={t("statement.opening")} minutes={statement.opening} />
      {statement.entries.length === 0 ? (
        <EmptyState icon={<FileClock aria-hidden="true" />} title={t("statement.empty", { month })}>
          {t("statement.emptyHint")}
        </EmptyState>
      ) : (
        <EntryList
          entries={statement.entries}
          label={t("statement.label", { month })}
          now={now}
          ticketHref={(reference) => (isStaff ? `/agent/tickets/${reference}` : `/portal/tickets/${reference}`)}
          balanceOf={({ id, balanceAfter }) => balances.get(id) ?? balanceAfter}
        />
      )}
      <Line term={t("statement.closing")} minutes={statement.closing} />
    </Panel>
  );
}

function Line({ term, minutes }: { term: string; minutes: number }) {
  return (
    <p className="flex justify-between gap-4 border-y bg-sunken px-4 py-2 text-sm font-semibold tabular-nums last:rounded-b-lg last:border-b-0 sm:px-5">
      <span>{term}</span>
      <span>{durationText(minutes)}</span>
    </p>
  );
}
