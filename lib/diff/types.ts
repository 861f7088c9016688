/** A stretch of text inside a changed paragraph. */
export type DiffPart = { kind: "same" | "added" | "removed"; text: string };

/** A paragraph: as it was, new, gone, or with changes inside. */
export type DiffBlock = { kind: "same" | "added" | "removed"; text: string } | { kind: "changed"; parts: DiffPart[] };

/** What a page shows: blocks in their order, and runs of unchanged ones that it may fold. */
export type DiffStretch = { kind: "shown"; blocks: DiffBlock[] } | { kind: "folded"; blocks: DiffBlock[] };
