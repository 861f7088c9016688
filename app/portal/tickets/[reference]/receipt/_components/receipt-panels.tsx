import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import { getTranslator } from "@/lib/i18n/translator";
import type { ReceiptContent } from "../_data/receipt-content";

export function ReceiptFactsPanel({ facts }: Pick<ReceiptContent, "facts">) {
  return (
    <Panel title={getTranslator("receipt")("factsTitle")} className="break-inside-avoid">
      <DescriptionList items={facts} />
    </Panel>
  );
}

export function ReceiptPromisePanel({ promise }: Pick<ReceiptContent, "promise">) {
  const t = getTranslator("receipt");
  return (
    <Panel title={t("promiseTitle")} className="break-inside-avoid">
      {"unknown" in promise ? (
        <p className="text-sm">{promise.unknown}</p>
      ) : (
        <div className="space-y-3 text-sm">
          <p className="text-base font-semibold tabular-nums">{promise.due}</p>
          <h3 className="font-semibold">{t("whyTitle")}</h3>
          <ol className="list-decimal space-y-1 pl-5 text-muted tabular-nums">
            {promise.steps.map((step, index) => (
              <li key={index}>{step}</li>
            ))}
          </ol>
        </div>
      )}
    </Panel>
  );
}

/** As it was typed, signs of Markdown and all: that is what the hash is of. */
export function ReceiptTextPanel({ content }: { content: ReceiptContent }) {
  const t = getTranslator("receipt");
  return (
    <Panel title={t("textTitle")}>
      <div className="space-y-4 text-sm">
        <div className="space-y-1">
          <h3 className="text-muted">{t("subject")}</h3>
          <p className="font-medium whitespace-pre-wrap wrap-anywhere">{content.subject}</p>
        </div>
        <div className="space-y-1">
          <h3 className="text-muted">{t("body")}</h3>
          <p className="whitespace-pre-wrap wrap-anywhere">{content.body}</p>
        </div>
        <More title={t("attachmentsTitle")} facts={content.attachments} />
        <More title={t("answersTitle")} facts={content.answers} />
      </div>
    </Panel>
  );
}

function More({ title, facts }: { title: string; facts: ReceiptContent["facts"] }) {
  if (facts.length === 0) return null;
  return (
    <div className="space-y-1">
      <h3 className="text-muted">{title}</h3>
      <ul className="space-y-2">
        {facts.map(({ term, value }, index) => (
          <li key={index} className="wrap-anywhere">
            <span className="block font-medium">{term}</span>
            <span className="block whitespace-pre-wrap text-muted">{value}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
