import type { Outcome, RouteCase } from "@/tests/support/browser-routes";

/** The ways in by a link, what staff decides of them, and everybody's own account. */
export function accountRoutes(signInFor: (address: string) => string): RouteCase[] {
  const everybody = (file: string, address: string): RouteCase => ({ file, address, kind: "private", outcomes: [200, 200, 200, 200, 200, 200] });
  const strangers = (address: string): RouteCase => ({ file: "sign-up/page.tsx", address, kind: "private", outcomes: [200, "→ /portal", "→ /portal", "→ /portal", "→ /portal", "→ /portal"] });
  const portal = (file: string, address: string, outcomes: [Outcome, Outcome, Outcome]): RouteCase => ({ file: `portal/${file}page.tsx`, address, kind: "private", outcomes: [`→ ${signInFor(address)}`, ...outcomes, "→ /agent", "→ /agent"] });
  const desk = (file: string, address: string, outcome: Outcome): RouteCase => ({ file: `agent/${file}page.tsx`, address, kind: "private", outcomes: [`→ ${signInFor(address)}`, "→ /portal", "→ /portal", "→ /portal", outcome, outcome] });
  return [
    everybody("change-address/[token]/page.tsx", "/change-address/no-such-token"),
    portal("account/", "/portal/account", [200, 200, 200]),
    desk("account/", "/agent/account", 200),
    everybody("invitations/[token]/page.tsx", "/invitations/no-such-token"),
    // A manager's.
    portal("organization/invitations/", "/portal/organization/invitations", [200, 404, 200]),
    desk("customers/[slug]/invitations/", "/agent/customers/acme/invitations", 200),
    desk("customers/[slug]/invitations/", "/agent/customers/no-existe/invitations", 404),
    everybody("forgot-password/page.tsx", "/forgot-password"),
    everybody("forgot-password/page.tsx", "/forgot-password?sent=1"),
    strangers("/sign-up"),
    strangers("/sign-up?sent=1"),
    strangers("/sign-up?waiting=1"),
    everybody("sign-up/[token]/page.tsx", "/sign-up/no-such-token"),
    { file: "agent/customers/requests/page.tsx", address: "/agent/customers/requests", kind: "private", outcomes: [`→ ${signInFor("/agent/customers/requests")}`, "→ /portal", "→ /portal", "→ /portal", 200, 200] },
    { file: "agent/settings/accounts/page.tsx", address: "/agent/settings/accounts", kind: "private", outcomes: [`→ ${signInFor("/agent/settings/accounts")}`, "→ /portal", "→ /portal", "→ /portal", 404, 200] },
  ];
}
