import { basename } from "node:path";
import { isServerRing } from "@/tests/architecture/support/rings";
import { placeOf, readSources, type Source } from "@/tests/architecture/support/sources";

const sources = readSources("lib", "app", "components");
const screens = sources.filter((source) => source.path.endsWith(".tsx"));

/** Where each pattern stands in code, literals emptied, except in `allowed` (path → reason), all of which must be needed. */
function placesOf(pattern: RegExp, among: Source[], { allowed = {}, view = "bare" }: { allowed?: Record<string, string>; view?: "bare" | "code" } = {}): string[] {
  const needed = new Set<string>();
  const places = among.flatMap((source) => {
    const found = [...source[view].matchAll(pattern)].map((match) => `${placeOf(source, match.index)} has "${match[0].trim()}"`);
    if (found.length > 0 && allowed[source.path]) {
      needed.add(source.path);
      return [];
    }
    return found;
  });
  const unneeded = Object.keys(allowed).filter((path) => !needed.has(path)).map((path) => `${path} needs no exception any more`);
  return [...places, ...unneeded];
}

describe("files", () => {
  it("are no longer than 250 lines", () => {
    expect(sources.filter((source) => source.lineCount > 250).map((source) => `${source.path} has ${source.lineCount} lines: split it by verb or by rule`)).toEqual([]);
  });

  it("are named after an idea", () => {
    const VAGUE = /^(index|utils?|helpers?|misc|common|shared|lib)\.tsx?$/;
    expect(sources.map((source) => source.path).filter((path) => VAGUE.test(basename(path)))).toEqual([]);
  });

  it("are written in kebab-case, but for the names that the framework wants", () => {
    const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.tsx?$/;
    expect(sources.map((source) => source.path).filter((path) => !KEBAB.test(basename(path)))).toEqual([]);
  });

  it("export by name, but where the framework wants a default", () => {
    const WANTED = /^app\/.*\b(page|layout|not-found|error|global-error|loading|sitemap|robots|manifest|default|template)\.tsx?$/;
    expect(placesOf(/\bexport default\b/g, sources.filter((source) => !WANTED.test(source.path)))).toEqual([]);
  });

  it("of app/ never reach into a context's database", () => {
    const allowed = { "app/api/health/route.ts": "asks whether the database answers, and reads nothing" };
    expect(placesOf(/\.db\b|\$queryRaw|\$executeRaw|\$transaction/g, sources.filter((source) => source.path.startsWith("app/")), { allowed })).toEqual([]);
  });

  it("never take `any`", () => {
    expect(placesOf(/:\s*any\b|\bas any\b|<any>/g, sources)).toEqual([]);
  });

  it("never put hand-made text into SQL", () => {
    expect(placesOf(/\$queryRawUnsafe|\$executeRawUnsafe|Prisma\.raw\b/g, sources)).toEqual([]);
  });
});

describe("screens", () => {
  it("put no HTML of their own making into a page", () => {
    const allowed = {
      "components/ui/prose.tsx": "what the Markdown renderer's allow-list let through",
      "app/(public)/_components/json-ld.tsx": "structured data, with < written as an escape",
      "components/editor/clean-pasted.ts": "read from a document of its own; the editor takes of it what it has a form for",
    };
    expect(placesOf(/dangerouslySetInnerHTML|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|document\.write\b/g, sources, { allowed })).toEqual([]);
  });

  it("have no style attributes and no style sheets of their own: the policy lets none through", () => {
    const allowed = { "app/portal/tickets/[reference]/receipt/_components/receipt-document.tsx": "a PDF, which knows no classes", "app/portal/contracts/[reference]/_components/statement-document.tsx": "the same", "app/portal/tickets/[reference]/quotes/[quote]/_components/quote-document.tsx": "the same" };
    expect(placesOf(/\sstyle=|<style\b|\.style\.\w+\s*=|\.cssText\b|setAttribute\("style"/g, screens, { allowed })).toEqual([]);
  });

  it("have no handlers or scripts in attributes", () => {
    expect(placesOf(/\son[a-z]+="|javascript:|\beval\(|new Function\(/g, sources, { view: "code" })).toEqual([]);
  });

  it("never log to the browser's console", () => {
    expect(placesOf(/\bconsole\.\w+/g, sources)).toEqual([]);
  });

  it('are "use client" without touching the server ring', () => {
    const serverRing = new Set(sources.filter(isServerRing).map((source) => source.path));
    const client = sources.filter((source) => source.text.startsWith('"use client";'));
    expect(client.length).toBeGreaterThan(10);
    const offences = client.flatMap((source) =>
      source.imports.filter((each) => !each.isTypeOnly && each.file && serverRing.has(each.file)).map((each) => `${source.path}:${each.line} imports ${each.specifier}`),
    );
    expect(offences).toEqual([]);
  });

  it("saw the product", () => {
    expect(sources.length).toBeGreaterThan(250);
    expect(screens.length).toBeGreaterThan(100);
  });
});
