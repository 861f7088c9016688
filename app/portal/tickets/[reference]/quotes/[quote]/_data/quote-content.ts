import "server-only";
import { quantityText, unitPriceText, vatText } from "@/components/quotes/quote-words";
import { zonedText } from "@/components/tickets/zoned-text";
import { durationText } from "@/lib/billing/duration-text";
import { env } from "@/lib/env";
import { formatAmount, formatMoney } from "@/lib/i18n/money";
import { getTranslator } from "@/lib/i18n/translator";
import type { QuoteLine, QuoteView } from "@/lib/quotes/quote-types";
import { hashGroups } from "@/lib/tickets/receipt";

type Fact = { term: string; value: string };

/** A quote in words, as it is printed: what was offered, what was answered, and the hashes of both. */
export type QuoteContent = {
  title: string;
  reference: string;
  facts: Fact[];
  lines: { name: string; detail: string; amount: string }[];
  totals: Fact[];
  texts: { title: string; text: string }[];
  answer: { title: string; lead: string; items: string[]; fiscal: Fact[] } | null;
  hashes: { title: string; groups: string[] }[];
  checkAddress: string;
  checkHref: string;
};

export function quoteContent(quote: QuoteView): QuoteContent {
  const t = getTranslator("quotes");
  const { decision } = quote;
  const checkAddress = `${env().APP_URL}/verify`;
  const newest = decision?.sha256 ?? quote.sha256 ?? "";
  return {
    title: t(`page.heading.${quote.basis}`, { reference: quote.reference }),
    reference: quote.reference,
    facts: factsOf(quote),
    lines: quote.lines.map((line) => lineOf(line, quote.basis === "contract")),
    totals: totalsOf(quote),
    texts: textsOf(quote),
    answer: decision && answerOf(decision),
    hashes: [
      ...(decision ? [{ title: t("pdf.answerHash"), groups: hashGroups(decision.sha256) }] : []),
      { title: t("pdf.quoteHash"), groups: hashGroups(quote.sha256 ?? "") },
    ],
    checkAddress,
    checkHref: `${checkAddress}?${new URLSearchParams({ reference: quote.reference, hash: newest }).toString()}`,
  };
}

/** Latin letters alone: it stands in a header. */
export function quoteFileName(reference: string, ending: "pdf" | "txt"): string {
  return `cotizacion-${reference}.${ending}`;
}

function factsOf(quote: QuoteView): Fact[] {
  const t = getTranslator("quotes");
  return [
    { term: t("pdf.ticket"), value: `${quote.ticket.reference} · ${quote.ticket.subject}` },
    { term: t("pdf.state"), value: t(`state.${quote.state}`) },
    ...(quote.sentAt ? [{ term: t("pdf.sent"), value: `${zonedText(quote.sentAt)} · ${quote.sentByName ?? ""}` }] : []),
    { term: t("pdf.validUntil"), value: zonedText(quote.validUntil) },
    ...(quote.contract ? [{ term: t("pdf.contract"), value: `${quote.contract.reference} · ${quote.contract.name}` }] : []),
    { term: t("pdf.rateCard"), value: t("pdf.version", { number: quote.rateCardNumber }) },
  ];
}

function lineOf(line: QuoteLine, isByHours: boolean): QuoteContent["lines"][number] {
  const t = getTranslator("quotes");
  const parts = isByHours ? [line.code, quantityText(line)] : [line.code, quantityText(line), unitPriceText(line), t("line.vat", { rate: vatText(line.vatRateBp), amount: formatAmount(line.vatCents) })];
  const discount = line.discountCents > 0 ? [t("line.discount", { amount: formatAmount(line.discountCents), reason: line.discountReason ?? "" })] : [];
  return { name: line.description, detail: [...parts, ...discount].join(" · "), amount: isByHours ? durationText(line.minutes) : formatAmount(line.subtotalCents - line.discountCents) };
}

function totalsOf(quote: QuoteView): Fact[] {
  const t = getTranslator("quotes");
  if (quote.basis === "contract") return [{ term: t("pdf.hours"), value: durationText(quote.estimatedMinutes) }];
  return [
    { term: t("totals.subtotal"), value: formatAmount(quote.subtotalCents) },
    ...(quote.discountCents > 0 ? [{ term: t("totals.discount"), value: `\u2212${formatAmount(quote.discountCents)}` }] : []),
    { term: t("totals.vat"), value: formatAmount(quote.vatCents) },
    { term: t("totals.total"), value: formatMoney(quote.totalCents) },
  ];
}

function textsOf(quote: QuoteView): QuoteContent["texts"] {
  const t = getTranslator("quotes");
  const texts = [
    { title: t("sheet.scope"), text: quote.scope },
    { title: t("sheet.exclusions"), text: quote.exclusions },
    ...(quote.basis === "event" ? [{ title: t("sheet.paymentTerms"), text: quote.paymentTerms }] : []),
  ];
  return texts.filter(({ text }) => text !== "");
}

function answerOf(decision: NonNullable<QuoteView["decision"]>): NonNullable<QuoteContent["answer"]> {
  const t = getTranslator("quotes");
  const { verdict, byName, at, reason, accepted, fiscal } = decision;
  return {
    title: t(`answer.${verdict}`),
    lead: t(`answer.${verdict}By`, { name: byName, at: zonedText(at) }),
    items: reason === null ? accepted : [reason],
    fiscal: fiscal === null ? [] : [{ term: t("pdf.rfc"), value: fiscal.rfc }, { term: t("pdf.legalName"), value: fiscal.legalName }, { term: t("pdf.fiscalCodes"), value: t("pdf.fiscalCodesOf", fiscal) }],
  };
}
