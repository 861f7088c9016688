export const POLICY_BLOCKS = ["calendar", "targets", "clock-example"] as const;

/** What the desk computes from what is in force. */
export type PolicyBlock = (typeof POLICY_BLOCKS)[number];

export type PolicyPart = { kind: "markdown"; text: string } | { kind: PolicyBlock };

/** The text of a policy page, cut at the lines that stand for a computed block. Unknown names stay text, so that a typing error shows. */
export function splitPolicyBody(body: string): PolicyPart[] {
  const parts: PolicyPart[] = [];
  let lines: string[] = [];
  const endText = () => {
    const text = lines.join("\n").trim();
    if (text) parts.push({ kind: "markdown", text });
    lines = [];
  };
  for (const line of body.split(/\r?\n/)) {
    const name = /^\s*\{\{\s*([a-z-]+)\s*\}\}\s*$/.exec(line)?.[1];
    const block = POLICY_BLOCKS.find((known) => known === name);
    if (!block) {
      lines.push(line);
      continue;
    }
    endText();
    parts.push({ kind: block });
  }
  endText();
  return parts;
}

const BLOCK_LINE = /^\s*\{\{\s*([^{}]*?)\s*\}\}\s*$/;

/** The first name between braces, alone on its line, of which there is no block; null when all are known. */
export function unknownBlock(body: string): string | null {
  for (const line of body.split(/\r?\n/)) {
    const name = BLOCK_LINE.exec(line)?.[1];
    if (name !== undefined && !POLICY_BLOCKS.some((known) => known === name)) return name;
  }
  return null;
}
