import { getTranslator } from "@/lib/i18n/translator";
import { SectionHeading } from "./section-heading";

const ADVICE = ["1", "2", "3", "4", "5", "6"] as const;

export function HomeAdvice() {
  const t = getTranslator("public");
  return (
    <section aria-labelledby="consejos">
      <SectionHeading id="consejos" title={t("home.adviceTitle")} lead={t("home.adviceLead")} />
      <ol className="mt-5 grid gap-x-10 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
        {ADVICE.map((number) => (
          <li key={number} className="flex gap-4 border-t pt-4">
            <span aria-hidden="true" className="w-4 shrink-0 font-semibold text-accent tabular-nums">
              {number}
            </span>
            <div>
              <h3 className="font-semibold">{t(`home.advice.${number}.title`)}</h3>
              <p className="mt-0.5 text-sm text-muted">{t(`home.advice.${number}.text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
