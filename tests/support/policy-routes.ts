import { queryDatabase } from "@/tests/support/browser-database";
import type { Outcome, RouteCase } from "@/tests/support/browser-routes";

/** The document on conduct. */
export async function readPolicyId(): Promise<string> {
  const [row] = await queryDatabase<{ id: string }>("SELECT id FROM policy_page WHERE slug = 'conducta'");
  if (!row) throw new Error("The desk has no policy on conduct.");
  return row.id;
}

export function policyRoutes(policy: string, signInFor: (address: string) => string): RouteCase[] {
  const everybody = (file: string, address: string, status: number): RouteCase => ({
    file: `(public)/policies/[slug]/versions/${file}page.tsx`,
    address: `/policies/${address}`,
    kind: "public",
    outcomes: [status, status, status, status, status, status],
  });
  const desk = (file: string, address: string, [agent, admin]: [Outcome, Outcome], kind: RouteCase["kind"] = "private"): RouteCase => ({
    file: `agent/settings/policies/${file}`,
    address: `/agent/settings/policies${address}`,
    kind,
    outcomes: [`→ ${signInFor(`/agent/settings/policies${address}`)}`, "→ /portal", "→ /portal", "→ /portal", agent, admin],
  });
  const compared = "→ /policies/conducta/versions/2099-01-01/changes/2098-01-01";
  return [
    everybody("", "conducta/versions", 200),
    everybody("", "no-existe/versions", 404),
    everybody("[date]/", "conducta/versions/2099-01-01", 200),
    everybody("[date]/", "conducta/versions/2001-01-01", 404),
    everybody("[date]/", "conducta/versions/ayer", 404),
    everybody("[date]/changes/", "conducta/versions/2099-01-01/changes", 404),
    everybody("[date]/changes/[from]/", "conducta/versions/2099-01-01/changes/2098-01-01", 404),
    { file: "(public)/policies/[slug]/versions/compare/route.ts", address: "/policies/conducta/versions/compare?one=2099-01-01&other=2098-01-01", kind: "data", outcomes: [compared, compared, compared, compared, compared, compared] },
    { file: "portal/policies/page.tsx", address: "/portal/policies", kind: "private", outcomes: [`→ ${signInFor("/portal/policies")}`, 200, 200, 200, "→ /agent", "→ /agent"] },
    ...["", "/new", "/no-existe"].map((address): RouteCase => ({
      file: `agent/settings/notices/${{ "": "", "/new": "new/", "/no-existe": "[notice]/" }[address] ?? ""}page.tsx`,
      address: `/agent/settings/notices${address}`,
      kind: "private",
      outcomes: [`→ ${signInFor(`/agent/settings/notices${address}`)}`, "→ /portal", "→ /portal", "→ /portal", 404, address === "/no-existe" ? 404 : 200],
    })),
    {
      file: "agent/settings/maintenance/page.tsx",
      address: "/agent/settings/maintenance",
      kind: "private",
      outcomes: [`→ ${signInFor("/agent/settings/maintenance")}`, "→ /portal", "→ /portal", "→ /portal", 404, 200],
    },
    // It is shown in the place of others while there is maintenance: maintenance.spec.ts.
    { file: "maintenance/page.tsx", address: "/maintenance", kind: "public", outcomes: ["→ /", "→ /", "→ /", "→ /", "→ /", "→ /"] },
    desk("page.tsx", "", [200, 200]),
    desk("new/page.tsx", "/new", [404, 200]),
    desk("[policy]/page.tsx", `/${policy}`, [200, 200]),
    desk("[policy]/page.tsx", "/no-existe", [404, 404]),
    desk("[policy]/versions/[number]/page.tsx", `/${policy}/versions/1`, [200, 200]),
    desk("[policy]/versions/[number]/page.tsx", `/${policy}/versions/x`, [404, 404]),
    desk("[policy]/versions/[number]/csv/route.ts", `/${policy}/versions/1/csv`, [200, 200], "data"),
  ];
}
