import type { Outcome, RouteCase } from "@/tests/support/browser-routes";

/** Import, export, the authors' board, and the addresses of the desk before this one. */
export function exchangeRoutes(signInFor: (address: string) => string): RouteCase[] {
  const desk = (file: string, address: string, [agent, admin]: [Outcome, Outcome]): RouteCase => ({
    file: `agent/kb/${file}page.tsx`,
    address: `/agent/kb/${address}`,
    kind: "private",
    outcomes: [`→ ${signInFor(`/agent/kb/${address}`)}`, "→ /portal", "→ /portal", "→ /portal", agent, admin],
  });
  const data = (file: string, address: string, outcomes: RouteCase["outcomes"], more: Pick<RouteCase, "method" | "body"> = {}): RouteCase => ({ file, address, kind: "data", outcomes, ...more });
  const all = (outcome: Outcome): RouteCase["outcomes"] => [outcome, outcome, outcome, outcome, outcome, outcome];
  const page = (file: string, address: string): RouteCase => ({ file: `(public)/${file}page.tsx`, address, kind: "public", outcomes: all(200) });
  const importer = "→ /agent/kb/import?refused=FORBIDDEN" as const;
  return [
    desk("board/", "board", [200, 200]),
    desk("board/", "board?section=saved&days=90", [200, 200]),
    desk("board/", "board?section=x&days=1e9", [200, 200]),
    desk("export/", "export", [200, 200]),
    desk("import/", "import", [404, 200]),
    desk("import/", "import?refused=IMPORT_CUT", [404, 200]),
    desk("import/", "import?import=x", [404, 404]),
    data("api/agent/kb-board/route.ts", "/api/agent/kb-board?section=saved", [401, 404, 404, 404, 200, 200]),
    data("api/agent/kb-export/route.ts", "/api/agent/kb-export?versions=head", [401, 404, 404, 404, 200, 200]),
    data("api/agent/kb-import/route.ts", "/api/agent/kb-import", [`→ ${signInFor("/agent/kb/import")}`, 404, 404, 404, importer, "→ /agent/kb/import?refused=IMPORT_FILE_MISSING"], { method: "POST", body: {} }),
    page("earlier/", "/earlier?article=9999"),
    page("earlier/ticket/", "/earlier/ticket?track=ABC-123-DEFG"),
    page("earlier/ticket/", "/earlier/ticket?track=%3Cscript%3E"),
    data("knowledgebase.php/route.ts", "/knowledgebase.php", all("→ /kb")),
    data("knowledgebase.php/route.ts", "/soporte/knowledgebase.php?article=9999", all("→ /earlier?article=9999")),
    data("knowledgebase.php/route.ts", "/knowledgebase.php?search=correo", all("→ /kb/search?q=correo")),
    data("ticket.php/route.ts", "/ticket.php?track=abc-123-defg", all("→ /earlier/ticket?track=ABC-123-DEFG")),
    data("index.php/route.ts", "/index.php?a=add", all("→ /portal/tickets/new")),
    { file: "portal/earlier/page.tsx", address: "/portal/earlier?article=9999", kind: "private", outcomes: [`→ ${signInFor("/portal/earlier?article=9999")}`, 404, 404, 404, 404, 404] },
  ];
}
