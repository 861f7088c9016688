import { readdirSync } from "node:fs";
import { join } from "node:path";
import { queryDatabase } from "@/tests/support/browser-database";
import { contractRoutes, rateRoutes, readContractIds } from "@/tests/support/billing-routes";
import { accountRoutes } from "@/tests/support/account-routes";
import { appointmentRoutes, readAppointmentIds } from "@/tests/support/appointment-routes";
import { chargeRoutes, readChargeReference } from "@/tests/support/charge-routes";
import { ADDRESSES, type Person } from "@/tests/support/browser-people";
import { chatRoutes } from "@/tests/support/chat-routes";
import { conductRoutes, readCaseId } from "@/tests/support/conduct-routes";
import { knowledgeRoutes, readCategoryId } from "@/tests/support/knowledge-routes";
import { exchangeRoutes } from "@/tests/support/exchange-routes";
import { faqRoutes, readFaqEntryId } from "@/tests/support/faq-routes";
import { notificationRoutes } from "@/tests/support/notification-routes";
import { policyRoutes, readPolicyId } from "@/tests/support/policy-routes";
import { quoteRoutes, readQuoteIds } from "@/tests/support/quote-routes";
import { readStaffId, securityRoutes } from "@/tests/support/security-routes";

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
  const [question] = await queryDatabase<{ id: string }>("SELECT id FROM department_question ORDER BY id LIMIT 1");
  if (!question) throw new Error("The demonstration asks no questions.");
  const [customer] = await queryDatabase<{ person: string; product: string }>("SELECT u.id AS person, p.id AS product FROM app_user u JOIN product p USING (organization_id) WHERE u.email = $1 ORDER BY p.name LIMIT 1", [ADDRESSES.andres]);
  if (!customer) throw new Error("The demonstration has no products.");
  const [noted] = await queryDatabase<{ id: string; customerId: string }>("SELECT n.id, n.customer_id AS \"customerId\" FROM off_channel_note n JOIN app_user u ON u.id = n.customer_id WHERE u.email = $1", [ADDRESSES.bruno]);
  if (!noted) throw new Error("Nothing is noted for bruno in the demonstration.");
  return { ana: await ticketOf("ana"), andres: await ticketOf("andres"), bruno: await ticketOf("bruno"), synonyms, question, customer, noted, contracts: await readContractIds(), quotes: await readQuoteIds(), appointments: await readAppointmentIds(), charge: await readChargeReference(), category: await readCategoryId(), faq: await readFaqEntryId(), policy: await readPolicyId(), conductCase: await readCaseId(), staff: await readStaffId() };
}

const EVERYBODY = [200, 200, 200, 200, 200, 200] as const;
const NOT_THERE = [404, 404, 404, 404, 404, 404] as const;

