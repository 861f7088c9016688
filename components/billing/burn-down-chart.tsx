import { Disclosure } from "@/components/ui/disclosure";
import { Table, Td, Th } from "@/components/ui/table";
import { burnDown, pictureOf } from "@/lib/billing/burn-down";
import type { ContractView, UseOverTime } from "@/lib/billing/contract-views";
import { durationText } from "@/lib/billing/duration-text";
import { forecastOf } from "@/lib/billing/forecast";
import { getTranslator } from "@/lib/i18n/translator";
import { dayText, forecastSentence } from "./contract-words";

const [WIDTH, HEIGHT] = [600, 180];
const TABLE_DAYS = 60;

/** A contract's balance over its time, drawn on the server, with where it leads if it goes on so; in words and as a table too. */
export function BurnDownChart({ contract, use, today }: { contract: ContractView; use: UseOverTime; today: Temporal.PlainDate }) {
  const t = getTranslator("billing");
  const points = burnDown(use.changes, today);
  const [startsOn, endsOn] = [Temporal.PlainDate.from(contract.startsOn), Temporal.PlainDate.from(contract.endsOn)];
  const forecast = contract.state === "in-force" ? forecastOf({ uses: use.uses, available: contract.balance.available, startsOn, endsOn, today }) : null;
  const first = points[0];
  const from = first && first.day < contract.startsOn ? Temporal.PlainDate.from(first.day) : startsOn;
  const to = Temporal.PlainDate.compare(today, endsOn) > 0 ? today : endsOn;
  const runsOutOn = forecast?.kind === "runs-out" ? forecast.expected : null;
  const picture = pictureOf({ points, from, to, today, runsOutOn, width: WIDTH, height: HEIGHT });
  const said = forecast ? forecastSentence(forecast) : "";
  return (
    <div className="space-y-3">
      <figure className="space-y-1.5">
        <div className="flex justify-between text-xs text-muted tabular-nums">
          <span>{durationText(picture.top)}</span>
        </div>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-labelledby="burn-down-name" aria-describedby="burn-down-said" className="h-44 w-full overflow-visible">
          <title id="burn-down-name">{t("chart.name")}</title>
          <desc id="burn-down-said">
            {t("chart.description", { top: durationText(picture.top), from: dayText(from), now: durationText(contract.balance.available), today: dayText(today), forecast: said })}
          </desc>
          <line x1="0" x2={WIDTH} y1="0.5" y2="0.5" className="stroke-line" vectorEffect="non-scaling-stroke" />
          <line x1="0" x2={WIDTH} y1={picture.zeroY} y2={picture.zeroY} className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
          <line x1={picture.todayX} x2={picture.todayX} y1="0" y2={HEIGHT} className="stroke-line-strong" strokeDasharray="2 3" vectorEffect="non-scaling-stroke" />
          <polygon points={picture.area} className="fill-accent-soft" />
          <polyline points={picture.line} fill="none" strokeWidth="2" className="stroke-accent" vectorEffect="non-scaling-stroke" />
          {picture.forecast && <polyline points={picture.forecast} fill="none" strokeWidth="2" strokeDasharray="6 4" className="stroke-warn" vectorEffect="non-scaling-stroke" />}
        </svg>
        <div className="flex justify-between gap-4 text-xs text-muted tabular-nums">
          <span>{dayText(from)}</span>
          <span className="text-right">{dayText(to)}</span>
        </div>
        <figcaption className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
          <Legend className="stroke-accent" label={t("chart.legendBalance")} />
          {picture.forecast && <Legend className="stroke-warn" label={t("chart.legendForecast")} isDashed />}
          <Legend className="stroke-line-strong" label={`${t("chart.today")}: ${dayText(today)}`} isDashed />
        </figcaption>
      </figure>
      {forecast && (
        <div className="space-y-1 text-sm">
          <p className="font-medium">{said}</p>
          {forecast.kind !== "too-little" && forecast.kind !== "used-up" && <p className="text-muted">{t("forecast.basis")}</p>}
        </div>
      )}
      <Disclosure summary={t("chart.table")} className="text-sm">
        {points.length > TABLE_DAYS && <p className="pb-2 text-muted">{t("chart.more", { count: TABLE_DAYS })}</p>}
        <Table label={t("chart.tableLabel")} isDense>
          <thead>
            <tr>
              <Th>{t("chart.day")}</Th>
              <Th className="text-right">{t("chart.balance")}</Th>
            </tr>
          </thead>
          <tbody>
            {points.slice(-TABLE_DAYS).map(({ day, balance }) => (
              <tr key={day}>
                <Th scope="row">{dayText(day)}</Th>
                <Td isNumeric>{durationText(balance)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Disclosure>
    </div>
  );
}

function Legend({ className, label, isDashed }: { className: string; label: string; isDashed?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2">
      <svg viewBox="0 0 20 4" aria-hidden="true" className="h-1 w-5">
        <line x1="0" x2="20" y1="2" y2="2" strokeWidth="2" className={className} {...(isDashed ? { strokeDasharray: "5 3" } : {})} />
      </svg>
      {label}
    </span>
  );
}
