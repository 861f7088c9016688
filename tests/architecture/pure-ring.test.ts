import { isServerRing } from "@/tests/architecture/support/rings";
import { placeOf, readSources } from "@/tests/architecture/support/sources";

const pure = readSources("lib").filter((source) => !isServerRing(source) && !source.path.endsWith(".d.ts"));

/** What makes a function's answer depend on more than its arguments, or wait. */
const FORBIDDEN: Record<string, RegExp> = {
  "reads the machine's clock": /\bnew Date\(\s*\)|\bDate\.now\b|\bTemporal\.Now\b|\bperformance\.now\b/g,
  "throws dice": /\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b|\brandomBytes\b/g,
  "reads the environment": /\bprocess\.(?:env|cwd|argv|platform)\b/g,
  "waits": /\basync\b|\bawait\b|\bnew Promise\b|\bsetTimeout\b|\bsetInterval\b|\bfetch\(/g,
};

/** Neither pure nor of the request: what is read once, at start. */
const EXCEPTIONS: Record<string, string> = {
  "lib/env.ts": "the one place that reads the environment",
  "lib/log.ts": "its level is needed before the environment is parsed",
  "lib/http/server.ts": "the web server, outside of the framework and its rings",
};

describe("the pure ring", () => {
  const used = new Set<string>();

  it.each(Object.entries(FORBIDDEN))("never %s", (_name, pattern) => {
    const offences = pure.flatMap((source) => {
      const places = [...source.bare.matchAll(pattern)].map((match) => `${placeOf(source, match.index)} has "${match[0]}"`);
      if (places.length > 0 && EXCEPTIONS[source.path]) {
        used.add(source.path);
        return [];
      }
      return places;
    });
    expect(offences).toEqual([]);
  });

  it("needs every exception that it lists", () => {
    expect(Object.keys(EXCEPTIONS).filter((path) => !used.has(path))).toEqual([]);
  });

  it("has files", () => {
    expect(pure.length).toBeGreaterThan(50);
  });
});

describe("the server ring", () => {
  // next/headers and the like, the database, the environment: what must not reach a browser's bundle.
  const SERVER_ONLY = /^(next\/(headers|cache|server)|next-auth($|\/(?!react))|pg($|-boss)|@prisma\/.*|@node-rs\/argon2)$/;

  it("says so in its first line wherever a file needs the server", () => {
    const silent = pure.flatMap((source) =>
      source.imports
        .filter((each) => !each.isTypeOnly && (SERVER_ONLY.test(each.specifier) || each.file?.startsWith("lib/db/")))
        .map((each) => `${source.path}:${each.line} imports ${each.specifier} without import "server-only"`),
    );
    expect(silent).toEqual([]);
  });

  it("has the marker nowhere but in the first line", () => {
    const late = readSources("lib", "app", "components").filter((source) => !isServerRing(source) && source.imports.some((each) => each.specifier === "server-only"));
    expect(late.map((source) => source.path)).toEqual([]);
  });
});
