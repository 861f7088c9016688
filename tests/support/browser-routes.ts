import { readdirSync } from "node:fs";
import { join } from "node:path";
import { queryDatabase } from "@/tests/support/browser-database";
import { ADDRESSES, type Person } from "@/tests/support/browser-people";

export const VIEWERS = ["nobody", "bruno", "andres", "ana", "carla", "diego"] as const;
export type Viewer = (typeof VIEWERS)[number];

/** What an address answers: a status, or where it leads. */
export type Outcome = number | `→ ${string}`;

export type RouteCase = {
  /** The file under app/ that answers. */
  file: string;
  address: string;
  method?: "GET" | "POST" | "PUT";
  body?: object;
  kind: "public" | "private" | "data";
  /** By viewer, in the order of VIEWERS. */
  outcomes: readonly [Outcome, Outcome, Outcome, Outcome, Outcome, Outcome];
};

export type RouteIds = Awaited<ReturnType<typeof readRouteIds>>;

/** Tickets of three people, and what else stands in addresses. */
export async function readRouteIds() {
  const ticketOf = async (person: Person) => {
    const rows = await queryDatabase<{ id: string; reference: string }>(
      "SELECT t.id, t.reference FROM ticket t JOIN app_user u ON u.id = t.requester_id WHERE u.email = $1 ORDER BY t.created_at LIMIT 1",
      [ADDRESSES[person]],
    );
    if (!rows[0]) throw new Error(`${person} has no ticket in the demonstration.`);
    return rows[0];
  };
  const [synonyms] = await queryDatabase<{ id: string }>("SELECT id FROM search_synonym_group ORDER BY id LIMIT 1");
  if (!synonyms) throw new Error("The desk has no synonyms.");
  return { ana: await ticketOf("ana"), andres: await ticketOf("andres"), bruno: await ticketOf("bruno"), synonyms };
}

const EVERYBODY = [200, 200, 200, 200, 200, 200] as const;
const NOT_THERE = [404, 404, 404, 404, 404, 404] as const;

/** Each route × each kind of person. */
export function routeCases({ ana, andres, bruno, synonyms }: RouteIds): RouteCase[] {
  return [
    ...publicRoutes(),
    ...portalRoutes({ ana, andres, bruno }),
    ...agentRoutes(ana.reference),
    ...settingsRoutes(synonyms.id),
    ...dataRoutes({ ana, bruno }),
  ];
}

function publicRoutes(): RouteCase[] {
  const page = (file: string, address: string): RouteCase => ({ file: `(public)/${file}page.tsx`, address, kind: "public", outcomes: EVERYBODY });
  return [
    page("", "/"),
    page("kb/", "/kb"),
    page("kb/[category]/", "/kb/correo-electronico"),
    page("kb/articles/[slug]/", "/kb/articles/configurar-spf"),
    page("kb/search/", "/kb/search?q=correo"),
    page("faq/", "/faq"),
    page("policies/", "/policies"),
    page("policies/[slug]/", "/policies/tiempos-de-respuesta"),
    { ...page("kb/articles/[slug]/", "/kb/articles/no-existe"), outcomes: NOT_THERE },
    { ...page("kb/[category]/", "/kb/no-existe"), outcomes: NOT_THERE },
    { ...page("policies/[slug]/", "/policies/no-existe"), outcomes: NOT_THERE },
    { file: "not-found.tsx", address: "/no-existe", kind: "public", outcomes: NOT_THERE },
    { file: "not-found.tsx", address: "/set-password", kind: "public", outcomes: NOT_THERE },
    { file: "sign-in/page.tsx", address: "/sign-in", kind: "private", outcomes: [200, "→ /portal", "→ /portal", "→ /portal", "→ /portal", "→ /portal"] },
    { file: "sign-in/page.tsx", address: "/sign-in?next=//elsewhere.example", kind: "private", outcomes: [200, "→ /portal", "→ /portal", "→ /portal", "→ /portal", "→ /portal"] },
    { file: "set-password/[token]/page.tsx", address: "/set-password/no-such-token", kind: "private", outcomes: EVERYBODY },
  ];
}

function portalRoutes({ ana, andres, bruno }: Pick<RouteIds, "ana" | "andres" | "bruno">): RouteCase[] {
  const page = (file: string, address: string, [bruno_, andres_, ana_]: [Outcome, Outcome, Outcome]): RouteCase => ({
    file: `portal/${file}page.tsx`,
    address,
    kind: "private",
    outcomes: [`→ ${signInFor(address)}`, bruno_, andres_, ana_, "→ /agent", "→ /agent"],
  });
  const list = "→ /portal/tickets" as const;
  return [
    page("", "/portal", [list, list, list]),
    page("tickets/", "/portal/tickets", [200, 200, 200]),
    page("tickets/", "/portal/tickets?filter=all&q=correo", [200, 200, 200]),
    page("tickets/new/", "/portal/tickets/new", [200, 200, 200]),
    page("tickets/[reference]/", `/portal/tickets/${ana.reference}`, [404, 404, 200]),
    page("tickets/[reference]/", `/portal/tickets/${andres.reference}`, [404, 200, 200]),
    page("tickets/[reference]/", `/portal/tickets/${bruno.reference}`, [200, 404, 404]),
    page("tickets/[reference]/", "/portal/tickets/IMP-0000-0000", [404, 404, 404]),
    page("[...rest]/", "/portal/no-existe/de-verdad", [404, 404, 404]),
  ];
}

