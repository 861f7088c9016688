import { demoPassword } from "../setup/demo-password";
import { openDesk, runCommand, say } from "../setup/desk";

runCommand(async () => {
  const { database } = await openDesk({ data: "demo" });
  await database.stop();
  say(`The demonstration data is loaded. Password of its accounts: ${demoPassword()}`);
});
