import { openDesk, runCommand } from "../setup/desk";
import { runScript } from "../setup/run";

/** Makes every row of the finders' index anew, beside a desk that is running; broken off, the next start of the desk goes on with it. */
runCommand(async () => {
  const { database } = await openDesk({ data: "none" });
  try {
    await runScript("scripts/db/reindex.ts");
  } finally {
    await database.stop();
  }
});
