import { openDesk, runCommand } from "../setup/desk";
import { runScript } from "../setup/run";

runCommand(async () => {
  const { database } = await openDesk({ data: "empty" });
  try {
    await runScript("scripts/seed/create-admin.ts", process.argv.slice(2));
  } finally {
    await database.stop();
  }
});
