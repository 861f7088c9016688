import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(process.cwd(), "lib/i18n/messages/es-MX");

const written = (text: string) => [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon !== undefined).length;
const read = (value: unknown): number => (value !== null && typeof value === "object" ? Object.values(value).reduce<number>((sum, each) => sum + 1 + read(each), 0) : 0);

it.each(readdirSync(FOLDER))("%s says nothing twice: of two words for one thing the first would be lost", (file) => {
  const text = readFileSync(join(FOLDER, file), "utf8");
  expect(written(text)).toBe(read(JSON.parse(text)));
});
