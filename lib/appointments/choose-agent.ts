export type Candidate = {
  id: string;
  /** Minutes of live appointments ahead. */
  load: number;
};

/** In whose order a slot is tried: who has the matter first, then who has least; by id where that is the same, so that it can be foretold. */
export function inOrderOfChoice(candidates: readonly Candidate[], preferredId: string | null): Candidate[] {
  const rank = ({ id }: Candidate) => (id === preferredId ? 0 : 1);
  return [...candidates].sort((a, b) => rank(a) - rank(b) || a.load - b.load || (a.id < b.id ? -1 : 1));
}
