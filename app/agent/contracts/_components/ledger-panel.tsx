import { EntryList, signedText } from "@/components/billing/entry-list";
import { ButtonLink } from "@/components/ui/button";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import type { ContractView, EntryView } from "@/lib/billing/contract-views";
import { getTranslator } from "@/lib/i18n/translator";
import { reverseAction } from "../actions";
import { hrefOfContract } from "../_data/addresses";
import { failureWords } from "../_data/form-words";
import { LedgerForm } from "./ledger-form";

export function LedgerPanel({ contract, entries, isFirstPage, isEditor, now }: {
  contract: ContractView;
  entries: { items: EntryView[]; next: string | null };
  isFirstPage: boolean;
  isEditor: boolean;
  now: Temporal.Instant;
}) {
  const t = getTranslator("billing");
  const { reference, state } = contract;
  const statement = `/portal/contracts/${encodeURIComponent(reference)}`;
  return (
    <Panel
      title={t("view.ledger")}
      isFlush
      actions={
        <div className="flex flex-wrap gap-2">
          <ButtonLink size="sm" href={`${statement}/pdf`} isPlain>
            {t("view.statementPdf")}
          </ButtonLink>
          <ButtonLink size="sm" href={`${statement}/csv`} isPlain>
            {t("view.statementCsv")}
          </ButtonLink>
        </div>
      }
    >
      <EntryList
        entries={entries.items}
        label={t("view.ledgerLabel")}
        now={now}
        ticketHref={(ticket) => `/agent/tickets/${ticket}`}
        {...(isEditor && state !== "ended" ? { renderAction: (entry: EntryView) => <Reversal contract={contract} entry={entry} /> } : {})}
      />
      {(entries.next !== null || !isFirstPage) && (
        <div className="border-t p-3">
          <Pagination
            label={t("view.pages")}
            previous={isFirstPage ? null : { href: hrefOfContract(reference), label: t("view.newest") }}
            next={entries.next ? { href: hrefOfContract(reference, { before: entries.next }), label: t("view.older") } : null}
          />
        </div>
      )}
    </Panel>
  );
}

function Reversal({ contract, entry }: { contract: ContractView; entry: EntryView }) {
  const t = getTranslator("billing");
  if (!entry.isReversible) return null;
  return (
    <LedgerForm
      summary={
        <>
          {t("view.reverse")}
          <span className="sr-only">: {t("view.reverseLong", { kind: t(`kind.${entry.kind}`), minutes: signedText(entry.minutes) })}</span>
        </>
      }
      id={`reverse-${entry.id}`}
      action={reverseAction}
      permalink={hrefOfContract(contract.reference)}
      hidden={{ contractId: contract.id, entryId: entry.id, submissionKey: crypto.randomUUID() }}
      fields={[{ name: "reason", label: t("reverse.reason") }]}
      words={{ ...failureWords(), submit: t("reverse.submit"), submitting: t("reverse.submitting") }}
      isDanger
    />
  );
}
