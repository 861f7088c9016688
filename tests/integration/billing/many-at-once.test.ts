import { spawn } from "node:child_process";
import { join } from "node:path";
import { holdMinutes } from "@/lib/billing/ledger";
import { createDb } from "@/lib/db/client";
import { ROOT } from "@/scripts/setup/paths";
import { testEnvironment } from "@/tests/support/environment";
import { contractWith, entriesOf, sumOf } from "@/tests/integration/billing/support/contracts";
import { diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDatabaseUrl, testDb, useDatabase } from "@/tests/support/db";

useDatabase();

describe("two hundred authorisations at once, with room for fifty", () => {
  it("are fifty, and the sum is right", async () => {
    const { id } = await contractWith({ minutes: 50 * 60 });
    const db = createDb({ url: testDatabaseUrl(), poolSize: 40 });
    const hold = (index: number) => ({ contractId: id, ticketId: null, quoteId: null, minutes: 60, reason: "Autorización", actor: diego, at: NOON, key: `at-once:${index}` });
    const results = await Promise.all(Array.from({ length: 200 }, (_, index) => db.$transaction((tx) => holdMinutes(tx, hold(index)), { maxWait: 60_000, timeout: 60_000 })));
    await db.$disconnect();
    expect(results.filter((each) => each.ok)).toHaveLength(50);
    expect(results.filter((each) => !each.ok && each.code === "BALANCE_TOO_LOW")).toHaveLength(150);
    expect(await sumOf(id)).toBe(0);
    expect((await entriesOf(id)).slice(-1)).toEqual(["hold -60 = 0"]);
    expect(await testDb().contractNotice.findMany({ where: { contractId: id }, select: { kind: true }, orderBy: { kind: "asc" } })).toEqual([{ kind: "used_80" }, { kind: "used_100" }]);
  }, 90_000);

  it("are fifty when the process is killed in the middle and asks again", async () => {
    const { id } = await contractWith({ minutes: 50 * 60 });
    const killed = await spend(id, { killAfter: 20 });
    expect(killed.signal).toBe("SIGKILL");
    const between = await sumOf(id);
    // Some were written, and not all: it was killed in the middle.
    expect(between).toBeLessThan(50 * 60);
    expect(between).toBeGreaterThan(0);
    // What it had been told stands.
    expect(killed.held).toBeLessThanOrEqual((3000 - between) / 60);

    const again = await spend(id);
    expect(again.signal).toBeNull();
    expect(again.held).toBe(50);
    expect(await sumOf(id)).toBe(0);
    expect(await entriesOf(id)).toHaveLength(51);
    expect((await spend(id)).held).toBe(50);
    expect(await entriesOf(id)).toHaveLength(51);
  }, 120_000);
});

function spend(contractId: string, { killAfter = Infinity } = {}): Promise<{ signal: string | null; held: number }> {
  return new Promise((resolve, reject) => {
    const script = join(ROOT, "tests/integration/billing/support/spend.ts");
    const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", script, contractId], { cwd: ROOT, env: { ...process.env, ...testEnvironment(testDatabaseUrl()) } });
    let out = "";
    let errors = "";
    const heldIn = (text: string) => text.split("\n").filter((line) => line.endsWith(" held")).length;
    child.stdout.on("data", (chunk) => {
      out += String(chunk);
      if (heldIn(out) >= killAfter) child.kill("SIGKILL");
    });
    child.stderr.on("data", (chunk) => (errors += String(chunk)));
    child.on("exit", (code, signal) => (code === 0 || signal ? resolve({ signal, held: heldIn(out) }) : reject(new Error(errors))));
  });
}
