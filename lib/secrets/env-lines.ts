import { isMasked } from "@/lib/secrets/password-shape";
import type { SecretFinding } from "@/lib/secrets/types";

/** A line of an .env file or of a shell: the secret is its value, without its quotes. */
const LINE = /^[ \t]{0,8}(?:export |set |ENV |-e )?([A-Z][A-Z0-9]{0,30}(?:_[A-Z0-9]{1,30}){1,6})[ \t]{0,2}[=:][ \t]{0,2}("[^"\n]{1,2000}"|'[^'\n]{1,2000}'|[^\s"'#]{1,2000})/gm;
const SECRET_NAME = /(?:PASSWORD|PASSWD|PASS|PWD|SECRET|TOKEN|APIKEY|KEY|CREDENTIALS?|PASSPHRASE)(?:_\d{1,2})?$|(?:^|_)(?:SECRET|PRIVATE)_/;
const PUBLIC_NAME = /PUBLIC|PUBLISHABLE|SITE_KEY|PRIMARY_KEY|FOREIGN_KEY|KEY_ID$/;
const NO_SECRET = /^(?:null|nil|none|true|false|yes|no|changeme|\d{1,3}|https?:\/\/[^:@\s]*)$/i;

export function findEnvLines(text: string): SecretFinding[] {
  return [...text.matchAll(LINE)].flatMap((match): SecretFinding[] => {
    const [whole, name = "", given = ""] = match;
    if (!SECRET_NAME.test(name) || PUBLIC_NAME.test(name)) return [];
    const quotes = /^["']/.test(given) ? 1 : 0;
    const lead = quotes + (given.startsWith("base64:", quotes) ? "base64:".length : 0);
    const value = given.slice(lead, given.length - quotes);
    if (value.length < 4 || NO_SECRET.test(value) || isMasked(value)) return [];
    const start = match.index + whole.length - given.length + lead;
    return [{ kind: "env_line", start, end: start + value.length }];
  });
}
