import { worthText } from "@/components/quotes/quote-words";
import { zonedText } from "@/components/tickets/zoned-text";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { getTranslator } from "@/lib/i18n/translator";
import type { CheckedReceipt } from "@/lib/tickets/receipts";
import type { CheckedDocument } from "@/lib/quotes/check-document";
import type { Check } from "../_data/checked-receipt";

export function CheckResult({ check }: { check: Check }) {
  const t = getTranslator("receipt");
  switch (check.state) {
    case "asking":
    case "unreadable":
      return null;
    case "limited":
      return (
        <Notice tone="warn" live="polite" title={t("verify.limitedTitle")}>
          {t("verify.limited")}
        </Notice>
      );
    case "false":
      return (
        <Notice tone="danger" live="polite" title={t("verify.falseTitle")}>
          {t("verify.false")}
        </Notice>
      );
    case "genuine":
      return (
        <Notice tone="success" live="polite" title={t("verify.genuineTitle")}>
          <p>{t("verify.genuine")}</p>
          <Facts receipt={check.receipt} />
          <p>{t("verify.genuineText")}</p>
        </Notice>
      );
    case "genuine-quote":
      return (
        <Notice tone="success" live="polite" title={getTranslator("quotes")("verify.title")}>
          <p>{getTranslator("quotes")(`verify.${check.document.kind}`)}</p>
          <DocumentFacts document={check.document} />
        </Notice>
      );
    default:
      return check satisfies never;
  }
}

function Facts({ receipt }: { receipt: CheckedReceipt }) {
  const t = getTranslator("receipt");
  return (
    <DescriptionList
      items={[
        { term: t("facts.reference"), value: receipt.reference },
        { term: t("facts.received"), value: zonedText(receipt.received) },
        { term: t("facts.department"), value: receipt.department },
        { term: t("facts.priority"), value: getTranslator("tickets")(`priority.${receipt.priority}`) },
        { term: t("verify.due"), value: receipt.due ? zonedText(receipt.due) : t("verify.dueUnknown") },
      ]}
    />
  );
}

function DocumentFacts({ document }: { document: CheckedDocument }) {
  const t = getTranslator("quotes");
  return (
    <DescriptionList
      items={[
        { term: t("verify.reference"), value: document.reference },
        { term: t("pdf.ticket"), value: document.ticketReference },
        { term: t("verify.at"), value: zonedText(document.at) },
        { term: t("verify.worth"), value: worthText(document) },
        { term: t("verify.state"), value: t(`state.${document.state}`) },
      ]}
    />
  );
}
