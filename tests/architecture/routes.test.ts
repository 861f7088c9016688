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
  "(public)/kb/articles/[slug]/page.tsx": "public",
  "(public)/kb/search/page.tsx": "public",
  "(public)/policies/page.tsx": "public",
  "(public)/policies/[slug]/page.tsx": "public",
  "robots.ts": "public",
  "sitemap.ts": "public",
  "sign-in/page.tsx": "public",
  "set-password/[token]/page.tsx": "public",
  "portal/page.tsx": "customer",
  "portal/[...rest]/page.tsx": "customer",
  "portal/tickets/page.tsx": "customer",
  "portal/tickets/new/page.tsx": "customer",
  "portal/tickets/[reference]/page.tsx": "customer",
  "agent/page.tsx": "staff",
  "agent/[...rest]/page.tsx": "staff",
  "agent/clusters/page.tsx": "staff",
  "agent/queues/page.tsx": "staff",
  "agent/queues/[queue]/page.tsx": "staff",
  "agent/search/page.tsx": "staff",
  "agent/kb/searches/page.tsx": "staff",
  "agent/tickets/[reference]/page.tsx": "staff",
  "agent/tickets/[reference]/merge/page.tsx": "staff",
  "agent/settings/synonyms/page.tsx": "admin",
  "agent/settings/synonyms/[group]/page.tsx": "admin",
  "api/auth/[...nextauth]/route.ts": "public",
  "api/health/route.ts": "public",
  "api/kb/suggestions/route.ts": "public",
  "api/kb/views/route.ts": "public",
  "api/kb/searches/route.ts": "public",
  "api/portal/drafts/route.ts": "person",
  "api/portal/opened-duplicates/route.ts": "customer",
  "api/portal/suggest/route.ts": "customer",
  "api/agent/drafts/route.ts": "staff",
  "api/agent/duplicates/export/route.ts": "staff",
  "api/agent/kb-searches/route.ts": "staff",
  "api/agent/queues/route.ts": "staff",
  "api/agent/read/route.ts": "staff",
  "api/agent/tickets/route.ts": "staff",
};

/** What each kind's code calls before it reads anything. */
const GATES = {
  customer: /await requireCustomer\(\)|jsonRoute\(\{[^}]*actor: "customer"/,
  staff: /await requireStaff\(\)|await staffOf\(request\)/,
  admin: /await requireAdmin\(\)/,
  person: /await requirePerson\(\)|jsonRoute\(\{[^}]*actor: "person"/,
};

const sources = readSources("app");
const byPath = new Map(sources.map((source) => [source.path, source]));
const ANSWERS = /\/(page\.tsx|route\.ts|(?:[\w-]+\.)?(?:sitemap|robots|manifest|icon|apple-icon|opengraph-image|twitter-image)\.tsx?)$/;

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
    // Results are rendered for each query; who asks decides only whether the search is counted.
    const asked = "app/(public)/kb/search/_data/recorded-search.ts";
    expect(byPath.get(asked)?.code).toMatch(/next\/headers/);
    const cached = sources.filter((source) => source.path.startsWith("app/(public)/") && source.path !== asked);
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

  it("of the portal act for customers, those of the desk for staff", () => {
    for (const source of actions) {
      const kinds = [...source.code.matchAll(/\bactor: "(\w+)"/g)].map((match) => match[1]);
      const allowed = source.path.startsWith("app/agent/") ? ["staff"] : source.path.startsWith("app/portal/") ? ["customer", "person"] : [];
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
