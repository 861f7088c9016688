import { queryDatabase } from "@/tests/support/browser-database";
import type { Outcome, RouteCase } from "@/tests/support/browser-routes";

/** A question of the demonstration. */
export async function readFaqEntryId(): Promise<string> {
  const [row] = await queryDatabase<{ id: string }>("SELECT id FROM faq_entry WHERE slug = 'como-levanto-un-ticket'");
  if (!row) throw new Error("The demonstration has no question.");
  return row.id;
}

/** The frequent questions' desk is the whole desk's. */
export function faqRoutes(entry: string, signInFor: (address: string) => string): RouteCase[] {
  const desk = (file: string, address: string, answer: Outcome): RouteCase => ({
    file: `agent/kb/faq/${file}page.tsx`,
    address: `/agent/kb/faq${address}`,
    kind: "private",
    outcomes: [`→ ${signInFor(`/agent/kb/faq${address}`)}`, "→ /portal", "→ /portal", "→ /portal", answer, answer],
  });
  return [desk("", "?done=saved", 200), desk("new/", "/new", 200), desk("[entry]/", `/${entry}`, 200), desk("[entry]/", "/no-existe", 404), desk("[entry]/versions/", `/${entry}/versions`, 200)];
}
