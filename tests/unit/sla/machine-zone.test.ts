import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";

const printed = z.object({ offset: z.number(), answers: z.number(), digest: z.string() });
const root = join(__dirname, "../../..");

function answersIn(machineZone: string): z.infer<typeof printed> {
  const script = join(__dirname, "support/print-answers.ts");
  const output = execFileSync(process.execPath, ["--import", "tsx", script], {
    cwd: root,
    env: { ...process.env, TZ: machineZone },
    encoding: "utf8",
  });
  return printed.parse(JSON.parse(output));
}

it("gives the same answers whatever the machine's zone", () => {
  const here = answersIn("UTC");
  const there = answersIn("Pacific/Chatham");

  expect([here.offset, there.offset]).toEqual([0, -825]);
  expect(here.answers).toBe(1389);
  expect(there.digest).toBe(here.digest);
}, 30_000);
