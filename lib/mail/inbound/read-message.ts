import "server-only";
import PostalMime, { addressParser, type Email } from "postal-mime";
import { headerLine } from "@/lib/mail/address";
import type { InboundFacts } from "@/lib/mail/inbound/facts";
import { messageIdsIn } from "@/lib/mail/inbound/message-ids";
import { ownWords } from "@/lib/mail/inbound/own-words";

/** As much as the form takes. */
const SUBJECT_MAX = 150;
/** Room for some hundred readers. */
const HEADER_MAX = 20_000;
const LISTED_MAX = 1_000;
/** Deep enough for every program that people write with; the parser refuses what is deeper. */
const LIMITS = { maxNestingDepth: 40, maxHeadersSize: 512 * 1024, maxRfc822NestingDepth: 0, rfc822Attachments: true } as const;
/** A text that has none of these is no message. */
const OF_A_MESSAGE = new Set(["from", "to", "subject", "date", "message-id", "received", "return-path", "mime-version"]);

/** Reads a message as it came over the wire (RFC 5322, MIME); null when it is none, or made to be read by nobody. */
export async function readMessage(bytes: Uint8Array): Promise<InboundFacts | null> {
  const email = await parsed(bytes);
  if (!email?.headers.some(({ key }) => OF_A_MESSAGE.has(key))) return null;
  const headers = email.headers.map(({ key, value }) => ({ name: key, value: headerLine(value, HEADER_MAX) }));
  const valuesOf = (name: string) => headers.filter((header) => header.name === name).map(({ value }) => value);
  const subject = headerLine(email.subject ?? "", SUBJECT_MAX).toWellFormed();
  const [messageId = null] = messageIdsIn(valuesOf("message-id").join(" "));
  return {
    headers,
    senders: addressesIn(valuesOf("from")),
    readers: addressesIn([...valuesOf("to"), ...valuesOf("cc")]),
    subject,
    text: ownWords(await textOf(email), { subject }),
    messageId,
    references: [...new Set(messageIdsIn([...valuesOf("references"), ...valuesOf("in-reply-to")].join(" ")))],
    contentType: (valuesOf("content-type")[0] ?? "").toLowerCase(),
    parts: email.attachments.slice(0, LISTED_MAX).map(({ mimeType, method }) => ({ kind: mimeType.toLowerCase(), method: method?.toLowerCase() ?? null })),
  };
}

/**
 * Its text; of a message that has only HTML, the words of that. The parser makes words of HTML where another part of the message is plain
 * text, and so one is put before it.
 */
async function textOf({ text, html }: Email): Promise<string> {
  if (text !== undefined || html === undefined) return text ?? "";
  const part = (kind: string, body: string) => `--${EDGE}\r\nContent-Type: ${kind}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n`;
  const made = `Content-Type: multipart/mixed; boundary=${EDGE}\r\n\r\n${part("text/plain", "")}${part("text/html", Buffer.from(withoutStyles(html.slice(0, HTML_MAX)).toWellFormed()).toString("base64"))}--${EDGE}--`;
  return (await parsed(Buffer.from(made)))?.text ?? "";
}

/** The parser knows scripts and heads, and takes styles for words. */
function withoutStyles(html: string): string {
  const [first = "", ...rest] = html.split(/<style\b/i);
  return first + rest.map((piece) => piece.split(/<\/style[^>]{0,50}>/i).slice(1).join("")).join("");
}

/** No line of base64 begins like it. */
const EDGE = "--words--";
const HTML_MAX = 2_000_000;

async function parsed(bytes: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(bytes, LIMITS);
  } catch {
    // Too deep, or heads without end: the parser says so by throwing, and whoever asked hears it as null.
    return null;
  }
}

function addressesIn(lines: readonly string[]): string[] {
  const found = lines.flatMap((line) => addressParser(line, { flatten: true })).flatMap(({ address }) => (address ? [address.trim().toLowerCase()] : []));
  return [...new Set(found)].slice(0, LISTED_MAX);
}
