/** The same ids with one of them at another place, counted from 0; as far as there are places. */
export function placedAt(ids: readonly string[], id: string, to: number): string[] {
  const others = ids.filter((each) => each !== id);
  const place = Math.min(Math.max(to, 0), others.length);
  return [...others.slice(0, place), id, ...others.slice(place)];
}

/** One place up or down; at an end it stays where it is, and what is not among them changes nothing. */
export function steppedBy(ids: readonly string[], id: string, direction: "up" | "down"): string[] {
  const from = ids.indexOf(id);
  return from === -1 ? [...ids] : placedAt(ids, id, from + (direction === "up" ? -1 : 1));
}
