import { dayText } from "@/components/billing/contract-words";
import { Notice } from "@/components/ui/notice";
import { waitsUntil } from "@/lib/billing/contract-end";
import type { ContractView } from "@/lib/billing/contract-views";
import { getTranslator } from "@/lib/i18n/translator";
import { settleAction } from "../actions";
import { hrefOfContract } from "../_data/addresses";
import { failureWords } from "../_data/form-words";
import { LedgerForm } from "./ledger-form";

/** A contract whose last day is over and whose rest is not settled: what it waits for, and a way to do it now. */
export function WaitingNotice({ contract, isEditor }: { contract: ContractView; isEditor: boolean }) {
  const t = getTranslator("billing");
  const date = dayText(contract.endsOn);
  const until = dayText(waitsUntil(Temporal.PlainDate.from(contract.endsOn)));
  return (
    <Notice tone="warn" title={contract.atEnd === "carry_over" ? t("view.waiting", { date, until }) : t("view.over", { date })}>
      {isEditor && (
        <LedgerForm
          id="settle"
          action={settleAction}
          permalink={hrefOfContract(contract.reference)}
          hidden={{ contractId: contract.id }}
          fields={[]}
          words={{ ...failureWords(), submit: t("view.settleNow"), submitting: t("view.settling") }}
        />
      )}
    </Notice>
  );
}
