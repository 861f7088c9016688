import { runCommand, say } from "../setup/desk";
import { runBin } from "../setup/run";

/** What to run before each commit, in under a minute: lint, types, unit and architecture tests. */
runCommand(async () => {
  say("Lint …");
  await runBin("oxlint/bin/oxlint", ["--quiet"]);
  say("Types …");
  await runBin("typescript/bin/tsc", ["--noEmit", "-p", "."]);
  say("Unit and architecture tests …");
  await runBin("jest/bin/jest.js", ["--selectProjects", "unit", "architecture"]);
});
