/** A small tree of elements and attributes, written as XML 1.0 in UTF-8. Text content is not needed by what is written here. */
export type XmlElement = { name: string; attributes: Record<string, string | undefined>; children: readonly XmlElement[] };

export function element(name: string, attributes: Record<string, string | undefined>, children: readonly XmlElement[] = []): XmlElement {
  return { name, attributes, children };
}

/** A document with a comment before its root: what the file is, and what it is not. */
export function xmlDocument(root: XmlElement, comment: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${printable(comment).replaceAll("--", "- -").replace(/-$/, "")} -->\n${elementText(root, "")}\n`;
}

function elementText({ name, attributes, children }: XmlElement, indent: string): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${attributeText(value)}"`]));
  if (children.length === 0) return `${indent}<${name}${written.join("")}/>`;
  return `${indent}<${name}${written.join("")}>\n${children.map((child) => elementText(child, `${indent}  `)).join("\n")}\n${indent}</${name}>`;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function attributeText(value: string): string {
  return printable(value).replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}

/** Without what XML cannot hold: controls, half pairs and the two noncharacters. */
function printable(text: string): string {
  return [...text.toWellFormed()].filter((character) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(character)).join("");
}
