import { SqlTokens, type SqlToken } from "./sql-tokens";

/** A value as it stands in a dump; `undefined` where it is an expression that only a server could work out. */
export type SqlValue = string | null | undefined;
export type SqlRow = ReadonlyMap<string, SqlValue>;

export type SqlListener = {
  /** Whether the rows of a table are wanted, and in which order its columns stand where neither the statement nor the dump says so. */
  columnsOf: (table: string) => readonly string[] | null;
  row: (table: string, row: SqlRow) => void;
  /** A row that has another number of values than its table has columns, or an expression for one. */
  broken: (table: string) => void;
  /** Rows of a table that nobody asked for; counted by statement. */
  skipped: (table: string) => void;
};

type Phase = "start" | "insert" | "columns" | "values-word" | "row" | "value" | "after-row" | "create" | "definition" | "skip";

const MODIFIERS = new Set(["LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE", "INTO", "TABLE", "TEMPORARY", "IF", "NOT", "EXISTS"]);
const NO_COLUMN = new Set(["PRIMARY", "KEY", "UNIQUE", "FULLTEXT", "SPATIAL", "INDEX", "CONSTRAINT", "FOREIGN", "CHECK"]);

/** Reads the rows that a dump inserts. Nothing in it is ever executed: what is no INSERT or CREATE TABLE is passed over. */
export class SqlRows {
  readonly #tokens = new SqlTokens((token) => this.#take(token));
  readonly #listener: SqlListener;
  /** Columns as CREATE TABLE names them. */
  readonly #declared = new Map<string, string[]>();
  #phase: Phase = "start";
  #table = "";
  #columns: string[] = [];
  #values: SqlValue[] = [];
  #value: SqlToken[] = [];
  #depth = 0;
  #isItemBegun = false;

  constructor(listener: SqlListener) {
    this.#listener = listener;
  }

  push(piece: string): void {
    this.#tokens.push(piece);
  }

  /** @returns whether the dump is whole: it does not end within a statement */
  end(): boolean {
    return this.#tokens.end() && (this.#phase === "start" || this.#phase === "skip");
  }

