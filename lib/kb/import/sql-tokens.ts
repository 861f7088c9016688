/** A piece of MySQL: a bare word, a `name`, a 'text', a number, bytes as hexadecimal digits, or a mark. */
export type SqlToken = { kind: "word" | "name" | "text" | "number" | "bytes" | "mark"; text: string };

type State = "between" | "bare" | "quoted" | "line-comment" | "block-comment" | "condition";

const BARE = /[A-Za-z0-9_$@.\u0080-\uFFFF]+/y;
const SPACE = /\s+/y;
/** Up to what ends a quoted piece or means something else in it. */
const IN_QUOTES: Record<string, RegExp> = { "'": /[^'\\]+/y, '"': /[^"\\]+/y, "`": /[^`]+/y };
const ESCAPES: Record<string, string> = { "0": "\0", b: "\b", n: "\n", r: "\r", t: "\t", Z: "\u001A", "%": "\\%", _: "\\_" };

/**
 * Cuts a dump into tokens as its pieces come. Each character is looked at once and a long text is gathered in parts, so that a file takes
 * time in proportion to its length, however its lines and pieces fall.
 */
export class SqlTokens {
  /** While true, only the semicolons are told: what stands between is of no interest, and is not kept. */
  isSkipping = false;
  #state: State = "between";
  #parts: string[] = [];
  #quote = "'";
  /** The last character of a piece, which means something only together with the next. */
  #held = "";
  #isInCondition = false;
  readonly #emit: (token: SqlToken) => void;

  constructor(emit: (token: SqlToken) => void) {
    this.#emit = emit;
  }

  push(piece: string): void {
    this.#read(this.#held + piece, false);
  }

  /** @returns whether the text ended between two tokens, and not within one */
  end(): boolean {
    this.#read(this.#held, true);
    if (this.#state === "bare") this.#endBare();
    return this.#state === "between" || this.#state === "line-comment";
  }

  #read(text: string, isLast: boolean): void {
    this.#held = "";
    let at = 0;
    while (at < text.length) {
      const next = this.#step(text, at, isLast);
      if (next === at) {
        this.#held = text.slice(at); // at most three characters: see below
        return;
      }
      at = next;
    }
  }

  /** @returns where to go on; `at` itself when more has to come first */
  #step(text: string, at: number, isLast: boolean): number {
    switch (this.#state) {
      case "between":
        return this.#between(text, at, isLast);
      case "bare":
        return this.#bare(text, at);
      case "quoted":
        return this.#quoted(text, at, isLast);
      case "line-comment": {
        const end = text.indexOf("\n", at);
        if (end >= 0) this.#state = "between";
        return end < 0 ? text.length : end + 1;
      }
      case "block-comment": {
        const end = text.indexOf("*/", at);
        if (end >= 0) this.#state = "between";
        if (end >= 0) return end + 2;
        return !isLast && text.endsWith("*") ? Math.max(at, text.length - 1) : text.length;
      }
      case "condition": {
        // The version from which the server takes what follows: every server of today does.
        const after = matchEnd(/\d*/y, text, at);
        if (after < text.length || isLast) this.#state = "between";
        return after === at && after < text.length ? this.#between(text, at, isLast) : after;
      }
      default:
        return this.#state satisfies never;
    }
  }

  #between(text: string, at: number, isLast: boolean): number {
    const space = matchEnd(SPACE, text, at);
    if (space > at) return space;
    const char = text[at]!;
    if (text.length - at < 3 && !isLast && "-/*".includes(char)) return at;
    if (char === "#" || (char === "-" && /^--(?:\s|$)/.test(text.slice(at, at + 3)))) return this.#enter("line-comment", at + 1);
    if (text.startsWith("/*!", at)) {
      this.#isInCondition = true;
      return this.#enter("condition", at + 3);
    }
    if (text.startsWith("/*", at)) return this.#enter("block-comment", at + 2);
    if (this.#isInCondition && text.startsWith("*/", at)) {
      this.#isInCondition = false;
      return at + 2;
    }
    if (char in IN_QUOTES) {
      this.#quote = char;
      return this.#enter("quoted", at + 1);
    }
    if (matchEnd(BARE, text, at) > at) return this.#bare(text, this.#enter("bare", at));
    this.#tell({ kind: "mark", text: char });
    return at + 1;
  }

  #enter(state: State, at: number): number {
    this.#state = state;
    this.#parts = [];
    return at;
  }

  #bare(text: string, at: number): number {
    const end = matchEnd(BARE, text, at);
    this.#keep(text.slice(at, end));
    if (end === text.length) return end;
    // 1.5e-7 is one number.
    if ((text[end] === "-" || text[end] === "+") && this.#parts.length > 0 && /^\d[\d.]*e$/i.test(this.#parts.join(""))) {
      this.#keep(text[end]!);
      return end + 1;
    }
    this.#endBare();
    return end;
  }

  #endBare(): void {
    this.#state = "between";
    const text = this.#parts.join("");
    if (text === "" && !this.isSkipping) return;
    if (/^0x(?:[0-9a-f]{2})*$/i.test(text)) this.#tell({ kind: "bytes", text: text.slice(2) });
    else if (text === ".") this.#tell({ kind: "mark", text });
    else this.#tell({ kind: /^\.?\d/.test(text) ? "number" : "word", text });
  }

  #quoted(text: string, at: number, isLast: boolean): number {
    const quote = this.#quote;
    const plain = matchEnd(IN_QUOTES[quote]!, text, at);
    if (plain > at) {
      this.#keep(text.slice(at, plain));
      return plain;
    }
    if (at + 1 === text.length && !isLast) return at;
    const next = text[at + 1];
    if (text[at] === "\\") {
      if (next === undefined) return at + 1;
      this.#keep(ESCAPES[next] ?? next);
      return at + 2;
    }
    if (next === quote) {
      this.#keep(quote);
      return at + 2;
    }
    this.#state = "between";
    this.#tell({ kind: quote === "`" ? "name" : "text", text: this.#parts.join("") });
    return at + 1;
  }

  #keep(part: string): void {
    if (!this.isSkipping) this.#parts.push(part);
  }

  #tell(token: SqlToken): void {
    if (!this.isSkipping || (token.kind === "mark" && token.text === ";")) this.#emit(token);
  }
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
