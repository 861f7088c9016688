import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { queryFilesOf, readDocuments, readQueries } from "@/scripts/eval/sets";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dup-own-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (file: string, lines: object[]) => writeFileSync(join(folder, file), lines.map((line) => `${JSON.stringify(line)}\n`).join(""));

it("reads a set of files, its spoilt questions last", () => {
  write("docs.jsonl", [{ id: "a", title: "Uno", body: "" }]);
  write("queries.jsonl", [{ id: "q", text: "uno", rel: ["a"] }]);
  write("queries-typo.jsonl", [{ id: "q", text: "uno", rel: ["a"] }]);
  expect(readDocuments(folder)).toEqual([{ id: "a", title: "Uno", body: "" }]);
  expect(queryFilesOf(folder)).toEqual(["queries.jsonl", "queries-typo.jsonl"]);
});

it("reads the desk's own decisions as they are downloaded", () => {
  write("duplicates.jsonl", [
    { type: "doc", id: "a", ts: 1, title: "Uno", body: "x", lang: "es" },
    { type: "doc", id: "b", ts: 2, title: "Dos", body: "y", lang: "es" },
    { type: "query", id: "b", kind: "dup", rel: ["a"] },
    { type: "pair", q: "b", d: "a", verdict: "dup-like" },
  ]);
  expect(readDocuments(folder).map(({ id }) => id)).toEqual(["a", "b"]);
  expect(queryFilesOf(folder).flatMap((file) => readQueries(folder, file))).toEqual([{ id: "b", kind: "dup", rel: ["a"] }]);
});

it("says which line of a set is not of its shape", () => {
  write("docs.jsonl", [{ id: "a", title: 5 }]);
  expect(() => readDocuments(folder)).toThrow(/title/);
});
