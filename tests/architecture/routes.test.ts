import { placeOf, readSources, type Source } from "@/tests/architecture/support/sources";

/**
 * Every address of the product and who reaches it. That each answers so is tested in the browser (tests/support/browser-routes.ts);
 * here, without one, that none is missing and that each has its gate in its own code: a layout is no gate.
 */
const ROUTES: Record<string, "public" | "customer" | "staff" | "admin" | "person"> = {
  "(public)/page.tsx": "public",
  "(public)/faq/page.tsx": "public",
  "(public)/kb/page.tsx": "public",
  "(public)/kb/[category]/page.tsx": "public",
  "(public)/kb/feed.xml/route.ts": "public",
  "(public)/kb/articles/[slug]/page.tsx": "public",
  "(public)/kb/search/page.tsx": "public",
  "(public)/policies/page.tsx": "public",
  "(public)/policies/[slug]/page.tsx": "public",
  "(public)/policies/[slug]/versions/page.tsx": "public",
  "(public)/policies/[slug]/versions/[date]/page.tsx": "public",
  "(public)/policies/[slug]/versions/[date]/changes/page.tsx": "public",
  "(public)/policies/[slug]/versions/[date]/changes/[from]/page.tsx": "public",
  "(public)/policies/[slug]/versions/compare/route.ts": "public",
  "agent/settings/notices/page.tsx": "admin",
  "agent/settings/notices/new/page.tsx": "admin",
  "agent/settings/notices/[notice]/page.tsx": "admin",
  "portal/policies/page.tsx": "customer",
  "agent/settings/maintenance/page.tsx": "admin",
  "agent/settings/policies/page.tsx": "staff",
  "agent/settings/policies/new/page.tsx": "admin",
  "agent/settings/policies/[policy]/page.tsx": "staff",
  "agent/settings/policies/[policy]/versions/[number]/page.tsx": "staff",
  "agent/settings/policies/[policy]/versions/[number]/csv/route.ts": "staff",
  "(public)/verify/page.tsx": "public",
  // Addresses of the desk before this one; what is not for everybody is led on only by portal/earlier.
  "(public)/earlier/page.tsx": "public",
  "(public)/earlier/ticket/page.tsx": "public",
  "index.php/route.ts": "public",
  "knowledgebase.php/route.ts": "public",
  "ticket.php/route.ts": "public",
  "portal/earlier/page.tsx": "person",
  "manifest.ts": "public",
  "robots.ts": "public",
  "sitemap.ts": "public",
  "sign-in/page.tsx": "public",
  // Steps of signing in: each looks how far its own session has come.
  "sign-in/code/page.tsx": "public",
  "sign-in/confirm/page.tsx": "public",
  "sign-in/provider/route.ts": "public",
  "sign-in/second-factor/page.tsx": "public",
  "portal/account/security/page.tsx": "customer",
  "agent/account/security/page.tsx": "staff",
  "agent/settings/security/page.tsx": "admin",
  "agent/settings/staff/page.tsx": "admin",
  "agent/settings/staff/[person]/page.tsx": "admin",
  "set-password/[token]/page.tsx": "public",
  "forgot-password/page.tsx": "public",
  "sign-up/page.tsx": "public",
  "sign-up/[token]/page.tsx": "public",
  "invitations/[token]/page.tsx": "public",
  "change-address/[token]/page.tsx": "public",
  "portal/account/page.tsx": "customer",
  "agent/account/page.tsx": "staff",
  "portal/organization/invitations/page.tsx": "customer",
  "agent/customers/[slug]/invitations/page.tsx": "staff",
  "portal/page.tsx": "customer",
  "portal/[...rest]/page.tsx": "customer",
  "portal/notifications/page.tsx": "customer",
  "portal/notifications/preferences/page.tsx": "customer",
  "agent/notifications/page.tsx": "staff",
  "agent/notifications/preferences/page.tsx": "staff",
  "agent/settings/mail/page.tsx": "admin",
  "agent/settings/mail/[template]/page.tsx": "admin",
  "agent/satisfaction/page.tsx": "staff",
  "agent/settings/rules/page.tsx": "admin",
  "agent/settings/rules/new/page.tsx": "admin",
  "agent/settings/rules/[rule]/page.tsx": "admin",
  "agent/settings/rules/[rule]/try/page.tsx": "admin",
  "agent/settings/jobs/page.tsx": "admin",
  "agent/settings/inbound/page.tsx": "admin",
  "agent/settings/inbound/[letter]/page.tsx": "admin",
  "agent/settings/outbox/page.tsx": "admin",
  "agent/settings/outbox/[mail]/page.tsx": "admin",
  "api/agent/outbox/[mail]/route.ts": "staff",
  // The link of a mail is its own proof.
  "unsubscribe/[token]/page.tsx": "public",
  "api/unsubscribe/[token]/route.ts": "public",
  // By the secret of INBOUND_MAIL_SECRET, which a mail server has.
  "api/mail/inbound/route.ts": "public",
  "from-mail/[token]/page.tsx": "person",
  "api/push/route.ts": "person",
  "portal/chat/page.tsx": "customer",
  "agent/chat/page.tsx": "staff",
  "agent/chat/[conversation]/page.tsx": "staff",
  "agent/settings/chat/page.tsx": "admin",
  "api/agent/chats/route.ts": "staff",
  "api/chat/[conversation]/route.ts": "person",
  "api/chat/[conversation]/transcript/route.ts": "person",
  "api/chat/messages/route.ts": "person",
  "api/chat/panel/route.ts": "person",
  "api/notifications/unread/route.ts": "person",
  "api/chat/start/route.ts": "customer",
  "api/chat/signals/route.ts": "person",
  "portal/organization/page.tsx": "customer",
  "portal/tickets/page.tsx": "customer",
  "portal/tickets/new/page.tsx": "customer",
  "portal/tickets/[reference]/page.tsx": "customer",
  "portal/tickets/[reference]/report/page.tsx": "customer",
  "portal/suspension/page.tsx": "customer",
  "portal/appointments/page.tsx": "customer",
  "portal/tickets/[reference]/appointments/page.tsx": "customer",
  "portal/tickets/[reference]/receipt/page.tsx": "person",
  "portal/tickets/[reference]/receipt/pdf/route.ts": "person",
  "portal/tickets/[reference]/receipt/text/route.ts": "person",
  // Stands in the place of others while the desk is held.
  "maintenance/page.tsx": "public",
  "agent/page.tsx": "staff",
  "agent/[...rest]/page.tsx": "staff",
  "agent/clusters/page.tsx": "staff",
  "agent/queues/page.tsx": "staff",
  "agent/queues/[queue]/page.tsx": "staff",
  "agent/search/page.tsx": "staff",
  "agent/kb/page.tsx": "staff",
  "agent/kb/read/page.tsx": "staff",
  "agent/kb/read/[category]/page.tsx": "staff",
  "agent/kb/read/articles/[slug]/page.tsx": "staff",
  "agent/settings/knowledge/page.tsx": "admin",
  "portal/kb/page.tsx": "customer",
  "portal/kb/[category]/page.tsx": "customer",
  "portal/kb/articles/[slug]/page.tsx": "customer",
  "agent/kb/categories/page.tsx": "staff",
  "agent/kb/categories/new/page.tsx": "staff",
  "agent/kb/categories/[category]/page.tsx": "staff",
  "agent/kb/searches/page.tsx": "staff",
  "agent/kb/board/page.tsx": "staff",
  "agent/kb/export/page.tsx": "staff",
  "agent/kb/import/page.tsx": "admin",
  "agent/kb/faq/page.tsx": "staff",
  "agent/kb/faq/new/page.tsx": "staff",
  "agent/kb/faq/[entry]/page.tsx": "staff",
  "agent/kb/faq/[entry]/versions/page.tsx": "staff",
  "agent/kb/articles/page.tsx": "staff",
  "agent/kb/articles/new/page.tsx": "staff",
  "agent/kb/articles/[slug]/edit/page.tsx": "staff",
  "agent/kb/articles/[slug]/versions/page.tsx": "staff",
  "agent/noted/page.tsx": "staff",
  "agent/noted/new/page.tsx": "staff",
  "portal/noted/[noted]/page.tsx": "customer",
  "agent/kb/articles/[slug]/page.tsx": "staff",
  "agent/tickets/[reference]/page.tsx": "staff",
  "agent/tickets/[reference]/merge/page.tsx": "staff",
  "agent/tickets/[reference]/mark/page.tsx": "staff",
  "agent/conduct/page.tsx": "staff",
  "agent/conduct/[case]/page.tsx": "staff",
  "agent/settings/conduct/page.tsx": "admin",
  "agent/tickets/[reference]/work/page.tsx": "staff",
  "agent/charges/page.tsx": "staff",
  "agent/charges/export/route.ts": "staff",
  "agent/charges/[reference]/page.tsx": "staff",
  "agent/charges/[reference]/cfdi/route.ts": "staff",
  "agent/settings/company/page.tsx": "admin",
  "portal/charges/page.tsx": "customer",
  "agent/appointments/page.tsx": "staff",
  "agent/availability/page.tsx": "staff",
  "agent/tickets/[reference]/appointments/page.tsx": "staff",
  "agent/settings/appointments/page.tsx": "admin",
  "agent/access/page.tsx": "staff",
  "agent/access/[person]/page.tsx": "staff",
  "agent/customers/page.tsx": "staff",
  "agent/customers/new/page.tsx": "admin",
  "agent/customers/import/page.tsx": "admin",
  "agent/customers/requests/page.tsx": "staff",
  "agent/settings/accounts/page.tsx": "admin",
  "agent/customers/[slug]/page.tsx": "staff",
  "agent/customers/[slug]/people/[person]/page.tsx": "admin",
  "agent/customers/[slug]/products/new/page.tsx": "admin",
  "agent/customers/[slug]/products/[product]/page.tsx": "staff",
  "agent/settings/departments/page.tsx": "admin",
  "agent/settings/questions/page.tsx": "admin",
  "agent/settings/questions/new/page.tsx": "admin",
  "agent/settings/questions/[question]/page.tsx": "admin",
  "agent/settings/files/page.tsx": "admin",
  "agent/settings/rates/page.tsx": "staff",
  "agent/settings/rates/csv/route.ts": "staff",
  "agent/settings/rates/edit/page.tsx": "admin",
  "agent/settings/rates/import/page.tsx": "admin",
  "portal/rates/page.tsx": "customer",
  "agent/contracts/page.tsx": "staff",
  "agent/contracts/new/page.tsx": "admin",
  "agent/contracts/[reference]/page.tsx": "staff",
  "portal/contracts/page.tsx": "customer",
  "portal/quotes/page.tsx": "customer",
  "portal/tickets/[reference]/quotes/[quote]/page.tsx": "customer",
  "portal/tickets/[reference]/quotes/[quote]/pdf/route.ts": "person",
  "portal/tickets/[reference]/quotes/[quote]/text/route.ts": "person",
  "agent/quotes/page.tsx": "staff",
  "agent/tickets/[reference]/quote/page.tsx": "staff",
  "portal/contracts/[reference]/page.tsx": "person",
  "portal/contracts/[reference]/pdf/route.ts": "person",
  "portal/contracts/[reference]/csv/route.ts": "person",
  "agent/settings/synonyms/page.tsx": "admin",
  "agent/settings/synonyms/[group]/page.tsx": "admin",
  "api/appointments/[id]/ics/route.ts": "person",
  "api/auth/[...nextauth]/route.ts": "public",
  // Each looks who asks by its own cookies; a file of a published article is everybody's.
  "api/files/[id]/route.ts": "person",
  "api/files/[id]/thumbnail/route.ts": "person",
  "api/files/ticket/[reference]/route.ts": "person",
  "api/events/route.ts": "person",
  "api/events/poll/route.ts": "person",
  "api/health/route.ts": "public",
  // Lets in whoever has an address that was signed for one file.
  "api/ingest/[key]/route.ts": "public",
  "api/kb/suggestions/route.ts": "public",
  "api/kb/own-suggestions/route.ts": "person",
  "api/kb/views/route.ts": "public",
  "api/kb/votes/route.ts": "public",
  "api/kb/searches/route.ts": "public",
  "api/portal/drafts/route.ts": "person",
  "api/portal/opened-articles/route.ts": "customer",
  "api/portal/held-secrets/route.ts": "person",
  "api/portal/held-secrets/drop/route.ts": "person",
  "api/portal/opened-duplicates/route.ts": "customer",
  "api/portal/suggest/route.ts": "customer",
  "api/uploadthing/route.ts": "person",
  "api/uploads/own/route.ts": "person",
  "api/agent/drafts/route.ts": "staff",
  "api/agent/duplicates/export/route.ts": "staff",
  "api/agent/kb-searches/route.ts": "staff",
  "api/agent/kb-articles/route.ts": "staff",
  "api/agent/kb-board/route.ts": "staff",
  "api/agent/kb-export/route.ts": "staff",
  "api/agent/kb-import/route.ts": "staff",
  "api/agent/products/export/route.ts": "staff",
  "api/agent/products/import/route.ts": "staff",
  "api/agent/presence/route.ts": "staff",
  "api/agent/queues/route.ts": "staff",
  "api/agent/read/route.ts": "staff",
  "api/agent/tickets/route.ts": "staff",
};

