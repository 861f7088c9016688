import { SqlRows, type SqlRow } from "@/lib/kb/import/sql-rows";

const COLUMNS = ["id", "name"];

/** Reads a dump in pieces of a length; tells what came of it. */
function read(sql: string, pieceLength = sql.length || 1) {
  const rows: (readonly [string, Record<string, unknown>])[] = [];
  let broken = 0;
  const skipped: string[] = [];
  const reader = new SqlRows({
    columnsOf: (table) => (table === "wanted" ? COLUMNS : null),
    row: (table, row: SqlRow) => rows.push([table, Object.fromEntries(row)]),
    broken: () => (broken += 1),
    skipped: (table) => skipped.push(table),
  });
  for (let at = 0; at < sql.length; at += pieceLength) reader.push(sql.slice(at, at + pieceLength));
  return { isWhole: reader.end(), rows: rows.map(([, row]) => row), broken, skipped };
}

const values = (sql: string) => read(`INSERT INTO wanted VALUES ${sql};`).rows;

describe("rows of a dump", () => {
  it.each([
    ["several rows", "(1,'a'),(2,'b')", [{ id: "1", name: "a" }, { id: "2", name: "b" }]],
    ["escapes", String.raw`(1,'it\'s \"x\" \\ \n\t\0\Z 100\% a\_b \q')`, [{ id: "1", name: "it's \"x\" \\ \n\t\0\u001A 100\\% a\\_b q" }]],
    ["doubled quotes", `(1,'it''s'),(2,"say ""no""")`, [{ id: "1", name: "it's" }, { id: "2", name: 'say "no"' }]],
    ["what looks like the end of a statement", "(1,'a;b),(9,''c'''),(2,'-- x /* y */ # z')", [{ id: "1", name: "a;b),(9,'c'" }, { id: "2", name: "-- x /* y */ # z" }]],
    ["NULL, numbers and signs", "(-1.5e-7,NULL)", [{ id: "-1.5e-7", name: null }]],
    ["bytes", "(1,0x6cc3a1),(2,x'6cE1'),(3,_binary 'á')", [{ id: "1", name: "lá" }, { id: "2", name: "lá" }, { id: "3", name: "á" }]],
    ["texts that follow each other", "(1,'a' 'b')", [{ id: "1", name: "ab" }]],
    ["comments between", "(1, -- uno\n 'a' /* dos */)", [{ id: "1", name: "a" }]],
  ])("%s", (_, sql, expected) => {
    expect(values(sql)).toEqual(expected);
  });

  it("are the same however the pieces of the file fall", () => {
    const sql = String.raw`/*!40101 SET NAMES utf8 */;-- x
# y
CREATE TABLE IF NOT EXISTS ${"`wanted`"} (${"`name`"} varchar(20) DEFAULT ';)', ${"`id`"} int, PRIMARY KEY (${"`id`"}));
INSERT IGNORE INTO ${"`db`.`wanted`"} VALUES ('it\'s ''a''\\',0x31),("x",-2);/*!50000 INSERT INTO wanted (id, name) VALUES (3,'c') */;
INSERT INTO other VALUES ('; INSERT INTO wanted VALUES (9,9);');`;
    const whole = read(sql);
    expect(whole).toEqual({ isWhole: true, broken: 0, skipped: ["other"], rows: [{ name: "it's 'a'\\", id: "1" }, { name: "x", id: "-2" }, { id: "3", name: "c" }] });
    for (let length = 1; length < 12; length += 1) expect(read(sql, length)).toEqual(whole);
  });

  it("take the columns that the statement names before those of the table, and those before what is known", () => {
    expect(read("INSERT INTO wanted (name, id) VALUES ('a', 1);").rows).toEqual([{ id: "1", name: "a" }]);
    expect(read("CREATE TABLE wanted (name int, id int); INSERT INTO wanted VALUES ('a', 1);").rows).toEqual([{ id: "1", name: "a" }]);
  });

  it("leave out, and count, what is another number of values or would have to be worked out", () => {
    expect(read("INSERT INTO wanted VALUES (1,'a'),(2),(3,now()),(4,concat('a',('b'))),(5,'e') ON DUPLICATE KEY UPDATE name='x';")).toMatchObject({ rows: [{ id: "1", name: "a" }, { id: "5", name: "e" }], broken: 3 });
  });

  it.each(["INSERT INTO wanted VALUES (1,'a", "INSERT INTO wanted VALUES (1,'a'),", "INSERT INTO wanted VALUES (1,'a\\", "CREATE TABLE wanted (id int", "INSERT INTO wanted VALUES (1,'a') /* x"])("notice that a dump was cut: %s", (sql) => {
    expect(read(sql).isWhole).toBe(false);
  });

  it("take time in proportion to the length: a value of 8 MB, in small pieces and full of escapes", () => {
    const name = "\\'a".repeat(2_700_000);
    const began = performance.now();
    const { rows, isWhole } = read(`INSERT INTO wanted VALUES (1,'${name}');`, 4_096);
    expect([rows.length, isWhole, String(rows[0]!.name).length]).toEqual([1, true, 5_400_000]);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
