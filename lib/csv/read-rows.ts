import "server-only";
import { CsvError, parse, type Info } from "csv-parse";
import { asWritten } from "@/lib/csv/cells";
import { readHeader, type CsvColumn, type CsvHeader, type CsvProblem } from "@/lib/csv/columns";
import { openText } from "@/lib/csv/open-text";

export type CsvRow<K extends string> = {
  line: number;
  /** By column; of a column that the table has not, nothing. */
  cells: Partial<Record<K, string>>;
};
export type CsvEntry<K extends string> = { row: CsvRow<K> } | { problem: CsvProblem } | { header: CsvHeader<K> };

/** What is read may be opened twice: once to see how it was written, once to read it. */
export type CsvSource = () => AsyncIterable<Uint8Array>;

/** Longer than any honest cell; what follows an opening quote that nobody closed ends here. */
const MAX_RECORD = 100_000;

/**
 * The rows of an uploaded table, one by one: UTF-8 (with or without a BOM), UTF-16 or Windows-1252; commas, semicolons or tabs; line ends
 * within quotes. First the header, or what is wrong with it and then nothing else. Of each line a row or a problem; empty lines are passed
 * over. Memory does not grow with the table.
 */
export async function* readCsvRows<K extends string>(source: CsvSource, columns: readonly CsvColumn<K>[]): AsyncGenerator<CsvEntry<K>> {
  const { chunks, delimiter, firstLine } = await openText(source);
  let parsed = 0; // lines, up to the end of the last whole row
  const onRecord = (record: string[], { lines }: { lines: number }) => {
    parsed = lines;
    return record;
  };
  const parser = parse({ on_record: onRecord, delimiter, record_delimiter: "\n", bom: true, info: true, relax_column_count: true, max_record_size: MAX_RECORD, skip_empty_lines: false });
  const feeding = feed(parser, chunks);
  let line = firstLine;
  let header: CsvHeader<K> | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      const cells = record;
      const begins = line;
      line = firstLine + info.lines;
      if (cells.every((cell) => cell.trim() === "")) continue;
      if (header) {
        yield entryOf(cells, header, begins);
        continue;
      }
      const read = readHeader(cells, columns, begins);
      if (read.problems.length > 0) {
        yield* read.problems.map((problem) => ({ problem }));
        return;
      }
      header = read.header;
      yield { header };
    }
    if (!header) yield { problem: { line: 1, column: null, code: "csv.empty" } };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isOpen = error.code === "CSV_MAX_RECORD_SIZE" || error.code === "CSV_QUOTE_NOT_CLOSED";
    yield { problem: { line: firstLine + parsed, column: null, code: isOpen ? "csv.quoteOpen" : "csv.quoteStray" } };
  } finally {
    parser.destroy();
    await feeding;
  }
}

function entryOf<K extends string>(record: string[], { positions }: CsvHeader<K>, line: number): CsvEntry<K> {
  // Spreadsheets leave empty cells at the end.
  const cells = record.slice(0, Math.max(positions.length, record.findLastIndex((cell) => cell.trim() !== "") + 1));
  if (cells.length > positions.length) return { problem: { line, column: null, code: "csv.cellsTooMany", details: { cells: cells.length, columns: positions.length } } };
  const named = positions.map((key, at) => [key, asWritten((cells[at] ?? "").trim())] as const);
  return { row: { line, cells: Object.fromEntries(named) as Partial<Record<K, string>> } };
}

/** Writes as fast as the parser takes it, and stops when nobody reads on. */
async function feed(parser: ReturnType<typeof parse>, chunks: AsyncIterable<string>): Promise<void> {
  try {
    for await (const chunk of chunks) {
      if (parser.destroyed) return;
      if (!parser.write(chunk)) await new Promise<void>((resolve) => parser.once("drain", resolve).once("close", resolve));
    }
    parser.end();
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}
