/** Who acts, in the order of the columns. */
export const ACTORS = ["nobody", "bruno", "andres", "ana", "sergio", "carla", "diego"] as const;
export type ActorName = (typeof ACTORS)[number];

/** Whose ticket (draft, product) it is about. */
export const OWNERS = ["ana", "andres", "bruno"] as const;
export type Owner = (typeof OWNERS)[number];

export type Cell = { operation: string; owner: Owner; actor: ActorName; expected: string };

/** Reads "operation  owner | outcome outcome …", one line a row; an operation that is left out is the one above. */
export function readTable(text: string): Cell[] {
  let operation = "";
  return text.split("\n").filter((line) => line.trim() !== "").flatMap((line) => {
    const [head = "", outcomes = ""] = line.split("|");
    const words = head.trim().split(/\s+/);
    const owner = words.pop();
    operation = words[0] ?? operation;
    const cells = outcomes.trim().split(/\s+/);
    if (!isOwner(owner) || cells.length !== ACTORS.length) throw new Error(`The table cannot be read at "${line.trim()}".`);
    return ACTORS.map((actor, column) => ({ operation, owner, actor, expected: cells[column]! }));
  });
}

function isOwner(word: string | undefined): word is Owner {
  return (OWNERS as readonly (string | undefined)[]).includes(word);
}
