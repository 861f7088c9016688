/** A column that a table may have: the name that its export gives it, and others that people write. */
export type CsvColumn<K extends string = string> = { key: K; name: string; aliases?: readonly string[]; isRequired?: boolean };

/** What is wrong with a table or a line of it. `code` is a key of the catalogue `errors`, `details` what its words take. */
export type CsvProblem = {
  /** As an editor counts them, from 1; of a row over several lines, where it begins. */
  line: number;
  /** The column's name; null when it is about the whole line. */
  column: string | null;
  code: string;
  details?: Record<string, string | number>;
};

/** `positions[i]` is the key of the i-th cell of every row. */
export type CsvHeader<K extends string> = { positions: K[]; keys: Set<K> };

/** "Días de gracia", "dias_de_gracia" and "DIAS DE GRACIA" are one name. */
export function foldColumnName(name: string): string {
  return name.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "_").replace(/^_+|_+$/g, "");
}

/** Which column stands where. A column that nobody knows may be a slip of one that matters: it is refused by name. */
export function readHeader<K extends string>(cells: readonly string[], columns: readonly CsvColumn<K>[], line: number): { header: CsvHeader<K>; problems: CsvProblem[] } {
  const byName = new Map(columns.flatMap((column) => [column.name, ...(column.aliases ?? [])].map((name) => [foldColumnName(name), column] as const)));
  const positions: K[] = [];
  const problems: CsvProblem[] = [];
  for (const [at, cell] of cells.entries()) {
    const column = byName.get(foldColumnName(cell));
    if (!column) problems.push({ line, column: cell.trim() || String(at + 1), code: "csv.columnUnknown", details: { column: cell.trim().slice(0, 60) || String(at + 1), known: columns.map(({ name }) => name).join(", ") } });
    else if (positions.includes(column.key)) problems.push({ line, column: column.name, code: "csv.columnTwice", details: { column: column.name } });
    else positions.push(column.key);
  }
  const missing = columns.filter(({ key, isRequired }) => isRequired && !positions.includes(key));
  problems.push(...missing.map(({ name }) => ({ line, column: name, code: "csv.columnMissing", details: { column: name } })));
  return { header: { positions, keys: new Set(positions) }, problems };
}
