import { queryDatabase } from "@/tests/support/browser-database";
import type { Outcome, RouteCase } from "@/tests/support/browser-routes";

/** A charge of the demonstration that is still to invoice. */
export async function readChargeReference(): Promise<string> {
  const [row] = await queryDatabase<{ reference: string }>("SELECT reference FROM charge WHERE state = 'to_invoice' ORDER BY created_at, id LIMIT 1");
  if (!row) throw new Error("The demonstration has nothing to invoice.");
  return row.reference;
}

/** Charges are the desk's, who invoices is the administrators' to say; customers have a page of their own. */
export function chargeRoutes(reference: string, signInFor: (address: string) => string): RouteCase[] {
  const desk = (file: string, address: string, [agent, admin]: [Outcome, Outcome], kind: RouteCase["kind"] = "private"): RouteCase => ({
    file: `agent/${file}`,
    address: `/agent/${address}`,
    kind,
    outcomes: [`→ ${signInFor(`/agent/${address}`)}`, "→ /portal", "→ /portal", "→ /portal", agent, admin],
  });
  return [
    desk("charges/page.tsx", "charges", [200, 200]),
    desk("charges/page.tsx", "charges?state=paid&after=x", [200, 200]),
    desk("charges/[reference]/page.tsx", `charges/${reference}`, [200, 200]),
    desk("charges/[reference]/page.tsx", "charges/CAR-0000-0000", [404, 404]),
    desk("charges/[reference]/cfdi/route.ts", `charges/${reference}/cfdi`, [200, 200], "data"),
    desk("charges/[reference]/cfdi/route.ts", "charges/CAR-0000-0000/cfdi", [404, 404], "data"),
    desk("charges/export/route.ts", "charges/export?from=2026-01-01&to=&state=", [200, 200], "data"),
    desk("charges/export/route.ts", "charges/export?from=ayer", [400, 400], "data"),
    desk("settings/company/page.tsx", "settings/company", [404, 200]),
    { file: "portal/charges/page.tsx", address: "/portal/charges", kind: "private", outcomes: [`→ ${signInFor("/portal/charges")}`, 200, 200, 200, "→ /agent", "→ /agent"] },
  ];
}
