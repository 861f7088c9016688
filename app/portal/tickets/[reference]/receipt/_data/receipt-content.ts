import "server-only";
import { stepSentences } from "@/components/sla/step-words";
import { formatFullDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { zonedText } from "@/components/tickets/zoned-text";
import { env } from "@/lib/env";
import { hashGroups } from "@/lib/tickets/receipt";
import type { ReceiptView } from "@/lib/tickets/receipts";

type Fact = { term: string; value: string };

/** A receipt in words: the page and the PDF say the same. */
export type ReceiptContent = {
  reference: string;
  title: string;
  facts: Fact[];
  late: string | null;
  promise: { due: string; steps: string[] } | { unknown: string };
  subject: string;
  body: string;
  attachments: Fact[];
  answers: Fact[];
  hash: string;
  hashGroups: string[];
  /** Where anybody can check it, and the same with what is to be typed in. */
  checkAddress: string;
  checkHref: string;
  recompute: string;
};

export function receiptContent(receipt: ReceiptView): ReceiptContent {
  const t = getTranslator("receipt");
  const { facts, hash, isLate, issuedAt } = receipt;
  const checkAddress = `${env().APP_URL}/verify`;
  return {
    reference: facts.reference,
    title: t("titleOf", { reference: facts.reference }),
    facts: factsOf(receipt),
    late: isLate ? t("late", { at: formatFullDateTime(Temporal.Instant.from(issuedAt)) }) : null,
    promise: promiseOf(receipt),
    subject: facts.subject,
    body: facts.body,
    attachments: facts.attachments.map(({ name, bytes, sha256 }) => ({ term: name, value: t("attachment", { bytes, hash: sha256 }) })),
    answers: facts.answers.map(({ question, answer }) => ({ term: question, value: answer || t("noAnswer") })),
    hash,
    hashGroups: hashGroups(hash),
    checkAddress,
    checkHref: `${checkAddress}?${new URLSearchParams({ reference: facts.reference, hash }).toString()}`,
    recompute: t("recompute", { file: receiptFileName(facts.reference, "txt") }),
  };
}

export function receiptFileName(reference: string, ending: "pdf" | "txt"): string {
  return `acuse-${reference}.${ending}`;
}

function factsOf({ facts }: ReceiptView): Fact[] {
  const t = getTranslator("receipt");
  return [
    { term: t("facts.reference"), value: facts.reference },
    { term: t("facts.received"), value: zonedText(facts.received) },
    { term: t("facts.requester"), value: facts.requester },
    ...(facts.organization === null ? [] : [{ term: t("facts.organization"), value: facts.organization }]),
    { term: t("facts.department"), value: facts.department },
    ...(facts.product === null ? [] : [{ term: t("facts.product"), value: facts.product }]),
    { term: t("facts.priority"), value: getTranslator("tickets")(`priority.${facts.priority}`) },
  ];
}

function promiseOf({ facts, promise }: ReceiptView): ReceiptContent["promise"] {
  const t = getTranslator("receipt");
  if (!promise?.dueAt) return { unknown: t("promiseUnknown") };
  return {
    due: t("promise", { at: zonedText(promise.dueAt, promise.timeZone) }),
    // Told as of when it was received: a year is said where it is another one.
    steps: stepSentences(promise, Temporal.Instant.from(facts.received)),
  };
}
