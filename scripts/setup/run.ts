import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./paths";

type Options = { env?: Record<string, string | undefined>; conditions?: string[]; quiet?: boolean };

/** Runs a script of the project under its own Node; rejects when it fails. `react-server` lets it import the server ring. */
export function runScript(script: string, args: string[] = [], { conditions = ["react-server"], ...options }: Options = {}): Promise<void> {
  const flags = conditions.map((condition) => `--conditions=${condition}`);
  return run(process.execPath, [...flags, "--import", "tsx", join(ROOT, script), ...args], options);
}

/** Runs a package's command line under the project's own Node. */
export function runBin(module: string, args: string[] = [], options: Options = {}): Promise<void> {
  return run(process.execPath, [join(ROOT, "node_modules", module), ...args], options);
}

export function run(command: string, args: string[], { env = {}, quiet = false }: Options = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit", env: { ...process.env, ...env } });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += String(chunk)));
    child.stderr?.on("data", (chunk) => (output += String(chunk)));
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      if (code === 0) resolve();
      else reject(new CommandFailed(`${command} ended with ${signal ?? code}`, output));
    });
  });
}

export class CommandFailed extends Error {
  override name = "CommandFailed";
  constructor(message: string, readonly output: string) {
    super(message);
  }
}
