import { keyOfPair, type ScoredPair, type TicketPair } from "./links";

/**
 * From this probability on a link can join two tickets. Between SHOW, where one is merely told, and MUST_REVIEW, where one is stopped:
 * a cluster is a proposal to somebody who reads it, and a list costs little.
 */
export const CLUSTER_LINK = 0.35;

/** Two groups become one when their tickets are linked this strongly on average, a missing link counting nothing … */
export const JOIN_MEAN = 0.25;

/** … or when the tickets at their centres are linked this strongly themselves. */
export const JOIN_CENTRES = 0.5;

/** Of one customer's tickets as many as this are a matter that repeats; of several customers', two are. */
const TICKETS_OF_ONE_CUSTOMER = 3;

export type Cluster = {
  /** The ticket that is linked the most with the others: the one to read first. */
  centre: string;
  /** In the order of their ids. */
  members: string[];
};

/**
 * Groups of tickets that are probably about one matter: components of the links, joined from the strongest link to the weakest, with a
 * guard against chaining. Where A resembles B and B resembles C, A and C need not be about one matter; so a link alone joins nothing.
 * The groups at its two ends join only when their tickets resemble each other on average, weaker links included, or their centres do. And
 * never when the desk said of any two of them that they are not the same matter.
 * The answer depends on the links and nothing else: not on their order, nor on which end of a pair comes first.
 */
export function clustersOf(links: readonly ScoredPair[], apart: readonly TicketPair[] = []): Cluster[] {
  const joining = links.filter((link) => link.scoreMilli >= CLUSTER_LINK * 1000).sort(strongestFirst);
  const graph = graphOf(links, apart);
  const groups = new Map([...graph.scores.keys()].map((id): [string, Group] => [id, { centre: id, strengths: new Map([[id, 0]]) }]));
  for (const { lower, higher } of joining) {
    const [one, other] = [groups.get(lower)!, groups.get(higher)!];
    if (one === other || !mayJoin(one, other, graph)) continue;
    const [larger, smaller] = one.strengths.size >= other.strengths.size ? [one, other] : [other, one];
    join(larger, smaller, graph);
    for (const member of smaller.strengths.keys()) groups.set(member, larger);
  }
  const joined = [...new Set(groups.values())].filter((group) => group.strengths.size > 1);
  return joined.map(({ centre, strengths }) => ({ centre, members: [...strengths.keys()].sort() })).sort((a, b) => (a.centre < b.centre ? -1 : 1));
}

/** Whether a group is worth an answer of its own. @param customers by ticket, who asked: the organization, or the person without one */
export function isRepeated(members: readonly string[], customers: ReadonlyMap<string, string>): boolean {
  return members.length >= TICKETS_OF_ONE_CUSTOMER || (members.length >= 2 && countCustomers(members, customers) >= 2);
}

export function countCustomers(members: readonly string[], customers: ReadonlyMap<string, string>): number {
  return new Set(members.map((member) => customers.get(member) ?? member)).size;
}

/** `strengths`: of each member, the sum of its links to the others. */
type Group = { centre: string; strengths: Map<string, number> };
/** By ticket: its links by the other end, and whom the desk keeps it apart from. */
type Graph = { scores: Map<string, Map<string, number>>; apart: Map<string, Set<string>> };

function graphOf(links: readonly ScoredPair[], pairs: readonly TicketPair[]): Graph {
  const graph: Graph = { scores: new Map(), apart: new Map() };
  for (const { lower, higher, scoreMilli } of links) {
    for (const [from, to] of [[lower, higher], [higher, lower]] as const) graph.scores.set(from, (graph.scores.get(from) ?? new Map<string, number>()).set(to, scoreMilli));
  }
  for (const { lower, higher } of pairs) {
    for (const [from, to] of [[lower, higher], [higher, lower]] as const) graph.apart.set(from, (graph.apart.get(from) ?? new Set<string>()).add(to));
  }
  return graph;
}

function strongestFirst(a: ScoredPair, b: ScoredPair): number {
  if (a.scoreMilli !== b.scoreMilli) return b.scoreMilli - a.scoreMilli;
  return keyOfPair(a) < keyOfPair(b) ? -1 : 1;
}

function mayJoin(one: Group, other: Group, { scores, apart }: Graph): boolean {
  const [smaller, larger] = one.strengths.size < other.strengths.size ? [one, other] : [other, one];
  let sum = 0;
  for (const member of smaller.strengths.keys()) {
    for (const stranger of apart.get(member) ?? []) if (larger.strengths.has(stranger)) return false;
    for (const [neighbour, score] of scores.get(member) ?? []) if (larger.strengths.has(neighbour)) sum += score;
  }
  const mean = sum / (one.strengths.size * other.strengths.size);
  return mean >= JOIN_MEAN * 1000 || (scores.get(one.centre)?.get(other.centre) ?? 0) >= JOIN_CENTRES * 1000;
}

function join(group: Group, newcomers: Group, { scores }: Graph): void {
  const strengthen = (member: string, by: number) => group.strengths.set(member, (group.strengths.get(member) ?? 0) + by);
  const arrivals = [...newcomers.strengths];
  const bridges = arrivals.flatMap(([arrival]) => [...(scores.get(arrival) ?? [])].filter(([member]) => group.strengths.has(member)).map(([member, score]) => ({ arrival, member, score })));
  for (const [arrival, strength] of arrivals) strengthen(arrival, strength);
  for (const { arrival, member, score } of bridges) {
    strengthen(arrival, score);
    strengthen(member, score);
  }
  group.centre = [...group.strengths].reduce((best, each) => (each[1] > best[1] || (each[1] === best[1] && each[0] < best[0]) ? each : best))[0];
}
