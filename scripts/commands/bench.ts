import { runCommand, say } from "../setup/desk";

const BENCHES: Record<string, () => Promise<{ run: () => Promise<void> }>> = {
  sla: () => import("../bench/sla"),
  pages: () => import("../bench/pages"),
  lighthouse: () => import("../bench/lighthouse"),
  search: () => import("../bench/search"),
  uploads: () => import("../bench/uploads"),
  kb: () => import("../bench/kb"),
  import: () => import("../bench/import"),
  realtime: () => import("../bench/realtime"),
};

/** `npm run bench -- sla|pages|lighthouse|search|uploads|kb|import|realtime`; all of them without a name. */
runCommand(async () => {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !(name in BENCHES));
  if (unknown !== undefined) throw new Error(`There is no benchmark "${unknown}". There are: ${Object.keys(BENCHES).join(", ")}.`);
  for (const [name, load] of Object.entries(BENCHES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const { run } = await load();
    await run();
    say("");
  }
});
