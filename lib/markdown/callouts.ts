import type { Blockquote, Nodes, Root } from "mdast";

/** As GitHub writes them: a quotation whose first line is `[!NOTE]`. The editor offers three of them, and keeps the others. */
export const CALLOUTS = ["note", "tip", "important", "warning", "caution"] as const;
export type Callout = (typeof CALLOUTS)[number];

declare module "mdast" {
  interface BlockquoteData {
    callout?: Callout;
  }
}

/** Notes which quotations are callouts, and takes their first line away. After remarkKeepTyped: a line break is a node by then. */
export function remarkCallouts() {
  return (tree: Root): void => noteCallouts(tree);
}

function noteCallouts(parent: Nodes): void {
  if (!("children" in parent)) return;
  for (const child of parent.children) {
    if (child.type === "blockquote") noteCallout(child);
    noteCallouts(child);
  }
}

function noteCallout(quote: Blockquote): void {
  const first = quote.children[0];
  if (first?.type !== "paragraph") return;
  const [mark, after] = first.children;
  if (mark?.type !== "text" || (after && after.type !== "break")) return;
  const callout = calloutOf(mark.value);
  if (!callout) return;
  first.children.splice(0, 2);
  if (first.children.length === 0) quote.children.shift();
  quote.data = { callout, hName: "div", hProperties: { dataCallout: callout } };
}

function calloutOf(line: string): Callout | undefined {
  const name = /^\[!([A-Za-z]+)\]\s*$/.exec(line)?.[1]?.toLowerCase();
  return CALLOUTS.find((each) => each === name);
}
