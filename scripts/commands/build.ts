import { buildIfNeeded } from "../setup/build";
import { openDesk, runCommand, say } from "../setup/desk";

runCommand(async () => {
  const { database } = await openDesk({ data: "empty" });
  try {
    await buildIfNeeded(say);
    say("Built.");
  } finally {
    await database.stop();
  }
});
