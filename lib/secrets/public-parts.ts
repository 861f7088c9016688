/** What looks like a key and is meant to be seen: certificates, public keys, DKIM records, subjects of mail. */
const PUBLIC = [
  /-----BEGIN (?!(?:[A-Z0-9]{1,12} ){0,3}PRIVATE)[A-Z0-9 ]{3,40}-----[^-]{0,12000}/g,
  /\b(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-\w{1,20}) AAAA[\w+/=]{10,4000}/g,
  /\bp=[\w+/=]{20,4000}/g,
  /=\?[\w-]{2,20}\?[bq]\?[^?\s]{1,2000}\?=/gi,
  /\b[\w-]{2,40}-verification=[\w-]{8,200}/g,
  /<[\w.+$=-]{3,120}@[\w.-]{2,120}>/g,
];

export function publicParts(text: string): { start: number; end: number }[] {
  return PUBLIC.flatMap((part) => [...text.matchAll(part)].map((match) => ({ start: match.index, end: match.index + match[0].length })));
}