function agentRoutes(reference: string): RouteCase[] {
  const page = (file: string, address: string, staff: Outcome): RouteCase => ({
    file: `agent/${file}page.tsx`,
    address,
    kind: "private",
    outcomes: [`→ ${signInFor(address)}`, "→ /portal", "→ /portal", "→ /portal", staff, staff],
  });
  return [
    page("", "/agent", "→ /agent/queues/open"),
    page("queues/", "/agent/queues", 200),
    page("queues/[queue]/", "/agent/queues/open", 200),
    page("queues/[queue]/", "/agent/queues/solved", 200),
    page("queues/[queue]/", "/agent/queues/no-existe", 404),
    page("search/", "/agent/search?q=correo", 200),
    page("clusters/", "/agent/clusters", 200),
    page("kb/searches/", "/agent/kb/searches", 200),
    page("kb/searches/", "/agent/kb/searches?view=all&days=7&source=ticket_form", 200),
    page("kb/searches/", "/agent/kb/searches?view=x&days=1e9&source=y", 200),
    page("tickets/[reference]/", `/agent/tickets/${reference}`, 200),
    page("tickets/[reference]/", "/agent/tickets/IMP-0000-0000", 404),
    page("tickets/[reference]/merge/", `/agent/tickets/${reference}/merge`, 200),
    page("tickets/[reference]/merge/", "/agent/tickets/IMP-0000-0000/merge", 404),
    page("[...rest]/", "/agent/no-existe/de-verdad", 404),
  ];
}

/** For administrators: to agents there are none. */
function settingsRoutes(group: string): RouteCase[] {
  const page = (file: string, address: string, admin: Outcome): RouteCase => ({
    file: `agent/settings/${file}page.tsx`,
    address,
    kind: "private",
    outcomes: [`→ ${signInFor(address)}`, "→ /portal", "→ /portal", "→ /portal", 404, admin],
  });
  return [
    page("synonyms/", "/agent/settings/synonyms", 200),
    page("synonyms/", "/agent/settings/synonyms?text=la+pagina+no+abre", 200),
    page("synonyms/[group]/", `/agent/settings/synonyms/${group}`, 200),
    page("synonyms/[group]/", "/agent/settings/synonyms/no-existe", 404),
  ];
}

function dataRoutes({ ana, bruno }: Pick<RouteIds, "ana" | "bruno">): RouteCase[] {
  const data = (file: string, address: string, outcomes: RouteCase["outcomes"], more: Pick<RouteCase, "method" | "body"> = {}): RouteCase => ({ file, address, kind: "data", outcomes, ...more });
  const draft = { slot: `reply:${ana.id}`, data: { body: "" } };
  const opened = { candidateTicketId: bruno.id, submissionKey: "00000000-0000-4000-8000-000000000001", subject: "x" };
  return [
    data("robots.ts", "/robots.txt", EVERYBODY),
    data("sitemap.ts", "/sitemap.xml", EVERYBODY),
    data("api/health/route.ts", "/api/health", EVERYBODY),
    data("api/auth/[...nextauth]/route.ts", "/api/auth/session", EVERYBODY),
    data("api/kb/suggestions/route.ts", "/api/kb/suggestions?q=correo", EVERYBODY),
    data("api/kb/views/route.ts", "/api/kb/views", [400, 400, 400, 400, 400, 400], { method: "POST", body: {} }),
    data("api/kb/searches/route.ts", "/api/kb/searches", [400, 400, 400, 400, 400, 400], { method: "POST", body: {} }),
    data("api/portal/suggest/route.ts", "/api/portal/suggest", [401, 200, 200, 200, 403, 403], { method: "POST", body: { subject: "error 550" } }),
    data("api/portal/drafts/route.ts", "/api/portal/drafts", [401, 200, 200, 200, 200, 200], { method: "POST", body: draft }),
    data("api/portal/opened-duplicates/route.ts", "/api/portal/opened-duplicates", [401, 200, 404, 404, 403, 403], { method: "POST", body: opened }),
    data("api/agent/queues/route.ts", "/api/agent/queues", [401, 404, 404, 404, 200, 200]),
    data("api/agent/duplicates/export/route.ts", "/api/agent/duplicates/export?file=pairs", [401, 404, 404, 404, 403, 200]),
    data("api/agent/duplicates/export/route.ts", "/api/agent/duplicates/export?file=todo", [401, 404, 404, 404, 400, 400]),
    data("api/agent/tickets/route.ts", `/api/agent/tickets?reference=${ana.reference}`, [401, 404, 404, 404, 200, 200]),
    data("api/agent/kb-searches/route.ts", "/api/agent/kb-searches?view=all", [401, 404, 404, 404, 200, 200]),
    data("api/agent/read/route.ts", "/api/agent/read", [401, 404, 404, 404, 204, 204], { method: "POST", body: { ticketId: ana.id } }),
    data("api/agent/drafts/route.ts", "/api/agent/drafts", [401, 404, 404, 404, 204, 204], { method: "PUT", body: draft }),
  ];
}

function signInFor(address: string): string {
  return `/sign-in?next=${encodeURIComponent(address)}`;
}

/** Every page and route handler under app/, so that none is missing from the table. */
export function routeFiles(): string[] {
  const app = join(__dirname, "../../app");
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$|^(robots|sitemap)\.ts$/.test(file))
    .sort();
}
