// The first thing that every command runs. Plain JavaScript without dependencies, so that an older Node can run it:
// it brings the dependencies (and with them the project's own Node), then hands over to scripts/commands/<name>.ts.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [name = "start", ...args] = process.argv.slice(2);
const node = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");

if (Number(process.versions.node.split(".")[0]) < 20) fail(`Node ${process.versions.node} is too old to begin with. Install Node 20 or newer; the rest is brought along.`);
installDependencies();
generateDatabaseClient();
handOver();

function installDependencies() {
  const lock = hashOf([join(root, "package-lock.json")]);
  const mark = join(root, "node_modules", ".mesa-lock");
  if (existsSync(node) && existsSync(mark) && readFileSync(mark, "utf8") === lock) return;
  say("Installing the dependencies (once, some two minutes) …");
  // Without NODE_ENV: npm would leave out what building and testing need.
  const environment = { ...process.env };
  delete environment.NODE_ENV;
  const installed = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root, stdio: "inherit", env: environment, shell: process.platform === "win32" });
  if (installed.status !== 0) fail("The dependencies could not be installed: see npm's message above. Check that the npm registry can be reached, then run the command again.");
  writeFileSync(mark, lock);
}

function generateDatabaseClient() {
  const models = join(root, "prisma", "models");
  const schema = hashOf([join(root, "prisma", "schema.prisma"), ...readdirSync(models).map((file) => join(models, file))]);
  const out = join(root, "lib", "db", "generated");
  const mark = join(out, ".schema-hash");
  if (existsSync(mark) && readFileSync(mark, "utf8") === schema) return;
  // Prisma wants to download its schema engine, which generating does not use; any executable in its place skips that.
  const environment = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: node, PRISMA_HIDE_UPDATE_MESSAGE: "1" };
  const prisma = join(root, "node_modules", "prisma", "build", "index.js");
  const generated = spawnSync(node, [prisma, "generate"], { cwd: root, env: environment, encoding: "utf8" });
  if (generated.status !== 0) fail(`The database client could not be generated:\n${generated.stdout}${generated.stderr}`);
  mkdirSync(out, { recursive: true });
  writeFileSync(mark, schema);
}

function handOver() {
  const script = join(root, "scripts", "commands", `${name}.ts`);
  if (!existsSync(script)) fail(`There is no command "${name}".`);
  const child = spawn(node, ["--import", "tsx", script, ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NODE_OPTIONS: nodeOptions(), NEXT_TELEMETRY_DISABLED: "1", PATH: `${dirname(node)}${process.platform === "win32" ? ";" : ":"}${process.env.PATH}` },
  });
  // Ctrl-C reaches the child by itself (same terminal); it needs the time to stop what it started.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal ? 130 : (code ?? 1)));
}

function nodeOptions() {
  // tailwind.config.ts has to keep its name, and says nothing new by being read twice.
  return `${process.env.NODE_OPTIONS ?? ""} --disable-warning=MODULE_TYPELESS_PACKAGE_JSON --disable-warning=ExperimentalWarning`.trim();
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest("hex");
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
