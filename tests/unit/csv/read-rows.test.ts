import { readCsvRows, type CsvEntry } from "@/lib/csv/read-rows";
import type { CsvColumn } from "@/lib/csv/columns";

type Key = "name" | "days" | "note";
const COLUMNS: CsvColumn<Key>[] = [
  { key: "name", name: "nombre", isRequired: true },
  { key: "days", name: "dias_de_gracia", aliases: ["gracia"] },
  { key: "note", name: "nota" },
];

describe("an uploaded table", () => {
  it("is read with commas, semicolons or tabs", async () => {
    for (const delimiter of [",", ";", "\t"]) expect(await rowsOf(`nombre${delimiter}nota\nacme.mx${delimiter}una nota\n`)).toEqual([[2, { name: "acme.mx", note: "una nota" }]]);
  });

  it("names its delimiter before the header", async () => {
    expect(await rowsOf("sep=;\r\nnombre;nota\r\na,b;c\r\n")).toEqual([[3, { name: "a,b", note: "c" }]]);
  });

  it("is read as UTF-8 with and without a BOM, as UTF-16 and as Windows-1252", async () => {
    const text = "nombre,nota\nDise\u00f1o,\u201cd\u00eda\u201d \u20ac\n";
    const expected = [[2, { name: "Dise\u00f1o", note: "\u201cd\u00eda\u201d \u20ac" }]];
    const windows = Uint8Array.from([...text].map((letter) => ({ "\u201c": 0x93, "\u201d": 0x94, "\u20ac": 0x80 })[letter] ?? letter.charCodeAt(0)));
    expect(await rowsOf(text)).toEqual(expected);
    expect(await rowsOf(`\uFEFF${text}`)).toEqual(expected);
    expect(await rowsOf(Buffer.from(`\uFEFF${text}`, "utf16le"))).toEqual(expected);
    expect(await rowsOf(windows)).toEqual(expected);
  });

  it("may be cut anywhere by the network", async () => {
    expect(await rowsOf("nombre,nota\r\nDise\u00f1o,\"a\r\nb\"\r\nfin,z\r\n", 1)).toEqual([[2, { name: "Dise\u00f1o", note: "a\nb" }], [4, { name: "fin", note: "z" }]]);
  });

  it("keeps the line of each row, over quoted line ends and empty lines", async () => {
    expect(await rowsOf('nombre,nota\na,"1\n2\n3"\n\n,\nb,x\n')).toEqual([[2, { name: "a", note: "1\n2\n3" }], [7, { name: "b", note: "x" }]]);
  });

  it("takes headers in any case, with accents and spaces, and says nothing of columns that it lacks", async () => {
    expect(await rowsOf("D\u00cdAS DE GRACIA, Nombre \n5,a\n")).toEqual([[2, { days: "5", name: "a" }]]);
  });

  it("takes back what an export made harmless", async () => {
    expect(await rowsOf("nombre\n'=1+1\n'hola\n")).toEqual([[2, { name: "=1+1" }], [3, { name: "'hola" }]]);
  });

  it("allows empty cells to be left out or added at the end, and no others", async () => {
    expect(await rowsOf("nombre,nota\na\nb,c,,\n")).toEqual([[2, { name: "a", note: "" }], [3, { name: "b", note: "c" }]]);
    expect(await problemsOf("nombre,nota\na,b,c\n")).toEqual([{ line: 2, column: null, code: "csv.cellsTooMany", details: { cells: 3, columns: 2 } }]);
  });

  it("says which column is missing, unknown or there twice, and reads no row", async () => {
    expect(await problemsOf("nota,gracia,dias de gracia,precio\n1,2,3,4\n")).toEqual([
      expect.objectContaining({ line: 1, column: "dias_de_gracia", code: "csv.columnTwice" }),
      expect.objectContaining({ line: 1, column: "precio", code: "csv.columnUnknown" }),
      expect.objectContaining({ line: 1, column: "nombre", code: "csv.columnMissing" }),
    ]);
  });

  it("says where a quote was opened and not closed, and where one does not belong", async () => {
    expect(await problemsOf('nombre,nota\na,b\nc,"d\ne,f\n')).toEqual([{ line: 3, column: null, code: "csv.quoteOpen" }]);
    expect(await problemsOf('nombre,nota\na,b\nc,"d"e\n')).toEqual([{ line: 3, column: null, code: "csv.quoteStray" }]);
  });

  it("says that it is empty", async () => {
    expect(await problemsOf("")).toEqual([{ line: 1, column: null, code: "csv.empty" }]);
    expect(await problemsOf("\n\n")).toEqual([{ line: 1, column: null, code: "csv.empty" }]);
  });

  it("is not read to its end when nobody wants it", async () => {
    let chunks = 0;
    async function* endless() {
      yield Buffer.from("nombre\n");
      for (; chunks < 100_000; chunks++) yield Buffer.from("a\n".repeat(1000));
    }
    let opened = 0;
    const source = () => (opened++ === 2 ? endless() : bytesOf(Buffer.from("nombre\n"), 100));
    for await (const entry of readCsvRows(source, COLUMNS)) if ("row" in entry) break;
    expect(chunks).toBeLessThan(1000);
  });
});

async function entriesOf(content: string | Uint8Array, size = 7): Promise<CsvEntry<Key>[]> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return Array.fromAsync(readCsvRows(() => bytesOf(bytes, size), COLUMNS));
}

async function rowsOf(content: string | Uint8Array, size?: number) {
  const entries = await entriesOf(content, size);
  expect(entries.filter((entry) => "problem" in entry)).toEqual([]);
  return entries.flatMap((entry) => ("row" in entry ? [[entry.row.line, entry.row.cells]] : []));
}

async function problemsOf(content: string) {
  const entries = await entriesOf(content);
  return entries.flatMap((entry) => ("problem" in entry ? [entry.problem] : []));
}

async function* bytesOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
