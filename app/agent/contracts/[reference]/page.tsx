import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BurnDownChart } from "@/components/billing/burn-down-chart";
import { balanceFacts, dayText, noticeSentences, priceText, ruleFacts, STATE_TONES } from "@/components/billing/contract-words";
import { UseBar } from "@/components/billing/use-bar";
import { PageHeader } from "@/components/layout/page-header";
import { StatusPill } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { findContract, findContractUse } from "@/lib/billing/contract-queries";
import { parseContractReference } from "@/lib/billing/contract-reference";
import type { ContractView } from "@/lib/billing/contract-views";
import { listEntries } from "@/lib/billing/entry-queries";
import { findContractOrganization } from "@/lib/billing/form-queries";
import { canEditBilling } from "@/lib/billing/policy";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { dayAt } from "@/lib/time/days";
import type { Query } from "../../_data/list-address";
import { DoneNotice } from "../../settings/synonyms/_components/done-notice";
import { EditorPanels } from "../_components/editor-panels";
import { LedgerPanel } from "../_components/ledger-panel";
import { WaitingNotice } from "../_components/waiting-notice";
import { hrefOfContracts } from "../_data/addresses";

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<Query> };

const DONE = ["created", "edited", "bought", "adjusted", "reversed", "settled"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${getTranslator("billing")("title")} ${parseContractReference((await params).reference) ?? ""}` };
}

/** A contract as the desk sees it: what is left, how it was used and where that leads, its rules and its ledger. */
export default async function ContractPage({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const ctx = contextOf(actor);
  const reference = parseContractReference((await params).reference);
  const query = await searchParams;
  const contract = reference ? await findContract(ctx, reference) : null;
  if (!contract) notFound();
  const before = typeof query.before === "string" && /^[1-9]\d{0,17}$/.test(query.before) ? query.before : undefined;
  const isEditor = canEditBilling(actor);
  const [use, entries, organization] = await Promise.all([
    findContractUse(ctx, contract.reference),
    listEntries(ctx, { contractId: contract.id, ...(before ? { before } : {}) }),
    isEditor && contract.state !== "ended" ? findContractOrganization(ctx, { id: contract.organizationId }) : null,
  ]);
  const today = dayAt(ctx.now, DESK_TIME_ZONE);
  const done = DONE.find((each) => each === query.done);
  const t = getTranslator("billing");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-page space-y-5">
        <PageHeader
          title={contract.name}
          meta={
            <>
              <span>{contract.organization}</span>
              <span className="tabular-nums">{contract.reference}</span>
              <StatusPill tone={STATE_TONES[contract.state]}>{t(`state.${contract.state}`)}</StatusPill>
            </>
          }
          actions={<ButtonLink href={hrefOfContracts()}>{t("view.back")}</ButtonLink>}
        />
        {done && <DoneNotice text={t(`view.done.${done}`)} />}
        {contract.state === "waiting" && <WaitingNotice contract={contract} isEditor={isEditor} />}
        {contract.state !== "ended" && noticeSentences(contract).map(({ kind, sentence }) => <Notice key={kind} tone={kind === "used_100" ? "danger" : "warn"} title={sentence} />)}
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="space-y-5 xl:order-last">
            <Panel title={t("view.balance")}>
              <div className="space-y-3">
                <UseBar percent={contract.usedPercent} />
                <p className="text-sm text-muted">{t("facts.used", { percent: contract.usedPercent })}</p>
                <DescriptionList items={balanceFacts(contract)} />
              </div>
            </Panel>
            <Panel title={t("view.rules")}>
              <DescriptionList items={[...ruleFacts(contract), ...moreFacts(contract)]} />
            </Panel>
            {organization && <EditorPanels contract={contract} organization={organization} />}
          </div>
          <div className="space-y-5">
            <Panel title={t("chart.title")}>{use && <BurnDownChart contract={contract} use={use} today={today} />}</Panel>
            <LedgerPanel contract={contract} entries={entries} isFirstPage={before === undefined} isEditor={isEditor} now={ctx.now} />
          </div>
        </div>
      </div>
    </div>
  );
}

function moreFacts(contract: ContractView) {
  const t = getTranslator("billing");
  const { createdBy, createdAt, settledAt, carriedInto, carriedFrom } = contract;
  const day = (at: string) => dayText(dayAt(Temporal.Instant.from(at), DESK_TIME_ZONE));
  return [
    { term: t("facts.price"), value: priceText(contract) },
    { term: createdBy ? t("facts.createdBy", { name: createdBy }) : t("facts.created"), value: day(createdAt) },
    { term: t("facts.settled"), value: settledAt && day(settledAt) },
    { term: t("facts.carriedInto"), value: carriedInto },
    { term: t("facts.carriedFrom"), value: carriedFrom.length > 0 ? carriedFrom.join(", ") : null },
  ];
}
