import { balanceSentences } from "@/components/billing/balance-words";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { formatAmount } from "@/lib/i18n/money";
import { getTranslator } from "@/lib/i18n/translator";
import { priceOf } from "@/lib/quotes/quote-lines";
import type { QuoteView, RateItem } from "@/lib/quotes/quote-types";
import type { QuoteDesk } from "@/lib/quotes/staff-quote-queries";
import { DEFAULT_VALID_DAYS, MOST_VALID_DAYS } from "@/lib/quotes/states";
import { typedCents, typedHours } from "@/lib/quotes/typed-amounts";
import { dayAt } from "@/lib/time/days";
import type { QuoteFormValues, QuoteFormWords } from "../_components/quote-form";

/** What the form begins with: the draft, else the quote before it, so that a revision is not typed anew (what was authorised is not revised), else what is usual. */
export function initialValues({ draft, earlier, card, ticket, contracts }: QuoteDesk, now: Temporal.Instant): QuoteFormValues {
  const last = earlier[0]?.state === "authorised" ? undefined : earlier[0];
  const from = draft?.quote ?? last;
  const usual = dayAt(now, DESK_TIME_ZONE).add({ days: DEFAULT_VALID_DAYS }).toString();
  const isByHours = ticket.contractId !== null && contracts.some(({ id }) => id === ticket.contractId);
  if (!from) {
    return { basis: isByHours ? "contract" : "event", contractId: ticket.contractId ?? "", lines: [], scope: "", exclusions: "", paymentTerms: getTranslator("quotes")("form.usualTerms"), validOn: usual };
  }
  return {
    basis: from.basis,
    contractId: contracts.find(({ id }) => id === from.contract?.id)?.id ?? "",
    lines: from.lines.map((line) => typedLine(line, card?.items ?? [])),
    scope: from.scope,
    exclusions: from.exclusions,
    paymentTerms: from.paymentTerms,
    validOn: draft ? dayAt(Temporal.Instant.from(draft.quote.validUntil), DESK_TIME_ZONE).toString() : usual,
  };
}

/** By its code: the service of an earlier card is the one of the card in force. */
function typedLine(line: QuoteView["lines"][number], items: RateItem[]) {
  return {
    item: items.find(({ code }) => code === line.code)?.id ?? "",
    quantity: line.unit === "hour" ? typedHours(line.quantity) : String(line.quantity),
    discount: line.discountCents > 0 ? typedCents(line.discountCents) : "",
    reason: line.discountReason ?? "",
  };
}

const LABEL_MAX = 70;

export function itemLabels({ card, prices }: QuoteDesk): Record<string, string> {
  const t = getTranslator("quotes");
  return Object.fromEntries(
    (card?.items ?? []).map((item) => {
      const description = item.description.length > LABEL_MAX ? `${item.description.slice(0, LABEL_MAX)}…` : item.description;
      return [item.id, `${item.code} · ${description} · ${t(`line.per.${item.unit}`, { price: formatAmount(priceOf(item, prices)) })}`];
    }),
  );
}

export function contractOptions({ contracts }: QuoteDesk): { value: string; label: string }[] {
  return contracts.map((contract) => ({ value: contract.id, label: `${balanceSentences(contract).left} ${balanceSentences(contract).until}` }));
}

export function validDays(now: Temporal.Instant): { first: string; last: string } {
  const today = dayAt(now, DESK_TIME_ZONE);
  return { first: today.toString(), last: today.add({ days: MOST_VALID_DAYS }).toString() };
}

export function formWords(): QuoteFormWords {
  const t = getTranslator("quotes");
  const agent = getTranslator("agent");
  return {
    basis: t("form.basis"),
    bases: [{ value: "event", label: t("form.event"), description: t("form.eventHint") }, { value: "contract", label: t("form.hours"), description: t("form.hoursHint") }],
    contract: t("form.contract"),
    contractHint: t("form.contractHint"),
    first: t("form.first"),
    lines: t("sheet.lines"),
    line: {
      legend: t("form.line", { line: "{line}" }),
      item: t("form.item"),
      none: t("form.none"),
      quantity: t("form.quantity"),
      events: t("form.events"),
      hours: t("form.hoursUnit"),
      discount: t("form.discount"),
      discountHint: t("form.discountHint"),
      reason: t("form.reason"),
      remove: t("form.remove", { line: "{line}" }),
    },
    add: t("form.add"),
    total: t("form.total", { total: "{total}", time: "{time}" }),
    totalHours: t("form.totalHours", { time: "{time}" }),
    totalUnread: t("form.totalUnread"),
    scope: t("sheet.scope"),
    scopeHint: t("form.scopeHint"),
    exclusions: t("sheet.exclusions"),
    paymentTerms: t("sheet.paymentTerms"),
    validOn: t("form.validOn"),
    optional: t("form.optional"),
    invalid: t("form.invalid"),
    signIn: agent("compose.signIn"),
    seeSaved: t("form.seeSaved"),
    offline: agent("compose.offline"),
    submit: t("form.submit"),
    submitAnyway: t("form.submitAnyway"),
    submitting: t("form.submitting"),
  };
}
