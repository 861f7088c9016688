import "server-only";
import { balanceFacts, monthText, ruleFacts } from "@/components/billing/contract-words";
import { signedText } from "@/components/billing/entry-list";
import type { ContractView, StatementView } from "@/lib/billing/contract-views";
import { durationText } from "@/lib/billing/duration-text";
import { formatDateTime, formatFullDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";

type Fact = { term: string; value: string };
export type StatementRow = { at: string; kind: string; reason: string; ticket: string; who: string; minutes: string; balance: string };

/** A statement in words, for paper. */
export type StatementContent = {
  reference: string;
  title: string;
  organization: string;
  name: string;
  asOf: string;
  facts: Fact[];
  opening: string;
  closing: string;
  rows: StatementRow[];
  empty: string;
};

export function statementContent({ contract, statement, now }: { contract: ContractView; statement: StatementView; now: Temporal.Instant }): StatementContent {
  const t = getTranslator("billing");
  const month = monthText(statement.month);
  const given = (facts: { term: string; value: string | null }[]) => facts.filter((fact): fact is Fact => fact.value !== null);
  return {
    reference: contract.reference,
    title: t("statement.of", { month }),
    organization: contract.organization,
    name: contract.name,
    asOf: t("statement.asOf", { at: formatFullDateTime(now) }),
    facts: given([{ term: t("facts.organization"), value: contract.organization }, ...ruleFacts(contract), ...balanceFacts(contract).slice(-2, -1)]),
    opening: durationText(statement.opening),
    closing: durationText(statement.closing),
    rows: statement.entries.map((entry) => ({
      at: formatDateTime(Temporal.Instant.from(entry.at), { now }),
      kind: t(`kind.${entry.kind}`),
      reason: entry.reason,
      ticket: entry.ticket ?? "",
      who: entry.actor ?? t("view.system"),
      minutes: signedText(entry.minutes),
      balance: durationText(entry.balance),
    })),
    empty: t("statement.empty", { month }),
  };
}

/** POL-XXXX-XXXX-2026-11.pdf */
export function statementFileName(reference: string, month: string, extension: "pdf" | "csv"): string {
  return `${reference}-${month}.${extension}`;
}
