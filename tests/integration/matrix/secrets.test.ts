import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findPersonOfSession } from "@/lib/auth/person-of-session";
import { dropSecret, findHeldSecrets, holdSecret } from "@/lib/secrets/held-secrets";
import { exportedJobs, exportedOperations } from "@/tests/integration/matrix/support/exported";
import { PEOPLE } from "@/tests/integration/matrix/support/rows";
import { ACTORS, type ActorName } from "@/tests/integration/matrix/support/table";
import { ana } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

const KEY = { slot: "new", mark: "🔒 dato sellado" };

/** What Ana sealed in her draft; whoever else asks has a drawer of their own. */
const OPERATIONS: Record<string, (ctx: Context<PersonActor>) => Promise<string>> = {
  findHeldSecrets: async (ctx) => ((await findHeldSecrets(ctx, KEY.slot)).some(({ value }) => value === "de Ana") ? "sees" : "none"),
  holdSecret: async (ctx) => {
    await holdSecret(ctx, { ...KEY, kind: "password", value: "otro" });
    return (await ofAna()) === "de Ana" ? "own" : "ok";
  },
  dropSecret: async (ctx) => {
    await dropSecret(ctx, KEY);
    return (await ofAna()) === "de Ana" ? "own" : "ok";
  },
};
const CELLS = Object.entries(OPERATIONS).flatMap(([operation, run]) => ACTORS.map((actor) => ({ operation, actor, expected: expectedOf(operation, actor), run })));

describe("who may see and change what is sealed in a draft", () => {
  it.each(CELLS)("$operation for $actor: $expected", async ({ actor: name, expected, run }) => {
    await testDb().heldSecret.deleteMany();
    await holdSecret({ db: testDb(), actor: ana, now: NOON }, { ...KEY, kind: "password", value: "de Ana" });
    const claimed = PEOPLE[name];
    const actor = await findPersonOfSession({ db: testDb() }, claimed && { userId: claimed.userId, sessionVersion: 1 });
    expect(actor ? await run({ db: testDb(), actor, now: NOON }) : "gate").toBe(expected);
  });

  it("is asked of every query and command there is: 3 for 7 actors make 21 cells", () => {
    expect(Object.keys(OPERATIONS).sort()).toEqual(exportedOperations("secrets").sort());
    expect(exportedJobs("secrets").sort()).toEqual(["endSealedJob", "rotateSealedJob"]);
    expect(CELLS).toHaveLength(21);
  });
});

function expectedOf(operation: string, actor: ActorName): string {
  if (actor === "nobody" || actor === "sergio") return "gate";
  if (operation === "findHeldSecrets") return actor === "ana" ? "sees" : "none";
  return actor === "ana" ? "ok" : "own";
}

async function ofAna(): Promise<string | undefined> {
  return (await findHeldSecrets({ db: testDb(), actor: ana, now: NOON }, KEY.slot))[0]?.value;
}
