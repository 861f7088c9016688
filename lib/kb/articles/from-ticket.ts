import { findSecrets } from "@/lib/secrets/find-secrets";
import { replaceSpan } from "@/lib/secrets/marks";

/** What is known of the ticket: `names` of whoever took part, `domains` of the organization, `sealed` the mark of a sealed value. */
export type TicketTexts = { subject: string; opening: string; /** The desk's, oldest first. */ replies: readonly string[]; names: readonly string[]; domains: readonly string[]; sealed: string };
export type DraftWords = { cover: string; problem: string; cause: string; causeHint: string; solution: string; solutionHint: string; untitled: string };

const TITLE_LONGEST = 150;
const SUMMARY_LONGEST = 200;
const TEXT_LONGEST = 30_000;

/**
 * The beginning of an article: what was asked, room for the cause, what the desk answered. What tells who it was is covered: names,
 * addresses, numbers, the organization's domains, secrets. Somebody reads it before it is published; this only spares them the covering.
 */
export function articleFromTicket({ subject, opening, replies, ...known }: TicketTexts, words: DraftWords): { title: string; summary: string; body: string } {
  const problem = impersonal(opening, known, words.cover);
  const solutions = replies.map((reply) => impersonal(reply, known, words.cover)).filter(Boolean);
  const title = impersonal(subject, known, words.cover).replace(/\s+/g, " ").slice(0, TITLE_LONGEST).toWellFormed().trim() || words.untitled;
  const summary = firstSentence(problem) || title;
  const body = [`## ${words.problem}`, problem || title, `## ${words.cause}`, words.causeHint, `## ${words.solution}`, solutions.join("\n\n") || words.solutionHint].join("\n\n");
  return { title, summary, body };
}

type Known = Pick<TicketTexts, "names" | "domains" | "sealed">;

/** A text without greeting, signature, and whatever tells who it is of. */
export function impersonal(text: string, { names, domains, sealed }: Known, cover: string): string {
  const bare = withoutCourtesies(text.slice(0, TEXT_LONGEST).toWellFormed().replaceAll("\0", ""));
  const open = findSecrets(bare).toReversed().reduce((covered, finding) => replaceSpan(covered, finding, cover), bare);
  const covered = [ADDRESS, ...domainsOf({ domains, sealed }), ...PATTERNS, ...namesOf(names)].reduce((kept, pattern) => kept.replace(pattern, cover), open);
  // A picture of the ticket is nobody else's to see; two covers in a row say no more than one.
  const doubled = `${escaped(cover)}(?:[ ,]*${escaped(cover)})+`;
  return covered.replace(/!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)/g, "").replaceAll("![", "[").replace(new RegExp(doubled, "g"), cover).replace(/\n{3,}/g, "\n\n").trim();
}

/** Before the domain in it, and the name. */
const ADDRESS = /[\p{L}\d._%+-]{1,64}@[\p{L}\d.-]{1,253}\.\p{L}{2,24}/gu;

const PATTERNS: readonly RegExp[] = [
  // Labels of the desk and numbers of orders, as they are named.
  /\b(?:IMP|COT|POL|FAC|CAR|CIT)-[A-Z0-9]{4,12}(?:-[A-Z0-9]{2,12})?\b/gi,
  /\b(?:pedido|orden|folio|factura|contrato|cliente|ticket)\s{0,2}(?:n[\p{L}.]{0,6}\s{0,2}|#\s{0,2}){0,2}[A-Z]{0,4}-?\d{3,15}\b/giu,
  // RFC, then CURP.
  /\b[A-Z&\u00d1]{3,4}\d{6}[A-Z\d]{3}\b/giu,
  /\b[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d\b/gi,
  /\b(?:\d{1,3}\.){3}\d{1,3}\b/g,
  /(?<![\p{L}\d:])(?:[\da-f]{1,4}:){3,7}:?[\da-f]{0,4}(?![\p{L}\d:])/giu,
  /(?<![\p{L}\d])(?:\+?52[ .-]?)?(?:1[ .-]?)?\(?\d{2,3}\)?[ .-]?\d{3,4}[ .-]?\d{4}(?![\p{L}\d])/gu,
];

function domainsOf({ domains, sealed }: Omit<Known, "names">): RegExp[] {
  return [
    new RegExp(`${escaped(sealed)}(?: \\(\\d{1,2}\\))?`, "gu"),
    ...domains.filter((domain) => domain.length > 3).map((domain) => new RegExp(`(?:[a-z][a-z\\d+.-]{1,10}://)?(?:[\\p{L}\\d-]{1,63}\\.){0,5}${escaped(domain)}(?![\\p{L}\\d-])(?:[/?#]\\S{0,500})?`, "giu")),
  ];
}

/** Whole and in their parts, the longest first. */
function namesOf(names: readonly string[]): RegExp[] {
  const parts = names.flatMap((name) => [name, ...name.split(/\s+/)]).map((each) => each.trim()).filter((each) => each.length > 2);
  return [...new Set(parts)].sort((one, other) => other.length - one.length).map((text) => new RegExp(`(?<![\\p{L}\\d])${escaped(text)}(?![\\p{L}\\d])`, "giu"));
}

const GREETING = /^[\s\u00a1]*(?:hola|hello|hi|dear|buen[oa]?s?(?:\s+(?:d[i\u00ed]as?|tardes?|noches?))|buenas|estimad[oa]s?|qu[e\u00e9] tal)(?:[ \t]+\p{L}+\.?){0,4}[ \t]*(?:[,.:!;]+|$)/iu;
const FAREWELL = /^\s*(?:saludos|un saludo|muchas gracias|(?:mil )?gracias|atentamente|atte|cordialmente|quedo (?:al pendiente|atent[oa])|quedamos|regards|best regards|thanks|thank you|--+|__+)(?:[ ,.!:]|$)/iu;
/** A signature is a few short lines. */
const SIGNATURE = { lines: 8, length: 80 };

function withoutCourtesies(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").trim().replace(GREETING, "").trim().replace(GREETING, "").trim().split("\n");
  const from = Math.max(0, lines.length - SIGNATURE.lines);
  const farewell = lines.findIndex((line, at) => at >= from && at > 0 && line.length <= SIGNATURE.length && FAREWELL.test(line) && lines.slice(at).every((each) => each.length <= SIGNATURE.length));
  return (farewell === -1 ? lines : lines.slice(0, farewell)).join("\n").trim();
}

function firstSentence(text: string): string {
  const plain = text.replace(/[#*_`>|[\]]+/g, " ").replace(/\s+/g, " ").trim();
  const end = /[.!?](?=\s|$)/.exec(plain)?.index;
  const sentence = end === undefined ? plain : plain.slice(0, end + 1);
  return sentence.length <= SUMMARY_LONGEST ? sentence : `${sentence.slice(0, SUMMARY_LONGEST).toWellFormed().replace(/\s+\S*$/, "")}…`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
