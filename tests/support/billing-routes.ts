import { queryDatabase } from "@/tests/support/browser-database";
import type { Outcome, RouteCase } from "@/tests/support/browser-routes";

export type ContractIds = Awaited<ReturnType<typeof readContractIds>>;

/** A contract of Acme's and one of Globex's in the demonstration. */
export async function readContractIds() {
  const contractOf = async (slug: string) => {
    const [row] = await queryDatabase<{ reference: string }>("SELECT c.reference FROM contract c JOIN organization o ON o.id = c.organization_id WHERE o.slug = $1 AND c.settled_at IS NULL ORDER BY c.ends_on, c.id LIMIT 1", [slug]);
    if (!row) throw new Error(`The demonstration has no contract of ${slug}.`);
    return row.reference;
  };
  return { acme: await contractOf("acme"), globex: await contractOf("globex") };
}

/** The rate card: the desk reads it, administrators publish it; to agents their pages are none. */
export function rateRoutes(signInFor: (address: string) => string): RouteCase[] {
  const desk = (file: string, address: string, [agent, admin]: [Outcome, Outcome], kind: RouteCase["kind"] = "private"): RouteCase => ({
    file: `agent/settings/rates/${file}`,
    address: `/agent/settings/rates${address}`,
    kind,
    outcomes: [`→ ${signInFor(`/agent/settings/rates${address}`)}`, "→ /portal", "→ /portal", "→ /portal", agent, admin],
  });
  return [
    desk("page.tsx", "", [200, 200]),
    desk("page.tsx", "?version=1", [200, 200]),
    desk("page.tsx", "?version=999", [404, 404]),
    desk("edit/page.tsx", "/edit", [404, 200]),
    desk("import/page.tsx", "/import", [404, 200]),
    desk("csv/route.ts", "/csv", [200, 200], "data"),
    { file: "portal/rates/page.tsx", address: "/portal/rates", kind: "private", outcomes: [`→ ${signInFor("/portal/rates")}`, 200, 200, 200, "→ /agent", "→ /agent"] },
  ];
}

/** Contracts: each customer's own, everybody's at the desk; their statements are the desk's to see too. */
export function contractRoutes({ acme, globex }: ContractIds, signInFor: (address: string) => string): RouteCase[] {
  const desk = (file: string, address: string, [agent, admin]: [Outcome, Outcome]): RouteCase => ({
    file: `agent/contracts/${file}page.tsx`,
    address: `/agent/contracts${address}`,
    kind: "private",
    outcomes: [`→ ${signInFor(`/agent/contracts${address}`)}`, "→ /portal", "→ /portal", "→ /portal", agent, admin],
  });
  const portal = (file: string, address: string, outcomes: [Outcome, Outcome, Outcome, Outcome], kind: RouteCase["kind"] = "private"): RouteCase => ({
    file: `portal/contracts/${file}`,
    address: `/portal/contracts${address}`,
    kind,
    outcomes: [`→ ${signInFor(`/portal/contracts${address.split("?")[0]}`)}`, ...outcomes.slice(0, 3), outcomes[3], outcomes[3]] as unknown as RouteCase["outcomes"],
  });
  return [
    desk("", "", [200, 200]),
    desk("", "?filter=all&q=acme", [200, 200]),
    desk("", "?filter=x&after=y", [200, 200]),
    desk("new/", "/new", [404, 200]),
    desk("new/", "/new?organization=acme", [404, 200]),
    desk("new/", "/new?organization=no-existe", [404, 404]),
    desk("[reference]/", `/${acme}`, [200, 200]),
    desk("[reference]/", "/POL-0000-0000", [404, 404]),
    portal("page.tsx", "", [200, 200, 200, "→ /agent"]),
    portal("[reference]/page.tsx", `/${acme}`, [404, 404, 200, 200]),
    portal("[reference]/page.tsx", `/${globex}`, [200, 404, 404, 200]),
    portal("[reference]/page.tsx", "/POL-0000-0000", [404, 404, 404, 404]),
    portal("[reference]/pdf/route.ts", `/${acme}/pdf`, [404, 404, 200, 200], "data"),
    portal("[reference]/csv/route.ts", `/${globex}/csv`, [200, 404, 404, 200], "data"),
  ];
}
