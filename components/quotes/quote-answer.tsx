import { zonedText } from "@/components/tickets/zoned-text";
import { Panel } from "@/components/ui/panel";
import { getTranslator } from "@/lib/i18n/translator";
import type { DecisionView } from "@/lib/quotes/quote-types";

/** What was answered: by whom, when, in which words, and the hash that proves it. */
export function QuoteAnswer({ decision, titleLevel = 2 }: { decision: DecisionView; titleLevel?: 2 | 3 }) {
  const t = getTranslator("quotes");
  return (
    <Panel title={t(`answer.${decision.verdict}`)} titleLevel={titleLevel}>
      <div className="space-y-3 text-sm">
        <p>{t(`answer.${decision.verdict}By`, { name: decision.byName, at: zonedText(decision.at) })}</p>
        {decision.reason !== null && <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{decision.reason}</p>}
        {decision.accepted.length > 0 && (
          <ul className="list-disc space-y-1 pl-5">
            {decision.accepted.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
        <p className="text-muted">{t("answer.hash")}</p>
        <p className="rounded-md bg-sunken px-3 py-2 font-mono text-xs break-all">{decision.sha256}</p>
      </div>
    </Panel>
  );
}
