import { readMailAddress } from "@/lib/mail/address";
import { isForged } from "@/lib/mail/inbound/authentication";
import { headersOf, type InboundFacts } from "@/lib/mail/inbound/facts";
import { ownKeysIn } from "@/lib/mail/inbound/message-ids";
import { AWAY, READ, RETURNED } from "@/lib/mail/inbound/program-words";

/** Why a message is answered to by nobody. What a person wrote to this desk is `answer`. */
export type InboundJudgement = "answer" | "own_mail" | "looped" | "no_sender" | "several_senders" | "invalid_sender" | "bounce" | "receipt" | "robot" | "automatic" | "bulk" | "calendar" | "not_to_us" | "not_genuine";

export type InboundDesk = {
  /** The address that the desk writes from, in lower case. */
  address: string;
  /** Right side of the Message-IDs that the desk makes. */
  host: string;
  /** Whose Authentication-Results are believed; null for nobody's. */
  trustedServer: string | null;
};

/** `evidence`: what of the message decided, for people to read. */
export type Judged = { verdict: InboundJudgement; evidence: string };

/**
 * Whether a message is a person's that deserves an answer (RFC 3834, and what programs do that never read it). In doubt it is not: who gets
 * no answer writes again or calls; two robots that answer each other fill two mailboxes.
 */
export function judge(facts: InboundFacts, desk: InboundDesk): Judged {
  for (const [verdict, find] of SIGNS) {
    const evidence = find(facts, desk);
    if (evidence !== null) return { verdict, evidence: evidence.slice(0, EVIDENCE_MAX) };
  }
  return { verdict: "answer", evidence: "" };
}

const EVIDENCE_MAX = 200;

type Sign = (facts: InboundFacts, desk: InboundDesk) => string | null;

/** In this order: what is surest first. */
const SIGNS: readonly (readonly [Exclude<InboundJudgement, "answer">, Sign])[] = [
  ["own_mail", ({ senders }, { address }) => senders.find((sender) => isSameMailbox(sender, address)) ?? null],
  ["looped", (facts, { host }) => (facts.messageId !== null && ownKeysIn([facts.messageId], host).length > 0 ? facts.messageId : null)],
  ["looped", (facts, { address }) => line(facts, LOOP_HEADER, (value) => value.trim().toLowerCase() === address)],
  ["bounce", (facts) => line(facts, "return-path", (value) => /^<?\s*>?$/.test(value.trim()))],
  ["bounce", (facts) => line(facts, "x-failed-recipients", () => true)],
  ["receipt", ({ contentType, parts }) => reportOf(contentType, parts, /disposition-notification/)],
  ["bounce", ({ contentType, parts }) => reportOf(contentType, parts, /delivery-status|feedback-report|^multipart\/report/)],
  ["no_sender", ({ senders }) => (senders.length === 0 ? "" : null)],
  ["several_senders", (facts) => (facts.senders.length > 1 || headersOf(facts, "from").length > 1 ? facts.senders.join(", ") : null)],
  ["bounce", ({ senders: [sender = ""] }) => (DAEMONS.test(localPart(sender)) ? sender : null)],
  ["robot", ({ senders: [sender = ""] }) => (ROBOTS.test(localPart(sender)) ? sender : null)],
  ["invalid_sender", ({ senders: [sender = ""] }) => (readMailAddress(sender) === null ? sender : null)],
  ["calendar", ({ contentType, parts }) => [contentType, ...parts.map(({ kind, method }) => (method ? `${kind}; method=${method}` : kind))].find((kind) => CALENDAR.test(kind)) ?? null],
  ["automatic", (facts) => line(facts, "auto-submitted", (value) => !/^\s*no\s*(?:[;(]|$)/i.test(value))],
  ["automatic", (facts) => line(facts, "x-auto-response-suppress", (value) => !/^\s*none\s*$/i.test(value))],
  ["automatic", (facts) => firstLine(facts, (name) => AUTOMATIC_HEADERS.has(name))],
  ["automatic", (facts) => line(facts, "precedence", (value) => /auto.?reply/i.test(value))],
  ["bulk", (facts) => line(facts, "precedence", (value) => /^\s*(?:bulk|junk|list)\b/i.test(value))],
  ["bulk", (facts) => firstLine(facts, (name) => name.startsWith("list-") || BULK_HEADERS.has(name))],
  ["bounce", ({ subject }) => (RETURNED.test(subject) ? subject : null)],
  ["receipt", ({ subject, text }) => (READ.test(subject) && text.length < 600 ? subject : null)],
  ["automatic", ({ subject }) => (AWAY.test(subject) ? subject : null)],
  ["not_to_us", ({ readers }, { address }) => (readers.some((reader) => isSameMailbox(reader, address)) ? null : readers.slice(0, 3).join(", "))],
  ["not_genuine", (facts, { trustedServer }) => (trustedServer !== null && isForged(headersOf(facts, "authentication-results"), trustedServer) ? trustedServer : null)],
];

/** Of every message that the desk writes: it knows them by it when they come back. */
export const LOOP_HEADER = "x-loop";

const DAEMONS = /^(?:mailer-?daemon|postmaster|double-?bounce|bounces?|mail-?delivery|microsoftexchange[0-9a-f]+|owner-.*|.*-bounces?|bounces?[+-].*)$/;
const ROBOTS = /^(?:(?:[a-z]+[._-])?(?:no|not|nao|never|do[._-]?not|donot)[._-]?(?:reply|replay|responder?|conteste|contestar|responda|response)(?:[._+-].*)?|(?:auto|mailer|robot|cron|daemon|system|root|www-data|nobody|wordpress|listserv|majordomo)(?:[._+-]?(?:responder|reply|mailer))?)$/;
const CALENDAR = /^(?:text\/calendar|application\/ics)\b/;
const AUTOMATIC_HEADERS = new Set(["x-autoreply", "x-autorespond", "x-autoresponse", "x-autoresponder", "x-autoreply-from", "x-auto-reply", "x-auto-response", "x-auto-replied", "x-mail-autoreply", "x-vacation", "x-autogenerated", "x-ms-exchange-generated-message-source"]);
const BULK_HEADERS = new Set(["feedback-id", "x-campaign", "x-campaign-id", "x-campaignid", "x-mailing-list", "mailing-list", "x-mc-user"]);

function line(facts: InboundFacts, name: string, isSign: (value: string) => boolean): string | null {
  const value = headersOf(facts, name).find(isSign);
  return value === undefined ? null : `${name}: ${value}`;
}

function firstLine({ headers }: InboundFacts, isSign: (name: string) => boolean): string | null {
  const found = headers.find(({ name }) => isSign(name));
  return found ? `${found.name}: ${found.value}` : null;
}

function reportOf(contentType: string, parts: InboundFacts["parts"], sign: RegExp): string | null {
  return [contentType, ...parts.map(({ kind }) => kind)].find((kind) => (/^(?:multipart\/report|message\/)/.test(kind) && sign.test(kind))) ?? null;
}

function localPart(address: string): string {
  return address.slice(0, Math.max(0, address.lastIndexOf("@")));
}

/** The same box, whatever stands behind a plus. */
function isSameMailbox(one: string, other: string): boolean {
  return withoutTag(one) === withoutTag(other);
}

/** As one sender is counted: without what they put behind a plus. */
export function withoutTag(address: string): string {
  return address.toLowerCase().replace(/\+[^@]*(?=@[^@]*$)/, "");
}
