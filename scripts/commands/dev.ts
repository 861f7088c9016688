import { serve } from "../../lib/http/server";
import { demoPassword } from "../setup/demo-password";
import { openDesk, runCommand, say, untilAskedToStop } from "../setup/desk";
import { ROOT } from "../setup/paths";

runCommand(async () => {
  const stopAsked = untilAskedToStop();
  const { env, database } = await openDesk({ data: "demo" });
  try {
    Object.assign(process.env, { NODE_ENV: "development" });
    const server = await serve({ env: { ...env, NODE_ENV: "development" }, directory: ROOT, isDevelopment: true });
    say(`\nMesa (development): ${env.APP_URL}   demonstration password: ${demoPassword()}\n`);
    await stopAsked;
    await server.stop();
  } finally {
    await database.stop();
  }
});
