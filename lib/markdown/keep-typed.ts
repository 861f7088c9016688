import type { Nodes, PhrasingContent, Root, Table } from "mdast";

/** Marks that would make text vanish or move become text: raw HTML, footnotes, cells too many. A line break that was typed is a line break. */
export function remarkKeepTyped() {
  return (tree: Root): void => keepTyped(tree);
}

function keepTyped(parent: Nodes): void {
  if (!("children" in parent)) return;
  const isFlow = FLOW_PARENTS.has(parent.type);
  const children = (parent.children as Nodes[]).flatMap((child): Nodes[] => {
    switch (child.type) {
      case "html":
        return isFlow ? [{ type: "paragraph", children: withBreaks(child.value), ...(child.position && { position: child.position }) }] : withBreaks(child.value);
      case "text":
        return withBreaks(child.value);
      case "footnoteReference":
        return [{ type: "text", value: `[^${child.label ?? child.identifier}]` }];
      case "footnoteDefinition":
        return child.children;
      case "table":
        widen(child);
        return [child];
      default:
        return [child];
    }
  });
  parent.children = children as typeof parent.children;
  for (const child of parent.children) keepTyped(child);
}

/** A row with more cells than the head would lose them: the head gets empty ones instead. */
function widen(table: Table): void {
  const [head] = table.children;
  const width = Math.max(...table.children.map((row) => row.children.length));
  for (let column = head?.children.length ?? width; column < width; column += 1) head?.children.push({ type: "tableCell", children: [] });
  const align = table.align ?? [];
  table.align = Array.from({ length: width }, (_, column) => align[column] ?? null);
}

const FLOW_PARENTS: ReadonlySet<string> = new Set(["root", "blockquote", "listItem", "footnoteDefinition"]);

function withBreaks(value: string): PhrasingContent[] {
  return value.split(/\r?\n|\r/).flatMap((line, index): PhrasingContent[] => {
    const text: PhrasingContent[] = line === "" ? [] : [{ type: "text", value: line }];
    return index === 0 ? text : [{ type: "break" }, ...text];
  });
}
