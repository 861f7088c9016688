import { canonicalText } from "@/lib/quotes/canonical";

/** What was answered to a quote: who, when, from where, which words, to whom is invoiced, and the quote itself, whole. */
export const AUTHORISATION_FORM = "mesa-authorisation v1";

export type AuthorisationFacts = {
  verdict: "authorised" | "declined";
  quote: string;
  quoteSha256: string;
  person: string;
  email: string;
  organization: string | null;
  at: string;
  address: string;
  browser: string;
  accepted: readonly string[];
  reason: string | null;
  fiscal: Readonly<Record<string, string>> | null;
  quoteText: string;
};

/** The text whose hash the answer carries. The quote's own text is its last line, so that the hash is of both. */
export function canonicalAuthorisation(facts: AuthorisationFacts): string {
  return canonicalText(AUTHORISATION_FORM, [
    ["verdict", facts.verdict],
    ["quote", facts.quote],
    ["quoteSha256", facts.quoteSha256],
    ["person", facts.person],
    ["email", facts.email],
    ["organization", facts.organization],
    ["at", facts.at],
    ["address", facts.address],
    ["browser", facts.browser],
    ...facts.accepted.map((words) => ["accepted", words] as const),
    ["reason", facts.reason],
    ["fiscal", facts.fiscal && Object.fromEntries(Object.entries(facts.fiscal).sort(([a], [b]) => (a < b ? -1 : 1)))],
    ["quoteText", facts.quoteText],
  ]);
}
