import type { ActionResult } from "@/lib/actions/result";

export type RefusalWords = { signIn: string; open: string };

/** Where to go on when the session ended or the ticket was merged meanwhile; in another tab, so that the text stays. */
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

function wayOf({ code, details }: Extract<ActionResult, { status: "refused" }>, words: RefusalWords): { href: string; label: string } | null {
  if (code === "SIGNED_OUT") return { href: "/sign-in", label: words.signIn };
  if (code === "TICKET_MERGED") {
    const reference = referenceIn(details);
    return reference ? { href: `/agent/tickets/${encodeURIComponent(reference)}`, label: `${words.open} ${reference}` } : null;
  }
  return null;
}

function referenceIn(details: unknown): string | null {
  if (typeof details !== "object" || details === null || !("reference" in details)) return null;
  return typeof details.reference === "string" ? details.reference : null;
}
