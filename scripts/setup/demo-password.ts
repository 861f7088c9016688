import { randomInt } from "node:crypto";
import { keptSecret } from "./kept-secret";

const SYLLABLES = ["ba", "ce", "di", "fo", "gu", "ja", "ke", "li", "mo", "nu", "pa", "re", "si", "to", "vu", "za"];

/** The password of all demonstration accounts: SEED_PASSWORD, or one that is made once and kept where git does not look. */
export function demoPassword(): string {
  return process.env.SEED_PASSWORD || keptSecret("demo-password", speakable);
}

function speakable(): string {
  const word = () => Array.from({ length: 3 }, () => SYLLABLES[randomInt(SYLLABLES.length)]).join("");
  return `${word()}-${word()}-${word()}`;
}
