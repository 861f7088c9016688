import { placeOfFile } from "@/tests/architecture/support/rings";
import { readSources, type Source } from "@/tests/architecture/support/sources";

const sources = readSources("lib", "app", "components");

/** Who needs whom at run time; a type alone makes no cycle that could bite. */
function graphOf(from: (source: Source) => string | null): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  const nodes = new Map(sources.map((source) => [source.path, from(source)]));
  for (const source of sources) {
    const node = nodes.get(source.path);
    if (!node) continue;
    const targets = graph.get(node) ?? new Set<string>();
    graph.set(node, targets);
    for (const each of source.imports) {
      const target = each.file && nodes.get(each.file);
      if (target && target !== node && (!each.isTypeOnly || from(source) !== source.path)) targets.add(target);
    }
  }
  return graph;
}

/** One cycle of the graph as "a → b → a", or null. */
function findCycle(graph: Map<string, Set<string>>): string | null {
  const done = new Set<string>();
  const path: string[] = [];
  function visit(node: string): string | null {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node].join(" → ");
    if (done.has(node)) return null;
    path.push(node);
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(node);
    return null;
  }
  for (const node of graph.keys()) {
    const cycle = visit(node);
    if (cycle) return cycle;
  }
  return null;
}

describe("cycles", () => {
  it("finds one where there is one", () => {
    expect(findCycle(new Map([["a", new Set(["b"])], ["b", new Set(["c"])], ["c", new Set(["b"])]]))).toBe("b → c → b");
  });

  it("no file needs itself", () => {
    const graph = graphOf((source) => source.path);
    expect(graph.size).toBeGreaterThan(200);
    expect(findCycle(graph)).toBeNull();
  });

  it("no domain needs itself, not even for a type", () => {
    const graph = graphOf((source) => {
      const place = placeOfFile(source.path);
      return place.part === "domain" ? place.name : null;
    });
    expect([...graph.keys()].sort()).toEqual(expect.arrayContaining(["duplicates", "kb", "sla", "tickets"]));
    expect(findCycle(graph)).toBeNull();
  });

  it("domains stand in the order of docs: quotes above tickets, tickets above billing, customers, sla, duplicates and questions; above kb too, whose searches learn that a ticket followed", () => {
    const needed = (name: string) => new Set(sources.filter((source) => source.path.startsWith(`lib/${name}/`)).flatMap((source) => source.imports).map((each) => each.file && placeOfFile(each.file)).flatMap((place) => (place && place.part === "domain" && place.name !== name ? [place.name] : [])));
    expect([...needed("tickets")].sort()).toEqual(["attachments", "billing", "conduct", "customers", "drafts", "duplicates", "kb", "policies", "questions", "secrets", "sla"]);
    expect([...needed("quotes")].sort()).toEqual(["attachments", "billing", "customers", "sla", "tickets"]);
    expect([...needed("questions")]).toEqual([]);
    expect([...needed("sla")]).toEqual([]);
    expect([...needed("secrets")]).toEqual([]);
    expect([...needed("duplicates")]).toEqual(["synonyms"]);
    expect([...needed("kb")].sort()).toEqual(["attachments", "drafts", "secrets", "synonyms"]);
    expect([...needed("synonyms")]).toEqual([]);
    expect([...needed("attachments")]).toEqual([]);
    expect([...needed("drafts")].sort()).toEqual(["attachments", "questions", "secrets"]);
    expect([...needed("files")].sort()).toEqual(["attachments", "chat", "kb", "tickets"]);
  });
});
