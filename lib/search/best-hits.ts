/** A text by its position, and how well it answers. */
export type Hit = { at: number; score: number };

/** The best of many without sorting them all: a heap of `limit` whose root is the worst that is still in. */
export function bestHits(positions: readonly number[], scores: Float64Array, limit: number): Hit[] {
  const isWorse = (a: Hit, b: Hit) => a.score < b.score || (a.score === b.score && a.at < b.at);
  const heap: Hit[] = [];
  for (const at of positions) {
    const hit = { at, score: scores[at]! };
    if (heap.length < limit) {
      heap.push(hit);
      if (heap.length === limit) for (let node = limit >> 1; node >= 0; node -= 1) sink(heap, node, isWorse);
    } else if (limit > 0 && isWorse(heap[0]!, hit)) {
      heap[0] = hit;
      sink(heap, 0, isWorse);
    }
  }
  return heap.sort((a, b) => (isWorse(a, b) ? 1 : -1));
}

function sink(heap: Hit[], from: number, isWorse: (a: Hit, b: Hit) => boolean): void {
  let node = from;
  for (;;) {
    const left = 2 * node + 1;
    let worst = node;
    for (const child of [left, left + 1]) if (child < heap.length && isWorse(heap[child]!, heap[worst]!)) worst = child;
    if (worst === node) return;
    [heap[node], heap[worst]] = [heap[worst]!, heap[node]!];
    node = worst;
  }
}
