/** Rules about texts, by their first bytes. Pure. */

/** What makes a browser take a text for a page, or a picture that runs scripts, whatever it is called. */
const MARKUP = /^(<!doctype html|<(?:html|head|body|script|iframe|style|title|svg|div|table|h1|font|img|object|embed|form|meta|link|a|b|p|br)[\s>/])/i;
const PROLOGUE = /^(\s|<\?xml\s[^>]*\?>|<!--[\s\S]*?-->|<!doctype\s+svg[^>]*>)+/i;

/** HTML or SVG under any name. */
export function isMarkup(text: string): boolean {
  const start = text.replace(/^\uFEFF/, "");
  const body = start.replace(PROLOGUE, "");
  return MARKUP.test(body) || /^<!doctype\s+svg/i.test(start.trimStart()) || (/^\s*<(\?xml|!--)/i.test(start) && /<(svg|html)[\s>:]/i.test(start));
}

/** An invoice as the SAT has it: XML whose first element is a Comprobante, and that defines no entities of its own. */
export function isInvoiceXml(text: string): boolean {
  return /^\uFEFF?\s*(<\?xml\s[^>]*\?>)?(\s|<!--[\s\S]*?-->)*<([\w.-]+:)?Comprobante[\s>/]/.test(text) && !/<!(DOCTYPE|ENTITY)/i.test(text);
}

/** Bytes as text: UTF-16 where a mark says so, UTF-8 where it is valid (an unfinished last character may be cut), else Latin-1. */
export function decodeText(bytes: Uint8Array, { isCut }: { isCut: boolean }): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    return new TextDecoder("latin1").decode(bytes);
  }
}

export type TextKind = "utf-16" | "eight-bit";

export function textKind(head: Uint8Array): TextKind {
  const isMarked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return isMarked ? "utf-16" : "eight-bit";
}

/** In a text of eight bits there is no NUL, and of the other controls only those that terminals and printers are used to. */
export function hasBinaryBytes(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 0x07 || (byte > 0x0d && byte < 0x1b) || (byte > 0x1b && byte < 0x20));
}

const FIELD = /^[!-9;-~]+[ \t]*:/;
const KNOWN_FIELDS = /^(from|to|cc|date|subject|received|return-path|delivered-to|message-id|mime-version|reply-to|sender|x-[\w-]+|dkim-signature|content-type)[ \t]*:/i;

/** A message begins with header fields, several of which every message has. */
export function isMail(text: string): boolean {
  const head = text.replace(/^\uFEFF/, "").replace(/^>?From [^\n]*\n/, "").split(/\r?\n\r?\n/)[0] ?? "";
  const lines = head.split(/\r?\n/).filter((line) => line !== "");
  // A long header may be cut in the middle of its last line.
  const fields = lines.slice(0, Math.max(1, lines.length - 1)).filter((line) => !/^[ \t]/.test(line));
  if (fields.length === 0 || !fields.every((line) => FIELD.test(line))) return false;
  return lines.filter((line) => KNOWN_FIELDS.test(line)).length >= 2;
}
