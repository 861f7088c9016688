import { serve } from "../../lib/http/server";
import { buildIfNeeded } from "../setup/build";
import { demoPassword } from "../setup/demo-password";
import { openDesk, runCommand, say, untilAskedToStop } from "../setup/desk";
import { ROOT } from "../setup/paths";

runCommand(async () => {
  const isEmpty = process.argv.includes("--empty");
  const stopAsked = untilAskedToStop();
  const { env, database } = await openDesk({ data: isEmpty ? "empty" : "demo" });
  try {
    await buildIfNeeded(say);
    Object.assign(process.env, { NODE_ENV: "production" });
    const server = await serve({ env, directory: ROOT, isDevelopment: false });
    say(welcome(env.APP_URL, isEmpty));
    await stopAsked;
    say("\nStopping …");
    await server.stop();
  } finally {
    await database.stop();
  }
});

function welcome(url: string, isEmpty: boolean): string {
  const first = `\nMesa is ready: ${url}\n  Customers  ${url}/portal\n  Staff      ${url}/agent`;
  if (isEmpty) return `${first}\n  No accounts yet? npm run admin:create -- --email you@example.com\n  Ctrl-C stops it.\n`;
  return `${first}
  Accounts   ana@acme.example, andres@acme.example, bruno@globex.example (customers)
             carla@impera.example, elena@impera.example (agents), diego@impera.example (administrator)
  Password   ${demoPassword()}
  Ctrl-C stops it.
`;
}
