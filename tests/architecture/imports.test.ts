import { DOMAINS, isServerRing, placeOfFile, PLATFORM } from "@/tests/architecture/support/rings";
import { readSources, type Import, type Source } from "@/tests/architecture/support/sources";

const sources = readSources("lib", "app", "components", "prisma", "scripts", "proxy.ts", "instrumentation.ts");
const byPath = new Map(sources.map((source) => [source.path, source]));
const serverRing = new Set(sources.filter(isServerRing).map((source) => source.path));

/** Allowed against a rule, each with its reason. An exception that is no longer needed fails too. */
const EXCEPTIONS: Record<string, string> = {
  "lib/jobs/registry.ts > lib/tickets/jobs.ts": "the composition root of the jobs: the one place that knows them all",
  "lib/jobs/registry.ts > lib/kb/jobs.ts": "the same",
  "lib/jobs/registry.ts > lib/attachments/jobs.ts": "the same",
  "lib/jobs/registry.ts > lib/duplicates/jobs.ts": "the same",
  "lib/jobs/registry.ts > lib/secrets/jobs.ts": "the same",
  "lib/jobs/registry.ts > lib/quotes/jobs.ts": "the same",
  "lib/jobs/registry.ts > lib/appointments/jobs.ts": "the same",
  "lib/jobs/registry.ts > lib/billing/jobs.ts": "the same",
  "lib/jobs/registry.ts > lib/off-channel/jobs.ts": "the same",
  "lib/jobs/registry.ts > lib/notifications/jobs.ts": "the same",
  "lib/jobs/registry.ts > lib/automation/jobs.ts": "the same",
  "lib/jobs/registry.ts > lib/satisfaction/jobs.ts": "the same",
  "lib/jobs/registry.ts > lib/accounts/jobs.ts": "the same",
  "lib/jobs/registry.ts > lib/chat/jobs.ts": "the same",
  "lib/jobs/registry.ts > lib/security/jobs.ts": "the same",
  "lib/jobs/registry.ts > lib/inbound/jobs.ts": "the same",
  "lib/realtime/registry.ts > lib/tickets/stream-topics.ts": "the composition root of the streams: the one place that knows their topics",
  "lib/realtime/registry.ts > lib/chat/stream-topic.ts": "the same",
  "lib/realtime/registry.ts > lib/notifications/stream-topic.ts": "the same",
  "lib/http/server.ts > next": "the web server itself starts the framework",
  "lib/http/server.ts > node:http": "it is the web server",
  "app/api/health/route.ts > lib/db/database.ts": "asks whether the database answers, and reads nothing",
};

type Rule = {
  reason: string;
  /** Which imports the rule forbids. */
  forbids: (source: Source, each: Import) => boolean;
};

const isLib = (source: Source) => source.path.startsWith("lib/");
const isPure = (source: Source) => isLib(source) && !serverRing.has(source.path);
const isDomain = (source: Source) => placeOfFile(source.path).part === "domain";
const isFramework = (specifier: string) => /^next($|\/|-auth)/.test(specifier);
const isReact = (specifier: string) => /^react($|-dom|\/)/.test(specifier);
const reaches = (each: Import, folder: string) => each.file !== null && each.file.startsWith(`${folder}/`);

