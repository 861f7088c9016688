import { domainToASCII } from "@/lib/customers/domain-name";
import publicDomains from "@/lib/mail/public-mail-domains.json";

/** Which organization an address belongs to, by what stands after its @. */

const PUBLIC = new Set(publicDomains);

export type DomainReading = { ok: true; domain: string } | { ok: false; code: "DOMAIN_UNREADABLE" | "DOMAIN_IS_PUBLIC" };

/** Of what a person typed: a domain, an address of it, or the address of its site. Mail that anybody can have places nobody. */
export function readMailDomain(typed: string): DomainReading {
  const bare = typed.trim().toLowerCase().replace(/^https?:\/\//, "").replace(/^.*@/, "").replace(/[/?#:].*$/, "").replace(/^www\./, "").replace(/\.$/, "");
  const domain = domainToASCII(bare);
  if (domain === null) return { ok: false, code: "DOMAIN_UNREADABLE" };
  return PUBLIC.has(domain) ? { ok: false, code: "DOMAIN_IS_PUBLIC" } : { ok: true, domain };
}

/**
 * The organization in which a new person with this address is placed, or null. The domain itself counts, and none below it: a subdomain
 * may be somebody else's.
 */
export function organizationForAddress(address: string, domains: readonly { domain: string; organizationId: string }[]): string | null {
  const at = address.lastIndexOf("@");
  const domain = at < 1 ? null : domainToASCII(address.slice(at + 1).trim().toLowerCase());
  if (domain === null || PUBLIC.has(domain)) return null;
  return domains.find((each) => each.domain === domain)?.organizationId ?? null;
}