/** What each kind's code calls before it reads anything. */
const GATES = {
  customer: /await requireCustomer\(\)|jsonRoute\(\{[^}]*actor: "customer"/,
  staff: /await requireStaff\(\)|await staffOf\(request\)|draftRoute\(\{[^}]*actor: "staff"/,
  admin: /await requireAdmin\(\)/,
  person: /await requirePerson\(\)|await find(?:Person|Session)OfRequest\(request\)|await listenerOf\(request\)|(?:json|draft)Route\(\{[^}]*actor: "person"/,
};

const sources = readSources("app");
const byPath = new Map(sources.map((source) => [source.path, source]));
/** A slot's page has no address of its own: it is a piece of the page beside it, which has its gate. */
const ANSWERS = /^(?!.*\/@).*\/(page\.tsx|route\.ts|(?:[\w-]+\.)?(?:sitemap|robots|manifest|icon|apple-icon|opengraph-image|twitter-image)\.tsx?)$/;

describe("routes", () => {
  it("are all in the table", () => {
    expect(sources.map((source) => source.path).filter((path) => ANSWERS.test(path)).map((path) => path.slice("app/".length)).sort()).toEqual(Object.keys(ROUTES).sort());
  });

  it.each(Object.entries(ROUTES).filter(([, who]) => who !== "public"))("%s lets in the %s alone, by a gate of its own", (path, who) => {
    const code = withOwnData(byPath.get(`app/${path}`)!).map((source) => source.code).join("\n");
    expect(code).toMatch(GATES[who as keyof typeof GATES]);
    const others = (Object.keys(GATES) as (keyof typeof GATES)[]).filter((kind) => kind !== who);
    for (const other of others) expect(code).not.toMatch(GATES[other]);
  });

  it("that are cached know nothing of the request: no cookies, no headers, no person", () => {
    const asked = [
      // Results are rendered for each query; who asks decides only whether the search is counted.
      "app/_knowledge/search-for-reader.ts",
      // A receipt is checked for each question; who asks decides only whether they asked too often.
      "app/(public)/verify/_data/checked-receipt.ts",
    ];
    for (const path of asked) expect(byPath.get(path)?.code).toMatch(/next\/headers/);
    const cached = sources.filter((source) => /^app\/(?:\(public\)|_knowledge)\//.test(source.path) && !asked.includes(source.path));
    expect(cached.length).toBeGreaterThan(20);
    const offences = cached.flatMap((source) =>
      source.imports
        .filter((each) => !each.isTypeOnly && /^(next\/headers|@\/lib\/auth\/(gate|session|counted-reader)|@\/lib\/tickets\/.*|@\/app\/(portal|agent)\/.*)$/.test(each.specifier))
        .map((each) => `${source.path}:${each.line} imports ${each.specifier}`),
    );
    expect(offences).toEqual([]);
  });

  it("of the portal and the desk do not reach into each other", () => {
    const areaOf = (path: string) => /^app\/(?:api\/)?(portal|agent)\//.exec(path)?.[1];
    const offences = sources.flatMap((source) =>
      source.imports
        .filter((each) => each.file && areaOf(source.path) && areaOf(each.file) && areaOf(source.path) !== areaOf(each.file))
        .map((each) => `${source.path}:${each.line} imports ${each.specifier}`),
    );
    expect(offences).toEqual([]);
  });
});

describe("server actions", () => {
  const actions = sources.filter((source) => source.text.startsWith('"use server";'));

  it("are made by defineAction or definePublicAction, sign-out excepted", () => {
    expect(actions.length).toBeGreaterThan(4);
    const offences = actions.flatMap((source) =>
      [...source.code.matchAll(/^export async function (\w+)/gm)]
        .filter((match) => !/define(Public)?Action\(/.test(source.code) && match[1] !== "signOutAction")
        .map((match) => `${placeOf(source, match.index)} exports ${match[1]} without defineAction`),
    );
    expect(offences).toEqual([]);
  });

  it("of the portal act for customers, those of the desk for staff, those that both share for whoever it is", () => {
    for (const source of actions) {
      const kinds = [...source.code.matchAll(/\bactor: "(\w+)"/g)].map((match) => match[1]);
      const allowed = source.path.startsWith("app/agent/") ? ["staff"] : source.path.startsWith("app/portal/") ? ["customer", "person"] : /^app\/_(?:notifications|account|security)\//.test(source.path) ? ["person"] : [];
      expect([source.path, kinds.filter((kind) => !allowed.includes(kind!))]).toEqual([source.path, []]);
    }
  });

  it("are defined nowhere else: no inline \"use server\"", () => {
    const inline = sources.filter((source) => /["']use server["']/.test(source.code.replace(/^"use server";/, "")));
    expect(inline.map((source) => source.path)).toEqual([]);
  });
});

/** The page and the loaders of its own area that it calls. */
function withOwnData(page: Source): Source[] {
  const area = page.path.split("/").slice(0, 2).join("/");
  const loaders = page.imports.flatMap((each) => (each.file?.startsWith(`${area}/`) && /\/_data\//.test(each.file) ? [byPath.get(each.file)!] : []));
  return [page, ...loaders];
}
