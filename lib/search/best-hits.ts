/** A text by its position, and how well it answers. */
export type Hit = { at: number; score: number };

/** The best of many without sorting them all: a heap of `limit` whose root is the worst that is still in. Numbers only, because most pass it by. */
export function bestHits(positions: ArrayLike<number>, scores: Float64Array, limit: number): Hit[] {
  const heap = new Int32Array(Math.max(0, Math.min(limit, positions.length)));
  const isWorse = (a: number, b: number) => scores[a]! < scores[b]! || (scores[a] === scores[b] && a < b);
  if (heap.length === 0) return [];
  for (let next = 0; next < heap.length; next += 1) heap[next] = positions[next]!;
  for (let node = heap.length >> 1; node >= 0; node -= 1) sink(heap, node, isWorse);
  let worst = scores[heap[0]!]!;
  for (let next = heap.length; next < positions.length; next += 1) {
    const at = positions[next]!;
    if (scores[at]! < worst || !isWorse(heap[0]!, at)) continue;
    heap[0] = at;
    sink(heap, 0, isWorse);
    worst = scores[heap[0]!]!;
  }
  return Array.from(heap, (at) => ({ at, score: scores[at]! })).sort((a, b) => b.score - a.score || b.at - a.at);
}

function sink(heap: Int32Array, from: number, isWorse: (a: number, b: number) => boolean): void {
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