  #take(token: SqlToken): void {
    if (token.kind === "mark" && token.text === ";") return this.#begin();
    switch (this.#phase) {
      case "start":
        return this.#start(token);
      case "insert":
      case "create":
        return this.#named(token);
      case "columns":
        return this.#column(token);
      case "values-word":
        return this.#afterName(token);
      case "row":
      case "after-row":
        return this.#betweenRows(token);
      case "value":
        return this.#inRow(token);
      case "definition":
        return this.#define(token);
      case "skip":
        return;
      default:
        return this.#phase satisfies never;
    }
  }

  #begin(): void {
    this.#phase = "start";
    this.#tokens.isSkipping = false;
    this.#table = "";
    this.#columns = [];
  }

  #skip(): void {
    this.#phase = "skip";
    this.#tokens.isSkipping = true;
  }

  #start(token: SqlToken): void {
    const word = token.kind === "word" ? token.text.toUpperCase() : "";
    if (word === "INSERT" || word === "REPLACE") this.#phase = "insert";
    else if (word === "CREATE") this.#phase = "create";
    else this.#skip();
  }

  /** Up to the table's name, of which a database's may stand in front. */
  #named(token: SqlToken): void {
    const isModifier = token.kind === "word" && MODIFIERS.has(token.text.toUpperCase()) && this.#table === "";
    if (isModifier || (token.kind === "mark" && token.text === ".")) return;
    if (token.kind === "name" || (token.kind === "word" && this.#table === "")) {
      this.#table = token.text.split(".").at(-1)!;
      return;
    }
    if (this.#phase === "insert") return this.#afterName(token);
    const isTable = this.#table !== "" && token.kind === "mark" && token.text === "(" && this.#listener.columnsOf(this.#table) !== null;
    if (!isTable) return this.#skip();
    this.#phase = "definition";
    this.#depth = 1;
    this.#isItemBegun = false;
  }

  #afterName(token: SqlToken): void {
    if (this.#listener.columnsOf(this.#table) === null) {
      this.#listener.skipped(this.#table);
      return this.#skip();
    }
    if (token.kind === "mark" && token.text === "(" && this.#phase === "insert") {
      this.#phase = "columns";
      return;
    }
    if (token.kind !== "word" || !/^VALUES?$/i.test(token.text)) return this.#skip();
    if (this.#columns.length === 0) this.#columns = this.#declared.get(this.#table) ?? [...this.#listener.columnsOf(this.#table)!];
    this.#phase = "row";
  }

  #column(token: SqlToken): void {
    if (token.kind === "name" || token.kind === "word") this.#columns.push(token.text);
    else if (token.text === ")") this.#phase = "values-word";
  }

  #betweenRows(token: SqlToken): void {
    if (token.kind !== "mark") return this.#skip(); // ON DUPLICATE KEY …
    if (token.text !== "(") return;
    this.#phase = "value";
    this.#values = [];
    this.#value = [];
    this.#depth = 0;
  }

  #inRow(token: SqlToken): void {
    const mark = token.kind === "mark" ? token.text : "";
    if (this.#depth === 0 && (mark === "," || mark === ")")) {
      this.#values.push(valueOf(this.#value));
      this.#value = [];
      if (mark === ")") this.#endRow();
      return;
    }
    if (mark === "(") this.#depth += 1;
    if (mark === ")") this.#depth -= 1;
    this.#value.push(token);
  }

  #endRow(): void {
    this.#phase = "after-row";
    if (this.#values.length !== this.#columns.length || this.#values.includes(undefined)) return this.#listener.broken(this.#table);
    this.#listener.row(this.#table, new Map(this.#columns.map((column, at) => [column.toLowerCase(), this.#values[at]])));
  }

  #define(token: SqlToken): void {
    const mark = token.kind === "mark" ? token.text : "";
    if (mark === "(") this.#depth += 1;
    if (mark === ")") this.#depth -= 1;
    if (this.#depth === 0) {
      this.#declared.set(this.#table, this.#columns);
      return this.#skip();
    }
    if (mark === "," && this.#depth === 1) {
      this.#isItemBegun = false;
      return;
    }
    if (!this.#isItemBegun && (token.kind === "name" || (token.kind === "word" && !NO_COLUMN.has(token.text.toUpperCase())))) this.#columns.push(token.text);
    this.#isItemBegun = true;
  }
}

function valueOf(tokens: readonly SqlToken[]): SqlValue {
  const [first, second] = tokens;
  if (!first) return undefined;
  // _utf8mb4'…', _binary'…', N'…': what follows is the value.
  if (first.kind === "word" && second && (first.text.startsWith("_") || /^n$/i.test(first.text))) return valueOf(tokens.slice(1));
  if (first.kind === "word" && /^x$/i.test(first.text) && second?.kind === "text" && tokens.length === 2) return /^(?:[0-9a-f]{2})*$/i.test(second.text) ? textOfBytes(second.text) : undefined;
  if (first.kind === "mark" && /^[-+]$/.test(first.text) && second?.kind === "number" && tokens.length === 2) return first.text === "-" ? `-${second.text}` : second.text;
  // 'a' 'b' is one text.
  if (tokens.every((token) => token.kind === "text")) return tokens.map((token) => token.text).join("");
  if (tokens.length > 1) return undefined;
  if (first.kind === "number") return first.text;
  if (first.kind === "bytes") return textOfBytes(first.text);
  const word = first.kind === "word" ? first.text.toUpperCase() : "";
  if (word === "NULL" || word === "DEFAULT") return null;
  if (word === "TRUE") return "1";
  return word === "FALSE" ? "0" : undefined;
}

/** Bytes that a dump writes as digits are text too: UTF-8 where they are, what older desks wrote otherwise. */
function textOfBytes(hex: string): string {
  const bytes = Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
