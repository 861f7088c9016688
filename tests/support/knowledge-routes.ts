import { queryDatabase } from "@/tests/support/browser-database";
import type { Outcome, RouteCase } from "@/tests/support/browser-routes";

/** A category of the demonstration. */
export async function readCategoryId(): Promise<string> {
  const [row] = await queryDatabase<{ id: string }>("SELECT id FROM kb_category WHERE slug = 'correo-electronico'");
  if (!row) throw new Error("The demonstration has no category.");
  return row.id;
}

/** The authors' desk is the whole desk's, but for its settings; what customers read has pages of theirs. */
export function knowledgeRoutes(category: string, signInFor: (address: string) => string): RouteCase[] {
  const desk = (file: string, address: string, [agent, admin]: [Outcome, Outcome]): RouteCase => ({
    file: `agent/${file}page.tsx`,
    address: `/agent/${address}`,
    kind: "private",
    outcomes: [`→ ${signInFor(`/agent/${address}`)}`, "→ /portal", "→ /portal", "→ /portal", agent, admin],
  });
  const portal = (file: string, address: string, customers: Outcome): RouteCase => ({
    file: `portal/${file}page.tsx`,
    address: `/portal/${address}`,
    kind: "private",
    outcomes: [`→ ${signInFor(`/portal/${address}`)}`, customers, customers, customers, "→ /agent", "→ /agent"],
  });
  return [
    desk("kb/", "kb", [200, 200]),
    desk("kb/categories/", "kb/categories?done=saved", [200, 200]),
    desk("kb/categories/new/", `kb/categories/new?parent=${category}`, [200, 200]),
    desk("kb/categories/[category]/", `kb/categories/${category}`, [200, 200]),
    desk("kb/categories/[category]/", "kb/categories/no-existe", [404, 404]),
    desk("kb/read/", "kb/read", [200, 200]),
    desk("kb/read/", "kb/read?q=correo", [200, 200]),
    desk("kb/read/[category]/", "kb/read/correo-electronico", [200, 200]),
    desk("kb/read/[category]/", "kb/read/no-existe", [404, 404]),
    desk("kb/read/articles/[slug]/", "kb/read/articles/configurar-spf", [200, 200]),
    desk("kb/read/articles/[slug]/", "kb/read/articles/no-existe", [404, 404]),
    { file: "api/kb/own-suggestions/route.ts", address: "/api/kb/own-suggestions?q=correo", kind: "data", outcomes: [401, 200, 200, 200, 200, 200] },
    { file: "api/agent/kb-articles/route.ts", address: "/api/agent/kb-articles?q=correo", kind: "data", outcomes: [401, 404, 404, 404, 200, 200] },
    { file: "api/agent/kb-articles/route.ts", address: "/api/agent/kb-articles?slug=no-existe", kind: "data", outcomes: [401, 404, 404, 404, 404, 404] },
    desk("settings/knowledge/", "settings/knowledge", [404, 200]),
    portal("kb/", "kb", 200),
    portal("kb/", "kb?q=correo", 200),
    portal("kb/[category]/", "kb/correo-electronico", 200),
    portal("kb/[category]/", "kb/no-existe", 404),
    portal("kb/articles/[slug]/", "kb/articles/configurar-spf", 200),
    portal("kb/articles/[slug]/", "kb/articles/no-existe", 404),
    desk("kb/articles/new/", "kb/articles/new?title=Correo", [200, 200]),
    desk("kb/articles/[slug]/edit/", "kb/articles/configurar-spf/edit", [200, 200]),
    desk("kb/articles/[slug]/edit/", "kb/articles/no-existe/edit", [404, 404]),
    desk("kb/articles/[slug]/versions/", "kb/articles/configurar-spf/versions", [200, 200]),
    desk("kb/articles/[slug]/versions/", "kb/articles/configurar-spf/versions?from=1&to=9", [404, 404]),
  ];
}
