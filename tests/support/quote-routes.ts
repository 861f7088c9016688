import { queryDatabase } from "@/tests/support/browser-database";
import type { Outcome, RouteCase } from "@/tests/support/browser-routes";

export type QuoteIds = Awaited<ReturnType<typeof readQuoteIds>>;

/** A quote that waits for Ana, one that Bruno authorised, and a ticket with a draft. */
export async function readQuoteIds() {
  const quoteOf = async (email: string, state: string) => {
    const [row] = await queryDatabase<{ quote: string; ticket: string }>(
      "SELECT q.reference AS quote, t.reference AS ticket FROM quote q JOIN ticket t ON t.id = q.ticket_id JOIN app_user u ON u.id = t.requester_id WHERE u.email = $1 AND q.state = $2::quote_state ORDER BY q.created_at LIMIT 1",
      [email, state],
    );
    if (!row) throw new Error(`The demonstration has no ${state} quote of ${email}.`);
    return row;
  };
  return { sent: await quoteOf("ana@acme.example", "sent"), authorised: await quoteOf("bruno@globex.example", "authorised"), draft: await quoteOf("lucia@sonrisaclara.example", "draft") };
}

type Three = readonly [bruno: Outcome, andres: Outcome, ana: Outcome];

export function quoteRoutes({ sent, authorised, draft }: QuoteIds, signInFor: (address: string) => string): RouteCase[] {
  const customers = (file: string, address: string, outcomes: Three, staff: Outcome = "→ /agent", kind: RouteCase["kind"] = "private"): RouteCase => ({ file: `portal/${file}`, address, kind, outcomes: [`→ ${signInFor(address)}`, ...outcomes, staff, staff] });
  const desk = (file: string, address: string, staff: Outcome, kind: RouteCase["kind"] = "private"): RouteCase => ({ file: `agent/${file}`, address, kind, outcomes: [`→ ${signInFor(address)}`, "→ /portal", "→ /portal", "→ /portal", staff, staff] });
  const quote = "tickets/[reference]/quotes/[quote]/";
  const ofAna = `/portal/tickets/${sent.ticket}/quotes/${sent.quote}`;
  const ofBruno = `/portal/tickets/${authorised.ticket}/quotes/${authorised.quote}`;
  return [
    customers("quotes/page.tsx", "/portal/quotes", [200, 200, 200]),
    customers("quotes/page.tsx", "/portal/quotes?filter=all&cursor=x", [200, 200, 200]),
    customers(`${quote}page.tsx`, ofAna, [404, 404, 200]),
    customers(`${quote}page.tsx`, `${ofBruno}?done=authorised`, [200, 404, 404]),
    customers(`${quote}page.tsx`, `/portal/tickets/${draft.ticket}/quotes/${draft.quote}`, [404, 404, 404]),
    customers(`${quote}pdf/route.ts`, `${ofBruno}/pdf`, [200, 404, 404], 200, "data"),
    customers(`${quote}text/route.ts`, `${ofAna}/text`, [404, 404, 200], 200, "data"),
    desk("quotes/page.tsx", "/agent/quotes", 200),
    desk("quotes/page.tsx", "/agent/quotes?filter=draft&cursor=x", 200),
    desk("tickets/[reference]/quote/page.tsx", `/agent/tickets/${draft.ticket}/quote`, 200),
    desk("tickets/[reference]/quote/page.tsx", `/agent/tickets/${authorised.ticket}/quote?done=saved`, 200),
    desk("tickets/[reference]/quote/page.tsx", "/agent/tickets/IMP-0000-0000/quote", 404),
  ];
}
