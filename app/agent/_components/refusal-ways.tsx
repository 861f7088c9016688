import { detailOf } from "@/lib/actions/details";
import type { ActionResult } from "@/lib/actions/result";

export type RefusalWords = { signIn: string; open: string; quote: string };

/** Where to go on when the session ended, the ticket was merged meanwhile, or it waits for a quote; in another tab, so that the text stays. */
export function RefusalWays({ refused, words }: { refused: Extract<ActionResult, { status: "refused" }>; words: RefusalWords }) {
  const way = wayOf(refused, words);
  if (!way) return null;
  return (
    <p className="text-sm">
      <a href={way.href} target="_blank" rel="noopener" className="link inline-flex min-h-6 items-center">
        {way.label}
      </a>
    </p>
  );
}

/** What is paid waits for its authorisation: the next step is its quote. */
const QUOTE_CODES = ["QUOTE_NEEDED", "QUOTE_NOT_SENT", "QUOTE_AWAITS_CUSTOMER", "WORK_CLOSED", "OVER_ESTIMATE"];

function wayOf({ code, details }: Extract<ActionResult, { status: "refused" }>, words: RefusalWords): { href: string; label: string } | null {
  if (code === "SIGNED_OUT") return { href: "/sign-in", label: words.signIn };
  if (QUOTE_CODES.includes(code)) {
    const reference = referenceIn(details, "ticket") ?? referenceIn(details, "reference");
    return reference ? { href: `/agent/tickets/${encodeURIComponent(reference)}/quote`, label: words.quote } : null;
  }
  if (code === "TICKET_MERGED") {
    const reference = referenceIn(details, "reference");
    return reference ? { href: `/agent/tickets/${encodeURIComponent(reference)}`, label: `${words.open} ${reference}` } : null;
  }
  return null;
}

/** @param name "ticket" where another reference is of something else, as a quote */
function referenceIn(details: unknown, name: "ticket" | "reference"): string | null {
  const reference = detailOf(details, name);
  return typeof reference === "string" ? reference : null;
}
