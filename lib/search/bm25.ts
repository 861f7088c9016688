/** k1: how long repetition goes on counting. b: how much a long text is held against it. */
export type Bm25Settings = { k1: number; b: number };

export const TICKET_BM25: Bm25Settings = { k1: 2, b: 0.9 };
export const KNOWLEDGE_BM25: Bm25Settings = { k1: 1.2, b: 0.75 };
/** Saturation of repetition on the side of the query. */
const QUERY_K3 = 8;

/** How telling a term is: near 0 for one that stands everywhere. */
export function inverseFrequency({ documents, withTerm }: { documents: number; withTerm: number }): number {
  const having = Math.min(Math.max(withTerm, 0), documents);
  return Math.log(1 + (documents - having + 0.5) / (having + 0.5));
}

export function termScore({ frequency, length, averageLength }: { frequency: number; length: number; averageLength: number }, { k1, b }: Bm25Settings): number {
  const relativeLength = averageLength > 0 ? length / averageLength : 1;
  return (frequency * (k1 + 1)) / (frequency + k1 * (1 - b + b * relativeLength));
}

export function queryWeight(frequency: number): number {
  return (frequency * (QUERY_K3 + 1)) / (frequency + QUERY_K3);
}
