import { queryDatabase } from "@/tests/support/browser-database";
import type { Outcome, RouteCase } from "@/tests/support/browser-routes";

const NO_SUCH = "00000000-0000-4000-8000-000000000001";

/** The demonstration's case that waits for a decision: of a customer, so agents see it too. */
export async function readCaseId(): Promise<string> {
  const [row] = await queryDatabase<{ id: string }>("SELECT c.id FROM conduct_case c JOIN app_user u ON u.id = c.about_id WHERE u.email = 'gerardo@mueblessabino.example'");
  if (!row) throw new Error("The demonstration has no case of conduct.");
  return row.id;
}

/** Pages of conduct, each as everybody. */
export function conductRoutes({ ana, conductCase }: { ana: { reference: string }; conductCase: string }, signInFor: (address: string) => string): RouteCase[] {
  const route = (file: string, address: string, outcomes: [Outcome, Outcome, Outcome, Outcome, Outcome]): RouteCase => ({ file: `${file}/page.tsx`, address, kind: "private", outcomes: [`→ ${signInFor(address)}`, ...outcomes] });
  const desk = (file: string, address: string, agent: Outcome, admin: Outcome = agent) => route(`agent/${file}`, address, ["→ /portal", "→ /portal", "→ /portal", agent, admin]);
  const portal = (file: string, address: string, seen: Outcome) => route(`portal/${file}`, address, [seen, seen, seen, "→ /agent", "→ /agent"]);
  return [
    desk("conduct", "/agent/conduct", 200),
    desk("conduct", "/agent/conduct?after=x", 200),
    desk("conduct/[case]", `/agent/conduct/${conductCase}`, 200),
    desk("conduct/[case]", `/agent/conduct/${NO_SUCH}`, 404),
    desk("conduct/[case]", "/agent/conduct/no-such-case", 404),
    desk("settings/conduct", "/agent/settings/conduct", 404, 200),
    desk("tickets/[reference]/mark", `/agent/tickets/${ana.reference}/mark`, 200),
    desk("tickets/[reference]/mark", `/agent/tickets/${ana.reference}/mark?message=${NO_SUCH}`, 404),
    desk("tickets/[reference]/mark", "/agent/tickets/IMP-0000-0000/mark", 404),
    portal("suspension", "/portal/suspension", 200),
    // Nobody reports a message that there is not, whoever's the ticket is.
    portal("tickets/[reference]/report", `/portal/tickets/${ana.reference}/report?message=${NO_SUCH}`, 404),
  ];
}
