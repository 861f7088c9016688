import publicDomains from "@/lib/mail/public-mail-domains.json";

/** Providers that people here write, most used first. */
const PROVIDERS = ["gmail.com", "hotmail.com", "outlook.com", "yahoo.com.mx", "yahoo.com", "icloud.com", "live.com.mx", "live.com", "prodigy.net.mx", "hotmail.es", "outlook.es", "yahoo.es", "msn.com", "me.com", "telmexmail.com", "infinitummail.com", "protonmail.com", "proton.me", "aol.com"];
/** Whatever there is needs no question, though it look like a slip of another. */
const KNOWN = new Set([...PROVIDERS, ...publicDomains, "email.com", "gmx.net", "live.mx"]);
/** Longer than any address is. */
const TYPED_MAX = 320;

/**
 * The address that somebody probably meant, by a slip in the name of a known provider; null where there is nothing to ask. Only ever a
 * question: a company may have just that domain.
 */
export function likelyAddress(typed: string): string | null {
  const text = typed.trim();
  const at = text.lastIndexOf("@");
  if (at < 1 || text.length > TYPED_MAX) return null;
  const domain = text.slice(at + 1).toLowerCase().replace(/,/g, ".").replace(/\.+$/, "");
  if (domain.length < 4 || /\s/.test(text) || (KNOWN.has(domain) && domain === text.slice(at + 1).toLowerCase())) return null;
  const meant = KNOWN.has(domain) ? domain : nearest(domain);
  return meant && `${text.slice(0, at)}@${meant}`;
}

function nearest(domain: string): string | null {
  const scored = PROVIDERS.map((provider) => ({ provider, distance: slipsBetween(domain, provider) }));
  const best = scored.reduce((one, other) => (other.distance < one.distance ? other : one));
  return best.distance <= allowedSlips(best.provider) ? best.provider : null;
}

/** Short names are near to everything. */
function allowedSlips(provider: string): number {
  return provider.indexOf(".") <= 3 ? 1 : 2;
}

/** Letters left out, added, exchanged, or two that changed places (Damerau and Levenshtein, of neighbours). */
function slipsBetween(one: string, other: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let least = Math.min(last[column]! + 1, next[column - 1]! + 1, last[column - 1]! + (isSame ? 0 : 1));
      const isSwapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwapped) least = Math.min(least, before[column - 2]! + 1);
      next.push(least);
    }
    [before, last] = [last, next];
  }
  return last[other.length]!;
}
