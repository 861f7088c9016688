import { getTranslator } from "@/lib/i18n/translator";
import type { SlaInForce } from "@/lib/sla/queries";
import { SectionHeading } from "./section-heading";
import { wordedTargets } from "./target-words";

/** The promises in force, by priority. */
export function HomeTimes({ sla }: { sla: SlaInForce }) {
  const t = getTranslator("public");
  return (
    <section aria-labelledby="tiempos">
      <SectionHeading
        id="tiempos"
        title={t("home.timesTitle")}
        lead={sla.policy.clock === "business-hours" ? t("targets.clockHours") : t("targets.clockDays")}
        more={
          <a href="/policies/tiempos-de-respuesta" className="link">
            {t("home.timesMore")}
          </a>
        }
      />
      <dl className="mt-5 grid divide-y rounded-lg border bg-surface sm:grid-cols-3 sm:divide-x sm:divide-y-0">
        {wordedTargets(sla).map((target) => (
          <div key={target.priority} className="p-5">
            <dt className="text-sm text-muted">
              {t("targets.priority")} {target.name.toLocaleLowerCase("es")}
            </dt>
            <dd className="mt-1">
              <span className="block text-lg font-semibold">{target.maximum}</span>
              {target.about && <span className="block text-sm">{target.about}</span>}
              <span className="mt-2 block text-sm text-muted">{target.forWhom}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
