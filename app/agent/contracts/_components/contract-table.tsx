import Link from "next/link";
import { dayText, NOTICE_TONES, shownNotices, STATE_TONES } from "@/components/billing/contract-words";
import { UseBar } from "@/components/billing/use-bar";
import { Badge, StatusPill } from "@/components/ui/badge";
import type { ContractSummary } from "@/lib/billing/contract-views";
import { durationText } from "@/lib/billing/duration-text";
import { getTranslator } from "@/lib/i18n/translator";
import { hrefOfContract } from "../_data/addresses";

/** A card a contract where it is narrow, a row where it is wide. */
export function ContractTable({ contracts }: { contracts: readonly ContractSummary[] }) {
  const t = getTranslator("billing");
  return (
    <ul aria-label={t("list.label")} className="divide-y rounded-lg border bg-surface">
      {contracts.map((contract) => (
        <li key={contract.id} className="grid gap-x-6 gap-y-2 px-4 py-3.5 sm:px-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
          <div className="min-w-0 space-y-1">
            <p className="wrap-anywhere">
              <Link href={hrefOfContract(contract.reference)} className="link font-medium">
                {contract.name}
              </Link>
            </p>
            <p className="text-sm text-muted wrap-anywhere">
              {contract.organization} · <span className="tabular-nums">{contract.reference}</span>
            </p>
            <p className="flex flex-wrap gap-1.5">
              <StatusPill tone={STATE_TONES[contract.state]}>{t(`state.${contract.state}`)}</StatusPill>
              {contract.state !== "ended" &&
                shownNotices(contract.notices).map((kind) => (
                  <Badge key={kind} tone={NOTICE_TONES[kind]}>
                    {t(`noticeShort.${kind}`)}
                  </Badge>
                ))}
            </p>
          </div>
          <div className="space-y-1.5 text-sm tabular-nums">
            <p>
              <span className="text-muted">{t("list.column.available")}: </span>
              <span className="font-semibold">{durationText(contract.balance.available)}</span>
            </p>
            <UseBar percent={contract.usedPercent} />
            <p className="text-muted">
              {t("facts.used", { percent: contract.usedPercent })}
              {contract.balance.held > 0 && ` · ${t("list.held", { minutes: durationText(contract.balance.held) })}`}
            </p>
          </div>
          <p className="text-sm tabular-nums lg:text-right">
            <span className="text-muted">{t("list.column.ends")}: </span>
            {dayText(contract.endsOn)}
          </p>
        </li>
      ))}
    </ul>
  );
}
