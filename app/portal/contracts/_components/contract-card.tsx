import { NOTICE_TONES, noticeSentences, STATE_TONES } from "@/components/billing/contract-words";
import { UseBar } from "@/components/billing/use-bar";
import { StatusPill } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Card } from "@/components/ui/panel";
import type { ContractSummary } from "@/lib/billing/contract-views";
import { getTranslator } from "@/lib/i18n/translator";
import { ownSentences } from "./own-sentences";

/** A contract in words. What was told of it is told to whoever may authorise. */
export function ContractCard({ contract }: { contract: ContractSummary }) {
  const t = getTranslator("billing");
  const { reference, name, state, usedPercent, mayAuthorise } = contract;
  return (
    <Card className="space-y-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 className="text-base font-semibold wrap-anywhere">{name}</h2>
          <p className="text-sm text-muted tabular-nums">{reference}</p>
        </div>
        <StatusPill tone={STATE_TONES[state]}>{t(`state.${state}`)}</StatusPill>
      </div>
      {mayAuthorise && state !== "ended" && noticeSentences(contract).map(({ kind, sentence }) => <Notice key={kind} tone={NOTICE_TONES[kind]} title={sentence} />)}
      <UseBar percent={usedPercent} />
      <div className="space-y-1 text-sm tabular-nums">
        {ownSentences(contract).map((sentence) => (
          <p key={sentence} className="first:font-medium">
            {sentence}
          </p>
        ))}
        {mayAuthorise && state === "in-force" && <p className="text-muted">{t("own.mayAuthorise")}</p>}
      </div>
      <ButtonLink href={`/portal/contracts/${reference}`} aria-label={`${t("own.see")}: ${name}`}>
        {t("own.see")}
      </ButtonLink>
    </Card>
  );
}
