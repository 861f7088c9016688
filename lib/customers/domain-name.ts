const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** A name with at least one dot, in the letters of the domain name system (a name with others as its xn-- form); null when it is none. */
export function domainToASCII(name: string): string | null {
  if (!/^[\p{L}\p{N}.-]+$/u.test(name)) return null;
  let ascii: string;
  try {
    ascii = new URL(`http://${name}`).hostname;
  } catch {
    return null;
  }
  const labels = ascii.split(".");
  const isDomain = labels.length >= 2 && ascii.length <= 253 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? "");
  return isDomain ? ascii : null;
}
