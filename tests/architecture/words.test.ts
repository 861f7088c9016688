import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readSources, ROOT } from "@/tests/architecture/support/sources";

const sources = readSources("lib", "app", "components");

/** Where Spanish letters belong in code. */
const EXCEPTIONS: Record<string, string> = {
  "lib/sla/holidays.ts": "the names that the law gives its days of rest, stored with the calendar",
  "lib/search/identifiers.ts": "recognises Spanish words for what is being named",
  "lib/search/language.ts": "tells Spanish from English by its letters and words",
  "lib/search/stems.ts": "the stemmer of Spanish",
  "lib/duplicates/background.ts": "how often words are said in Spanish tickets",
  "lib/mail/inbound/program-words.ts": "recognises what mail programs write by themselves",
};

describe("words", () => {
  it("stand in the catalogues: no Spanish in code", () => {
    const needed = new Set<string>();
    const offences = sources.flatMap((source) =>
      source.code.split("\n").flatMap((line, index) => {
        if (!/[áéíóúüñ¿¡]/i.test(line)) return [];
        if (EXCEPTIONS[source.path]) {
          needed.add(source.path);
          return [];
        }
        return [`${source.path}:${index + 1} says in code what a catalogue should say: ${line.trim().slice(0, 80)}`];
      }),
    );
    const unneeded = Object.keys(EXCEPTIONS).filter((path) => !needed.has(path)).map((path) => `${path} needs no exception any more`);
    expect([...offences, ...unneeded]).toEqual([]);
  });

  it("stand in the catalogues: no sentences between tags or in labels", () => {
    const screens = sources.filter((source) => source.path.endsWith(".tsx"));
    const offences = screens.flatMap((source) => {
      const between = [...source.bare.matchAll(/>\s*([A-Z][a-z]+(?: [a-z]+)+[.…!?]?)\s*<\//g)];
      const labels = [...source.code.matchAll(/\b(?:aria-label|title|alt|placeholder|label)="([^"{]*[A-Za-z]{3}[^"]*)"/g)];
      return [...between, ...labels].map((match) => `${source.path} says "${match[1]}"`);
    });
    expect(offences).toEqual([]);
    expect(screens.length).toBeGreaterThan(100);
  });

  it("are all in use: every catalogue is registered", () => {
    const files = readdirSync(join(ROOT, "lib/i18n/messages/es-MX")).map((file) => `@/lib/i18n/messages/es-MX/${file}`);
    const registered = sources.find((source) => source.path === "lib/i18n/catalogues.ts")!.imports.map((each) => each.specifier);
    expect(registered.filter((specifier) => specifier.endsWith(".json")).sort()).toEqual(files.sort());
  });
});
