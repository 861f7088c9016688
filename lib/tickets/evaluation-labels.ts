/** A decision that says whether two documents are about one matter; `text` and `candidate` are ids of documents. */
export type JudgedDecision = {
  text: string;
  candidate: string;
  verdict: "added" | "different" | "merged";
  isStaff: boolean;
  /** Milliseconds. */
  decidedAt: number;
};

export type LabelledPair = { q: string; d: string; verdict: "dup-like" | "not-dup" };
export type LabelledQuery = { id: string; kind: "dup" | "neg"; rel: string[] };

/**
 * The labelled set that decisions make, in the evaluation's own format. A query is the later document of a pair. "dup": `rel` holds all
 * earlier documents of its matter, merges and additions being transitive. "neg": it was held against earlier ones and found to be another
 * matter, and nothing says otherwise.
 * @param order of each document in time; a pair of which a document is unknown is left out
 */
export function labelsOf(decisions: readonly JudgedDecision[], order: ReadonlyMap<string, number>): { queries: LabelledQuery[]; pairs: LabelledPair[] } {
  const known = decisions.filter(({ text, candidate }) => order.has(text) && order.has(candidate) && text !== candidate);
  const pairs = [...lastWords(known).values()].map((decision) => pairOf(decision, order)).sort((a, b) => at(order, a.q) - at(order, b.q) || at(order, a.d) - at(order, b.d));
  const matters = mattersOf(pairs);
  const judged = new Set([...pairs.map(({ q }) => q), ...matters.keys()]);
  return { pairs, queries: [...judged].sort((a, b) => at(order, a) - at(order, b)).flatMap((id) => queryOf(id, { pairs, matters, order })) };
}

/** Of several verdicts on one pair the surest counts; of equally sure ones the last. */
function lastWords(decisions: readonly JudgedDecision[]): Map<string, JudgedDecision> {
  const inOrder = [...decisions].sort((a, b) => sureness(a) - sureness(b) || a.decidedAt - b.decidedAt);
  return new Map(inOrder.map((decision) => [[decision.text, decision.candidate].sort().join(" "), decision]));
}

/** A merge cannot be taken back; the desk has seen more than the customer who said otherwise. */
function sureness({ verdict, isStaff }: JudgedDecision): number {
  if (verdict === "merged") return 2;
  return isStaff ? 1 : 0;
}

function pairOf({ text, candidate, verdict }: JudgedDecision, order: ReadonlyMap<string, number>): LabelledPair {
  const [q, d] = at(order, text) > at(order, candidate) ? [text, candidate] : [candidate, text];
  return { q, d, verdict: verdict === "different" ? "not-dup" : "dup-like" };
}

/** By document, everything that is about its matter, itself included. */
function mattersOf(pairs: readonly LabelledPair[]): Map<string, Set<string>> {
  const matters = new Map<string, Set<string>>();
  for (const { q, d } of pairs.filter(({ verdict }) => verdict === "dup-like")) {
    const joined = new Set([...(matters.get(q) ?? [q]), ...(matters.get(d) ?? [d])]);
    for (const member of joined) matters.set(member, joined);
  }
  return matters;
}

function queryOf(id: string, { pairs, matters, order }: { pairs: readonly LabelledPair[]; matters: Map<string, Set<string>>; order: ReadonlyMap<string, number> }): LabelledQuery[] {
  const rel = [...(matters.get(id) ?? [])].filter((other) => at(order, other) < at(order, id)).sort((a, b) => at(order, a) - at(order, b));
  if (rel.length > 0) return [{ id, kind: "dup", rel }];
  return pairs.some(({ q, verdict }) => q === id && verdict === "not-dup") ? [{ id, kind: "neg", rel: [] }] : [];
}

function at(order: ReadonlyMap<string, number>, id: string): number {
  return order.get(id) ?? 0;
}
