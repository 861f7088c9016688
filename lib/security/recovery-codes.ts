import "server-only";
import { createHash, randomBytes } from "node:crypto";

export const CODES_COUNT = 10;

/** Without letters and digits that are taken for others: 31 of them. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
const LETTERS = ALPHABET.length;
const GROUPS = 4;
const GROUP_LETTERS = 4;

/** Ten codes such as "k7fd-2mxp-qa9e-hw3t": 79 bits each, so that their hash may be a plain one. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: CODES_COUNT }, () => Array.from({ length: GROUPS }, group).join("-"));
}

/** However it was typed: in capitals, with spaces or without its dashes. */
export function hashOfRecoveryCode(typed: string): string {
  return createHash("sha256").update(typed.toLowerCase().replaceAll(/[^a-z0-9]/g, "")).digest("hex");
}

function group(): string {
  return Array.from({ length: GROUP_LETTERS }, letter).join("");
}

/** Each letter is as likely as any other: bytes above the last whole round are thrown again. */
function letter(): string {
  for (;;) {
    const [byte = 0] = randomBytes(1);
    if (byte < 256 - (256 % LETTERS)) return ALPHABET[byte % LETTERS]!;
  }
}
