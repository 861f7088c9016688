import { Card } from "@/components/ui/panel";
import type { ContractView } from "@/lib/billing/contract-views";
import { hoursText } from "@/lib/billing/minutes";
import type { ContractOrganization } from "@/lib/billing/form-queries";
import { getTranslator } from "@/lib/i18n/translator";
import { adjustAction, buyAction, editAction } from "../actions";
import { hrefOfContract } from "../_data/addresses";
import { contractFormWords, failureWords, peopleOf } from "../_data/form-words";
import { ContractForm } from "./contract-form";
import { LedgerForm } from "./ledger-form";

/** What an administrator does to a contract: more hours, an adjustment, other rules. */
export function EditorPanels({ contract, organization }: { contract: ContractView; organization: ContractOrganization }) {
  const t = getTranslator("billing");
  const permalink = hrefOfContract(contract.reference);
  const initial = {
    name: contract.name,
    startsOn: contract.startsOn,
    endsOn: contract.endsOn,
    rounding: String(contract.roundingMinutes),
    atEnd: contract.atEnd,
    overage: hoursText(contract.overageLimitMinutes),
    authorisers: contract.authorisers,
    authoriserIds: contract.authoriserIds,
  };
  return (
    <Card className="divide-y py-1">
      <LedgerForm
        summary={t("buy.title")}
        id="buy"
        action={buyAction}
        permalink={permalink}
        hidden={{ contractId: contract.id, submissionKey: crypto.randomUUID() }}
        fields={[
          { name: "hours", label: t("form.hours"), hint: t("form.hoursHint") },
          { name: "price", label: t("form.price"), hint: t("form.priceHint") },
          { name: "reason", label: t("buy.reason"), hint: t("buy.reasonHint"), optionalLabel: getTranslator("ui")("optional") },
        ]}
        words={{ ...failureWords(), submit: t("buy.submit"), submitting: t("buy.submitting") }}
      />
      <LedgerForm
        summary={t("adjust.title")}
        id="adjust"
        action={adjustAction}
        permalink={permalink}
        hidden={{ contractId: contract.id, submissionKey: crypto.randomUUID() }}
        fields={[
          { name: "direction", label: t("adjust.direction"), options: [{ value: "add", label: t("adjust.add") }, { value: "take", label: t("adjust.take") }] },
          { name: "hours", label: t("adjust.hours"), hint: t("form.hoursHint") },
          { name: "reason", label: t("adjust.reason"), hint: t("adjust.reasonHint") },
        ]}
        words={{ ...failureWords(), submit: t("adjust.submit"), submitting: t("adjust.submitting") }}
      />
      <ContractForm
        summary={t("view.edit")}
        key={contract.version}
        action={editAction}
        permalink={permalink}
        hidden={{ contractId: contract.id, version: contract.version }}
        isNew={false}
        initial={initial}
        people={peopleOf(organization)}
        words={contractFormWords("edit")}
      />
    </Card>
  );
}
