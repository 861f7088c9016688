/** Letters of an address's left side (RFC 5322, dot-atom): no quotes, no spaces, nothing beyond ASCII. */
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const LOCAL_MAX = 64;
const ADDRESS_MAX = 254;

/**
 * An address as it may stand in an envelope, its domain in lower case and in ASCII; null when no server could deliver to it, or when it
 * would mean something else to one (line ends, commas, angle brackets).
 */
export function readMailAddress(typed: string): string | null {
  const at = typed.lastIndexOf("@");
  const local = typed.slice(0, at);
  if (at < 1 || local.length > LOCAL_MAX || !LOCAL.test(local)) return null;
  const domain = asciiDomain(typed.slice(at + 1));
  const address = `${local}@${domain}`;
  return domain === null || address.length > ADDRESS_MAX ? null : address;
}

/** One line of a header, whatever somebody typed: control characters and line ends become spaces. */
export function headerLine(text: string, max = 200): string {
  const line = text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").replaceAll(/\s+/g, " ").trim();
  return line.length <= max ? line : `${line.slice(0, max - 1).trimEnd().replace(/[\uD800-\uDBFF]$/, "")}…`;
}

function asciiDomain(typed: string): string | null {
  // What the parser of addresses of pages would read as something else: user, port, path, an address in brackets.
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(typed) || !URL.canParse(`http://${typed}`)) return null;
  const domain = new URL(`http://${typed}`).hostname;
  const labels = domain.split(".");
  return labels.length >= 2 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1)!) ? domain : null;
}
