/** The same ids with one of them a place further up or down, as far as there is one. */
export function movedFile(ids: readonly string[], id: string, move: "up" | "down"): string[] {
  const from = ids.indexOf(id);
  const to = move === "up" ? from - 1 : from + 1;
  if (from === -1 || to < 0 || to >= ids.length) return [...ids];
  const others = ids.filter((each) => each !== id);
  return [...others.slice(0, to), id, ...others.slice(to)];
}
