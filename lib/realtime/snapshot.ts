/**
 * Which transactions had ended at some moment, as PostgreSQL says it: all below `xmin`, and those below `xmax` that did not run then.
 * Two of them are never crosswise: whatever the earlier one saw, the later one sees.
 */
export type Snapshot = { xmin: bigint; xmax: bigint; running: ReadonlySet<bigint>; text: string; /** By the database's clock. */ takenAtSeconds: number };

/** A snapshot as the id of a message in a stream, and as what a browser says that it has seen. */
export function cursorOf({ takenAtSeconds, text }: Snapshot): string {
  return `${takenAtSeconds}.${text}`;
}

const CURSOR = /^(\d{1,11})\.((\d{1,19}):(\d{1,19}):((?:\d{1,19}(?:,\d{1,19})*)?))$/;
/** Hundreds of transactions may run at once; a header of more is none of ours. */
const MOST_CHARACTERS = 8_000;

/** @returns null when it is none that this product made */
export function parseCursor(text: string): Snapshot | null {
  const match = text.length <= MOST_CHARACTERS ? CURSOR.exec(text) : null;
  if (!match) return null;
  return readSnapshot({ text: match[2]!, takenAtSeconds: Number(match[1]) });
}

/**
 * @param text as PostgreSQL writes a `pg_snapshot`: xmin:xmax:xip,xip
 * @returns null when it contradicts itself, which the database would refuse to read
 */
export function readSnapshot({ text, takenAtSeconds }: { text: string; takenAtSeconds: number }): Snapshot | null {
  const [low = "", high = "", list = ""] = text.split(":");
  const [xmin, xmax] = [BigInt(low), BigInt(high)];
  const running = list === "" ? [] : list.split(",").map(BigInt);
  const isInOrder = running.every((each, at) => each >= xmin && each < xmax && (at === 0 || each > running[at - 1]!));
  if (xmin < 1n || xmin > xmax || xmax > MOST_TRANSACTIONS || !isInOrder) return null;
  return { xmin, xmax, running: new Set(running), text, takenAtSeconds };
}

const MOST_TRANSACTIONS = 2n ** 63n - 1n;

/** Whether what this transaction wrote could be seen then. */
export function hasSeen({ xmin, xmax, running }: Snapshot, revision: bigint): boolean {
  return revision < xmin || (revision < xmax && !running.has(revision));
}

export function laterOf(one: Snapshot, other: Snapshot): Snapshot {
  if (one.xmax !== other.xmax) return one.xmax > other.xmax ? one : other;
  return one.running.size <= other.running.size ? one : other;
}
