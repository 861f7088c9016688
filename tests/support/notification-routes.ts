import type { Outcome, RouteCase } from "@/tests/support/browser-routes";

const NO_MAIL = "00000000-0000-4000-8000-000000000001";

/** What one is told, and for administrators the mail, its words, the rules and the jobs; of staff what customers said. */
export function notificationRoutes(signInFor: (address: string) => string): RouteCase[] {
  const own = (area: "portal" | "agent", address: string): RouteCase => {
    const path = `/${area}/notifications${address}`;
    const [customer, staff]: [Outcome, Outcome] = area === "portal" ? [200, "→ /agent"] : ["→ /portal", 200];
    return { file: `${area}/notifications${address}/page.tsx`, address: path, kind: "private", outcomes: [`→ ${signInFor(path)}`, customer, customer, customer, staff, staff] };
  };
  const settings = (file: string, address: string, admin: Outcome): RouteCase => ({
    file: `agent/settings/${file}page.tsx`,
    address: `/agent/settings/${address}`,
    kind: "private",
    outcomes: [`→ ${signInFor(`/agent/settings/${address}`)}`, "→ /portal", "→ /portal", "→ /portal", 404, admin],
  });
  const everybody = (file: string, address: string, outcome: Outcome, more: Partial<RouteCase> = {}): RouteCase => ({ file, address, kind: "data", outcomes: [outcome, outcome, outcome, outcome, outcome, outcome], ...more });
  return [
    { file: "api/notifications/unread/route.ts", address: "/api/notifications/unread", kind: "data", outcomes: [401, 200, 200, 200, 200, 200] },
    own("portal", ""),
    own("portal", "/preferences"),
    own("agent", ""),
    own("agent", "/preferences"),
    settings("mail/", "mail", 200),
    settings("mail/[template]/", "mail/answers", 200),
    settings("mail/[template]/", "mail/no-existe", 404),
    { file: "agent/satisfaction/page.tsx", address: "/agent/satisfaction", kind: "private", outcomes: [`→ ${signInFor("/agent/satisfaction")}`, "→ /portal", "→ /portal", "→ /portal", 200, 200] },
    settings("rules/", "rules", 200),
    settings("rules/new/", "rules/new", 200),
    settings("rules/[rule]/", "rules/x", 404),
    settings("rules/[rule]/try/", `rules/${NO_MAIL}/try`, 404),
    settings("jobs/", "jobs", 200),
    settings("inbound/", "inbound", 200),
    settings("inbound/", "inbound?verdict=bounce&after=x", 200),
    settings("inbound/", "inbound?verdict=x", 200),
    settings("inbound/[letter]/", `inbound/${NO_MAIL}`, 404),
    settings("inbound/[letter]/", "inbound/x", 404),
    settings("outbox/", "outbox", 200),
    settings("outbox/", "outbox?state=failed&after=x", 200),
    settings("outbox/[mail]/", `outbox/${NO_MAIL}`, 404),
    settings("outbox/[mail]/", "outbox/x", 404),
    { file: "api/agent/outbox/[mail]/route.ts", address: `/api/agent/outbox/${NO_MAIL}`, kind: "data", outcomes: [401, 404, 404, 404, 404, 404] },
    everybody("manifest.ts", "/manifest.webmanifest", 200),
    // Without INBOUND_MAIL_SECRET there is none; with it, strangers have no secret.
    everybody("api/mail/inbound/route.ts", "/api/mail/inbound", 405),
    { file: "from-mail/[token]/page.tsx", address: "/from-mail/x", kind: "private", outcomes: [`→ ${signInFor("/from-mail/x")}`, "→ /portal/tickets/new?mail=x", "→ /portal/tickets/new?mail=x", "→ /portal/tickets/new?mail=x", 200, 200] },
    { file: "portal/tickets/new/page.tsx", address: "/portal/tickets/new?mail=x", kind: "private", outcomes: [`→ ${signInFor("/portal/tickets/new?mail=x")}`, 200, 200, 200, "→ /agent", "→ /agent"] },
    { file: "api/push/route.ts", address: "/api/push", kind: "data", outcomes: [401, 200, 200, 200, 200, 200] },
    { file: "api/push/route.ts", address: "/api/push", method: "POST", body: {}, kind: "data", outcomes: [401, 400, 400, 400, 400, 400] },
    everybody("unsubscribe/[token]/page.tsx", "/unsubscribe/x", 200, { kind: "private" }),
    everybody("api/unsubscribe/[token]/route.ts", "/api/unsubscribe/x", "→ /unsubscribe/x"),
    everybody("api/unsubscribe/[token]/route.ts", "/api/unsubscribe/x", 404, { method: "POST", body: {} }),
  ];
}