/** Each route × each kind of person. */
export function routeCases({ ana, andres, bruno, synonyms, question, customer, noted, contracts, quotes, appointments, charge, category, faq, policy, conductCase, staff }: RouteIds): RouteCase[] {
  return [
    ...publicRoutes(),
    ...portalRoutes({ ana, andres, bruno, noted }),
    ...agentRoutes(ana.reference, noted),
    ...appointmentRoutes({ ana, andres, appointments }),
    ...settingsRoutes(synonyms.id),
    ...questionRoutes(question.id),
    ...rateRoutes(signInFor),
    ...customerRoutes(customer),
    ...contractRoutes(contracts, signInFor),
    ...quoteRoutes(quotes, signInFor),
    ...chargeRoutes(charge, signInFor),
    ...knowledgeRoutes(category, signInFor),
    ...exchangeRoutes(signInFor),
    ...faqRoutes(faq, signInFor),
    ...conductRoutes({ ana, conductCase }, signInFor),
    ...policyRoutes(policy, signInFor),
    ...notificationRoutes(signInFor),
    ...accountRoutes(signInFor),
    ...chatRoutes(signInFor),
    ...securityRoutes({ staffId: staff, customerId: customer.person }, signInFor),
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
    page("verify/", "/verify?reference=&hash="),
    page("verify/", `/verify?reference=IMP-0000-0000&hash=${"0".repeat(64)}`),
    page("verify/", "/verify?reference=x&hash=y"),
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

function portalRoutes({ ana, andres, bruno, noted }: Pick<RouteIds, "ana" | "andres" | "bruno" | "noted">): RouteCase[] {
  const page = (file: string, address: string, [bruno_, andres_, ana_]: [Outcome, Outcome, Outcome]): RouteCase => ({
    file: `portal/${file}page.tsx`,
    address,
    kind: "private",
    outcomes: [`→ ${signInFor(address)}`, bruno_, andres_, ana_, "→ /agent", "→ /agent"],
  });
  const list = "→ /portal/tickets" as const;
  return [
    page("", "/portal", [list, list, list]),
    page("organization/", "/portal/organization", [200, 200, 200]),
    page("tickets/", "/portal/tickets", [200, 200, 200]),
    page("tickets/", "/portal/tickets?filter=all&q=correo", [200, 200, 200]),
    page("tickets/new/", "/portal/tickets/new", [200, 200, 200]),
    page("tickets/new/", "/portal/tickets/new?department=correo&priority=media&answer.nada=x", [200, 200, 200]),
    page("tickets/[reference]/", `/portal/tickets/${ana.reference}`, [404, 404, 200]),
    page("tickets/[reference]/", `/portal/tickets/${andres.reference}`, [404, 200, 200]),
    page("tickets/[reference]/", `/portal/tickets/${bruno.reference}`, [200, 404, 404]),
    page("tickets/[reference]/", "/portal/tickets/IMP-0000-0000", [404, 404, 404]),
    page("noted/[noted]/", `/portal/noted/${noted.id}`, [200, 404, 404]),
    page("noted/[noted]/", "/portal/noted/no-existe", [404, 404, 404]),
    page("[...rest]/", "/portal/no-existe/de-verdad", [404, 404, 404]),
    ...receiptRoutes({ ana, andres, bruno }),
  ];
}

/** For everybody who may see the ticket, the desk too. */
function receiptRoutes({ ana, andres, bruno }: Pick<RouteIds, "ana" | "andres" | "bruno">): RouteCase[] {
  const route = (file: string, kind: RouteCase["kind"], reference: string, [bruno_, andres_, ana_, staff]: [Outcome, Outcome, Outcome, Outcome]): RouteCase => {
    const address = `/portal/tickets/${reference}/receipt${file === "page.tsx" ? "" : `/${file.split("/")[0]}`}`;
    return { file: `portal/tickets/[reference]/receipt/${file}`, address, kind, outcomes: [`→ ${signInFor(address)}`, bruno_, andres_, ana_, staff, staff] };
  };
  return [
    route("page.tsx", "private", ana.reference, [404, 404, 200, 200]),
    route("page.tsx", "private", andres.reference, [404, 200, 200, 200]),
    route("page.tsx", "private", bruno.reference, [200, 404, 404, 200]),
    route("page.tsx", "private", "IMP-0000-0000", [404, 404, 404, 404]),
    route("pdf/route.ts", "data", ana.reference, [404, 404, 200, 200]),
    route("pdf/route.ts", "data", "IMP-0000-0000", [404, 404, 404, 404]),
    route("text/route.ts", "data", ana.reference, [404, 404, 200, 200]),
    route("text/route.ts", "data", bruno.reference, [200, 404, 404, 200]),
  ];
}

function agentRoutes(reference: string, noted: RouteIds["noted"]): RouteCase[] {
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
    page("kb/articles/", "/agent/kb/articles?q=correo", 200),
    page("noted/", "/agent/noted", 200),
    page("noted/new/", "/agent/noted/new?q=acme", 200),
    page("noted/new/", `/agent/noted/new?customer=${noted.customerId}`, 200),
    page("kb/articles/[slug]/", "/agent/kb/articles/configurar-spf", 200),
    page("kb/articles/[slug]/", "/agent/kb/articles/no-existe", 404),
    page("tickets/[reference]/", `/agent/tickets/${reference}`, 200),
    page("tickets/[reference]/", "/agent/tickets/IMP-0000-0000", 404),
    page("tickets/[reference]/merge/", `/agent/tickets/${reference}/merge`, 200),
    page("tickets/[reference]/merge/", "/agent/tickets/IMP-0000-0000/merge", 404),
    page("tickets/[reference]/work/", `/agent/tickets/${reference}/work`, 200),
    page("tickets/[reference]/work/", "/agent/tickets/IMP-0000-0000/work", 404),
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
    page("departments/", "/agent/settings/departments", 200),
    page("files/", "/agent/settings/files", 200),
    page("synonyms/", "/agent/settings/synonyms", 200),
    page("synonyms/", "/agent/settings/synonyms?text=la+pagina+no+abre", 200),
    page("synonyms/[group]/", `/agent/settings/synonyms/${group}`, 200),
    page("synonyms/[group]/", "/agent/settings/synonyms/no-existe", 404),
  ];
}

/** Agents read what administrators change. */
function customerRoutes({ person, product }: RouteIds["customer"]): RouteCase[] {
  const page = (file: string, address: string, [agent, admin]: [Outcome, Outcome]): RouteCase => ({
    file: `agent/customers/${file}page.tsx`,
    address: `/agent/customers${address}`,
    kind: "private",
    outcomes: [`→ ${signInFor(`/agent/customers${address}`)}`, "→ /portal", "→ /portal", "→ /portal", agent, admin],
  });
  return [
    page("", "", [200, 200]),
    page("", "?q=no-existe&cursor=x", [200, 200]),
    page("new/", "/new", [404, 200]),
    page("import/", "/import", [404, 200]),
    page("import/", "/import?refused=IMPORT_FILE_MISSING", [404, 200]),
    page("import/", "/import?import=x", [404, 404]),
    page("[slug]/", "/acme", [200, 200]),
    page("[slug]/", "/no-existe", [404, 404]),
    page("[slug]/people/[person]/", `/acme/people/${person}`, [404, 200]),
    page("[slug]/people/[person]/", `/globex/people/${person}`, [404, 404]),
    page("[slug]/products/new/", "/acme/products/new", [404, 200]),
    page("[slug]/products/[product]/", `/acme/products/${product}`, [200, 200]),
    page("[slug]/products/[product]/", "/acme/products/x", [404, 404]),
  ];
}

function questionRoutes(question: string): RouteCase[] {
  const page = (file: string, address: string, admin: Outcome): RouteCase => ({
    file: `agent/settings/questions/${file}page.tsx`,
    address: `/agent/settings/questions${address}`,
    kind: "private",
    outcomes: [`→ ${signInFor(`/agent/settings/questions${address}`)}`, "→ /portal", "→ /portal", "→ /portal", 404, admin],
  });
  return [
    page("", "", 200),
    page("", "?department=correo-electronico", 200),
    page("new/", "/new?department=correo-electronico", 200),
    page("new/", "/new?department=no-existe", 404),
    page("[question]/", `/${question}`, 200),
    page("[question]/", "/no-existe", 404),
  ];
}

function dataRoutes({ ana, bruno }: Pick<RouteIds, "ana" | "bruno">): RouteCase[] {
  const data = (file: string, address: string, outcomes: RouteCase["outcomes"], more: Pick<RouteCase, "method" | "body"> = {}): RouteCase => ({ file, address, kind: "data", outcomes, ...more });
  const draft = { slot: `reply:${ana.id}`, data: { body: "" }, base: null, unheard: [], version: ana.id, owner: ana.id };
  const asked = `?slot=new&owner=${ana.id}`;
  const held = { slot: `reply:${ana.id}`, mark: "🔒 dato sellado", kind: "password", value: "Prueba-2026" };
  const opened = { candidateTicketId: bruno.id, submissionKey: "00000000-0000-4000-8000-000000000001", subject: "x" };
  return [
    data("robots.ts", "/robots.txt", EVERYBODY),
    data("sitemap.ts", "/sitemap.xml", EVERYBODY),
    data("api/health/route.ts", "/api/health", EVERYBODY),
    data("api/auth/[...nextauth]/route.ts", "/api/auth/session", EVERYBODY),
    // A person sees a file where its message is: tests/integration/matrix/files.test.ts. Here, that strangers learn nothing.
    data("api/files/[id]/route.ts", "/api/files/00000000-0000-4000-8000-000000000001", NOT_THERE),
    data("api/files/[id]/thumbnail/route.ts", "/api/files/00000000-0000-4000-8000-000000000001/thumbnail", NOT_THERE),
    data("api/files/ticket/[reference]/route.ts", `/api/files/ticket/${ana.reference}`, [401, 404, 404, 404, 404, 404]),
    data("api/uploadthing/route.ts", "/api/uploadthing", EVERYBODY),
    data("api/uploadthing/route.ts", "/api/uploadthing?actionType=upload&slug=attachment", [401, 400, 400, 400, 400, 400], { method: "POST", body: {} }),
    data("api/ingest/[key]/route.ts", "/api/ingest/no-such-key", NOT_THERE, { method: "PUT", body: {} }),
    data("api/kb/suggestions/route.ts", "/api/kb/suggestions?q=correo", EVERYBODY),
    data("api/kb/views/route.ts", "/api/kb/views", [400, 400, 400, 400, 400, 400], { method: "POST", body: {} }),
    data("api/kb/votes/route.ts", "/api/kb/votes", [400, 400, 400, 400, 400, 400], { method: "POST", body: {} }),
    data("(public)/kb/feed.xml/route.ts", "/kb/feed.xml", EVERYBODY),
    data("api/kb/searches/route.ts", "/api/kb/searches", [400, 400, 400, 400, 400, 400], { method: "POST", body: {} }),
    data("api/portal/suggest/route.ts", "/api/portal/suggest", [401, 200, 200, 200, 403, 403], { method: "POST", body: { subject: "error 550" } }),
    // Nobody of these is the person that the page was made for.
    data("api/portal/drafts/route.ts", "/api/portal/drafts", [401, 403, 403, 403, 403, 403], { method: "POST", body: draft }),
    data("api/portal/drafts/route.ts", `/api/portal/drafts${asked}`, [401, 403, 403, 403, 403, 403]),
    data("api/portal/opened-articles/route.ts", "/api/portal/opened-articles", [401, 404, 404, 404, 403, 403], {
      method: "POST",
      body: { submissionKey: opened.submissionKey, kind: "article", id: opened.submissionKey },
    }),
    data("api/portal/opened-duplicates/route.ts", "/api/portal/opened-duplicates", [401, 200, 404, 404, 403, 403], { method: "POST", body: opened }),
    data("api/uploads/own/route.ts", "/api/uploads/own", [401, 200, 200, 200, 200, 200], { method: "POST", body: { ids: [ana.id] } }),
    data("api/agent/products/export/route.ts", "/api/agent/products/export?organization=acme", [401, 404, 404, 404, 403, 200]),
    data("api/agent/products/import/route.ts", "/api/agent/products/import", [`→ ${signInFor("/agent/customers/import")}`, 404, 404, 404, "→ /agent/customers/import?refused=IMPORT_FILE_MISSING", "→ /agent/customers/import?refused=IMPORT_FILE_MISSING"], { method: "POST", body: {} }),
    data("api/agent/presence/route.ts", "/api/agent/presence", [401, 404, 404, 404, 200, 200], { method: "POST", body: { ticketId: ana.id, isLooking: false } }),
    // What the stream says to whom, which does not end by itself: tests/e2e/live.spec.ts and the matrix.
    data("api/events/route.ts", "/api/events", [405, 405, 405, 405, 405, 405], { method: "POST", body: {} }),
    data("api/events/poll/route.ts", "/api/events/poll", [401, 200, 200, 200, 200, 200]),
    data("api/agent/queues/route.ts", "/api/agent/queues", [401, 404, 404, 404, 200, 200]),
    data("api/agent/duplicates/export/route.ts", "/api/agent/duplicates/export?file=pairs", [401, 404, 404, 404, 403, 200]),
    data("api/agent/duplicates/export/route.ts", "/api/agent/duplicates/export?file=todo", [401, 404, 404, 404, 400, 400]),
    data("api/agent/tickets/route.ts", `/api/agent/tickets?reference=${ana.reference}`, [401, 404, 404, 404, 200, 200]),
    data("api/agent/kb-searches/route.ts", "/api/agent/kb-searches?view=all", [401, 404, 404, 404, 200, 200]),
    data("api/agent/read/route.ts", "/api/agent/read", [401, 404, 404, 404, 204, 204], { method: "POST", body: { ticketId: ana.id } }),
    data("api/portal/held-secrets/route.ts", "/api/portal/held-secrets", [401, 200, 200, 200, 200, 200], { method: "POST", body: held }),
    data("api/portal/held-secrets/drop/route.ts", "/api/portal/held-secrets/drop", [401, 200, 200, 200, 200, 200], { method: "POST", body: { slot: held.slot, mark: held.mark } }),
    data("api/agent/drafts/route.ts", "/api/agent/drafts", [401, 404, 404, 404, 403, 403], { method: "POST", body: draft }),
    data("api/agent/drafts/route.ts", `/api/agent/drafts${asked}`, [401, 404, 404, 404, 403, 403]),
  ];
}

function signInFor(address: string): string {
  return `/sign-in?next=${encodeURIComponent(address)}`;
}

/** Every page and route handler under app/, so that none is missing from the table. A slot's page (`@…`) has no address of its own. */
export function routeFiles(): string[] {
  const app = join(__dirname, "../../app");
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$|^(robots|sitemap)\.ts$/.test(file) && !file.includes("/@"))
    .sort();
}
