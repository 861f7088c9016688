import type { Nodes, PhrasingContent, Root } from "mdast";

/** Marks that would make text vanish or move become text: raw HTML, footnotes. A line break that was typed is a line break. */
export function remarkKeepTyped() {
  return (tree: Root): void => keepTyped(tree);
}

function keepTyped(parent: Nodes): void {
  if (!("children" in parent)) return;
  const isFlow = FLOW_PARENTS.has(parent.type);
  const children = (parent.children as Nodes[]).flatMap((child): Nodes[] => {
    switch (child.type) {
      case "html":
        return isFlow ? [{ type: "paragraph", children: withBreaks(child.value) }] : withBreaks(child.value);
      case "text":
        return withBreaks(child.value);
      case "footnoteReference":
        return [{ type: "text", value: `[^${child.label ?? child.identifier}]` }];
      case "footnoteDefinition":
        return child.children;
      default:
        return [child];
    }
  });
  parent.children = children as typeof parent.children;
  for (const child of parent.children) keepTyped(child);
}

const FLOW_PARENTS: ReadonlySet<string> = new Set(["root", "blockquote", "listItem", "footnoteDefinition"]);

function withBreaks(value: string): PhrasingContent[] {
  return value.split(/\r?\n|\r/).flatMap((line, index): PhrasingContent[] => {
    const text: PhrasingContent[] = line === "" ? [] : [{ type: "text", value: line }];
    return index === 0 ? text : [{ type: "break" }, ...text];
  });
}
