import type { Outcome, RouteCase } from "@/tests/support/browser-routes";
import { queryDatabase } from "@/tests/support/browser-database";
import { ADDRESSES } from "@/tests/support/browser-people";

/** A colleague whose page administrators may open. */
export async function readStaffId(): Promise<string> {
  const [row] = await queryDatabase<{ id: string }>("SELECT id FROM app_user WHERE email = $1", [ADDRESSES.elena]);
  if (!row) throw new Error("The demonstration has no staff.");
  return row.id;
}

/** Steps of signing in, one's own security, and for administrators everybody's. */
export function securityRoutes({ staffId, customerId }: { staffId: string; customerId: string }, signInFor: (address: string) => string): RouteCase[] {
  const step = (name: string, outcomes: [Outcome, Outcome]): RouteCase => ({ file: `sign-in/${name}/page.tsx`, address: `/sign-in/${name}`, kind: "private", outcomes: [outcomes[0], outcomes[1], outcomes[1], outcomes[1], outcomes[1], outcomes[1]] });
  const own = (area: "portal" | "agent"): RouteCase => {
    const path = `/${area}/account/security`;
    const [customer, staff]: [Outcome, Outcome] = area === "portal" ? [200, "→ /agent"] : ["→ /portal", 200];
    return { file: `${area}/account/security/page.tsx`, address: path, kind: "private", outcomes: [`→ ${signInFor(path)}`, customer, customer, customer, staff, staff] };
  };
  const settings = (file: string, address: string, admin: Outcome): RouteCase => ({
    file: `agent/settings/${file}page.tsx`,
    address: `/agent/settings/${address}`,
    kind: "private",
    outcomes: [`→ ${signInFor(`/agent/settings/${address}`)}`, "→ /portal", "→ /portal", "→ /portal", 404, admin],
  });
  // Where agents may not help customers, which is how the product comes.
  const access = (file: string, address: string, admin: Outcome): RouteCase => ({
    file: `agent/access/${file}page.tsx`,
    address: `/agent/access${address}`,
    kind: "private",
    outcomes: [`→ ${signInFor(`/agent/access${address}`)}`, "→ /portal", "→ /portal", "→ /portal", 404, admin],
  });
  return [
    step("code", ["→ /sign-in?next=%2Fportal", "→ /portal"]),
    step("second-factor", ["→ /sign-in?next=%2Fportal", "→ /portal"]),
    step("confirm", ["→ /sign-in?next=%2Fsign-in%2Fconfirm", 200]),
    // Where the desk has no identity provider, there is no way there.
    { file: "sign-in/provider/route.ts", address: "/sign-in/provider", kind: "data", outcomes: [404, 404, 404, 404, 404, 404] },
    own("portal"),
    own("agent"),
    access("", "", 200),
    access("", "?q=acme", 200),
    access("[person]/", `/${customerId}`, 200),
    access("[person]/", "/no-existe", 404),
    settings("security/", "security", 200),
    settings("staff/", "staff", 200),
    settings("staff/[person]/", `staff/${staffId}`, 200),
    settings("staff/[person]/", "staff/no-existe", 404),
  ];
}