const RULES: Record<string, Rule> = {
  "pages and routes never touch the database": {
    reason: "a read takes its context from contextOf(actor) or publicContext(), which the gate stands before",
    forbids: (source, each) => source.path.startsWith("app/") && reaches(each, "lib/db"),
  },
  "components know neither the server ring nor the pages": {
    reason: "a component shows what it is given; a shared form receives its action as a prop",
    forbids: (source, each) =>
      source.path.startsWith("components/") && (reaches(each, "app") || (!each.isTypeOnly && each.file !== null && serverRing.has(each.file))),
  },
  "components/ui and components/layout know no domain": {
    reason: "they are shared by everything",
    forbids: (source, each) =>
      source.path.startsWith("components/ui/") && each.file !== null && placeOfFile(each.file).part === "domain",
  },
  "domains know neither the framework nor the screen": {
    reason: "only app/ knows the request",
    forbids: (source, each) =>
      isDomain(source) && (isFramework(each.specifier) || isReact(each.specifier) || reaches(each, "components") || reaches(each, "app")),
  },
  "the platform never imports a domain": {
    reason: "it stands below them all",
    forbids: (source, each) => placeOfFile(source.path).part === "platform" && each.file !== null && placeOfFile(each.file).part === "domain",
  },
  "the platform knows neither components nor pages": {
    reason: "it stands below them",
    forbids: (source, each) => isLib(source) && (reaches(each, "components") || reaches(each, "app")),
  },
  "of the platform only the gate and the actions know the framework": {
    reason: "cookies, headers and redirects belong to the request",
    forbids: (source, each) =>
      placeOfFile(source.path).part === "platform" && !/^lib\/(auth|actions)\//.test(source.path) && (isFramework(each.specifier) || isReact(each.specifier)),
  },
  "the pure ring never imports the server ring": {
    reason: "a rule is a function of its arguments; types may be shared",
    forbids: (source, each) => isPure(source) && !each.isTypeOnly && each.file !== null && serverRing.has(each.file),
  },
  "the pure ring has no database client": {
    reason: "Prisma's types may name a shape, its values may not be called",
    forbids: (source, each) => isPure(source) && !each.isTypeOnly && (/^(@prisma\/|pg($|-boss))/.test(each.specifier) || reaches(each, "lib/db")),
  },
  "the pure ring has no input or output": {
    reason: "it can be read, tested and trusted alone",
    forbids: (source, each) =>
      isPure(source) && !each.isTypeOnly && /^(node:)?(fs|http|https|net|child_process|dns|tls|worker_threads|cluster|timers)($|\/)/.test(each.specifier),
  },
  "actors are minted by the gate and the jobs alone": {
    reason: "a query or command cannot be called for somebody who did not pass the gate",
    forbids: (source, each) =>
      each.file === "lib/auth/mint.ts" && !["lib/auth/person-of-session.ts", "lib/jobs/worker.ts", "prisma/seed/replay-tickets.ts", "prisma/seed/articles.ts", "prisma/seed/contracts.ts", "prisma/seed/quotes.ts", "prisma/seed/work.ts"].includes(source.path) && !/^scripts\/(bench|eval)\//.test(source.path),
  },
  "nothing that is served imports scripts, seeds or tests": {
    reason: "they have powers that a request must not have",
    forbids: (source, each) =>
      /^(lib|app|components)\/|^(proxy|instrumentation)\.ts$/.test(source.path) && (reaches(each, "scripts") || reaches(each, "prisma") || reaches(each, "tests")),
  },
  "only the visibility of tickets decides whose tickets are compared": {
    reason: "the finders take a scope; nobody else may write one",
    forbids: (source, each) =>
      /^(app|lib)\//.test(source.path) && !/^lib\/(duplicates|tickets)\//.test(source.path) && each.names.includes("TicketScope"),
  },
  "every import leads somewhere": {
    reason: "a path that is not there is a typing error",
    forbids: (_source, each) => each.file !== null && !byPath.has(each.file) && !/\.(json|css|mjs|d\.ts)$/.test(each.file) && !/^(lib\/db\/generated|tests)\//.test(each.file),
  },
};

describe("imports", () => {
  const used = new Set<string>();

  it.each(Object.entries(RULES))("%s", (_name, { reason, forbids }) => {
    const offences = sources.flatMap((source) =>
      source.imports.filter((each) => forbids(source, each)).flatMap((each) => {
        const pair = `${source.path} > ${each.file ?? each.specifier}`;
        if (EXCEPTIONS[pair]) {
          used.add(pair);
          return [];
        }
        return [`${source.path}:${each.line} imports ${each.specifier}: ${reason}`];
      }),
    );
    expect(offences).toEqual([]);
  });

  it("needs every exception that it lists", () => {
    expect(Object.keys(EXCEPTIONS).filter((pair) => !used.has(pair))).toEqual([]);
  });

  it("saw the product", () => {
    const count = (folder: string) => sources.filter((source) => source.path.startsWith(folder)).length;
    const imports = sources.flatMap((source) => source.imports);
    expect(count("lib/")).toBeGreaterThan(100);
    expect(count("app/")).toBeGreaterThan(50);
    expect(count("components/")).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(1000);
    expect(imports.filter((each) => each.file !== null).length).toBeGreaterThan(700);
    expect(serverRing.size).toBeGreaterThan(40);
  });

  it("knows where every folder of lib/ belongs", () => {
    const folders = new Set(sources.filter(isLib).map((source) => source.path.split("/")[1]!).filter((name) => !name.endsWith(".ts")));
    expect([...folders].filter((folder) => ![...DOMAINS, ...PLATFORM].some((known) => known === folder))).toEqual([]);
  });
});
