import { stepSentences, type ExplainedPromise } from "@/components/sla/step-words";
import { Disclosure } from "@/components/ui/disclosure";
import { getTranslator } from "@/lib/i18n/translator";

/** The steps that lead to the promised date, folded. */
export function DueReason({ promise, now, isOpen }: { promise: ExplainedPromise & { dueAt: string | null }; now: Temporal.Instant; isOpen?: boolean }) {
  const t = getTranslator("sla");
  if (promise.steps.length === 0) return null;
  return (
    <Disclosure summary={t(promise.dueAt ? "why" : "whyPaused")} isOpen={isOpen} className="text-sm">
      <ol className="list-decimal space-y-1 pl-4 text-muted tabular-nums marker:text-faint">
        {stepSentences(promise, now).map((sentence, index) => (
          <li key={index}>{sentence}</li>
        ))}
      </ol>
    </Disclosure>
  );
}
