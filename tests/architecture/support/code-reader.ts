export type ReadCode = {
  /** Without comments. */
  code: string;
  /** Without comments and without what stands inside of literals. */
  bare: string;
};

/**
 * Reads TypeScript far enough to tell code from comments and from text. What is taken out becomes spaces, so that lines and columns
 * stay. No parser: the compiler offers none that it promises to keep, and imports, literals and words are all that is asked here.
 */
export function readCode(text: string): ReadCode {
  const code = text.split("");
  const bare = text.split("");
  for (const piece of piecesOf(text)) {
    for (let i = piece.from; i < piece.to; i += 1) {
      if (text[i] === "\n") continue;
      bare[i] = " ";
      if (piece.kind === "comment") code[i] = " ";
    }
  }
  return { code: code.join(""), bare: bare.join("") };
}

type Piece = { kind: "comment" | "literal"; from: number; to: number };

function* piecesOf(text: string): Generator<Piece> {
  // One number for each `${` that is open: how many braces are open inside of it.
  const holes: number[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text[at]!;
    const two = text.slice(at, at + 2);
    if (two === "//" || two === "/*") {
      const to = two === "//" ? indexOr(text, "\n", at) : indexOr(text, "*/", at + 2) + 2;
      yield { kind: "comment", from: at, to };
      at = to;
    } else if (char === '"' || char === "'" || (char === "/" && canBeginRegExp(text, at))) {
      const to = char === "/" ? endOfRegExp(text, at + 1) : endOfQuoted(text, at + 1, char);
      yield { kind: "literal", from: at + 1, to };
      at = to + 1;
    } else if (char === "`" || (char === "}" && holes.at(-1) === 0)) {
      if (char === "}") holes.pop();
      const to = endOfTemplatePart(text, at + 1);
      yield { kind: "literal", from: at + 1, to };
      if (text[to] === "$") holes.push(0);
      at = text[to] === "$" ? to + 2 : to + 1;
    } else {
      const last = holes.length - 1;
      if (last >= 0 && char === "{") holes[last]! += 1;
      if (last >= 0 && char === "}") holes[last]! -= 1;
      at += 1;
    }
  }
}

function indexOr(text: string, wanted: string, from: number): number {
  const found = text.indexOf(wanted, from);
  return found === -1 ? text.length : found;
}

/** The closing quote, or the end of the line: an apostrophe in a text between tags opens nothing. */
function endOfQuoted(text: string, from: number, quote: string): number {
  let at = from;
  while (at < text.length && text[at] !== quote && text[at] !== "\n") at += text[at] === "\\" ? 2 : 1;
  return at;
}

function endOfTemplatePart(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== "`" && text.slice(at, at + 2) !== "${") at += text[at] === "\\" ? 2 : 1;
  return at;
}

function endOfRegExp(text: string, from: number): number {
  let isClass = false;
  let at = from;
  while (at < text.length && text[at] !== "\n" && (isClass || text[at] !== "/")) {
    if (text[at] === "[") isClass = true;
    if (text[at] === "]") isClass = false;
    at += text[at] === "\\" ? 2 : 1;
  }
  return at;
}

/** A slash divides after a value; after an operator, a bracket that opens, or `return`, it begins a regular expression. */
function canBeginRegExp(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 20), at).trimEnd();
  return /(?:^|[=(,:;!&|?{[+~]|=>|\breturn|\btypeof)$/.test(before);
}
