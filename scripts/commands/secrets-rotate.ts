import { openDesk, runCommand } from "../setup/desk";
import { runScript } from "../setup/run";

/** Encrypts anew, under APP_SECRET as it is now, what was sealed under the secrets in APP_SECRET_PREVIOUS; beside a desk that is running. */
runCommand(async () => {
  const { database } = await openDesk({ data: "none" });
  try {
    await runScript("scripts/db/rotate-secrets.ts");
  } finally {
    await database.stop();
  }
});
