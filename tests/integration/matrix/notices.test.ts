import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { endNotice } from "@/lib/notices/commands/end-notice";
import { saveNotice } from "@/lib/notices/commands/save-notice";
import { setMaintenance } from "@/lib/notices/commands/set-maintenance";
import { findMaintenanceSettings, findNotice, listNotices } from "@/lib/notices/queries";
import { exportedJobs, exportedOperations } from "@/tests/integration/matrix/support/exported";
import { code, outcomeOf, row } from "@/tests/integration/matrix/support/rows";
import { ACTORS, type ActorName } from "@/tests/integration/matrix/support/table";
import { diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";

useDatabase();

type Row = { expected: Record<ActorName, string>; run: (ctx: Context<StaffActor>, noticeId: string) => Promise<string> };

/** In the order of ACTORS: the list and the forms are the administrators'; what is shown is everybody's. */
const READS = row("gate", "none", "none", "none", "gate", "none", "sees");
const WRITES = row("gate", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "gate", "FORBIDDEN", "ok");
const INPUT = { noticeId: undefined, version: 0, tone: "info" as const, title: "Aviso", body: "", startsAt: null, endsAt: null, home: true, knowledge: false, policies: false, sign_in: false, portal: false, ticket_form: false, agent: false };

const OPERATIONS: Record<string, Row> = {
  listNotices: { expected: READS, run: async (ctx) => ((await listNotices(ctx)).length > 0 ? "sees" : "none") },
  findNotice: { expected: READS, run: async (ctx, noticeId) => ((await findNotice(ctx, noticeId)) ? "sees" : "none") },
  saveNotice: { expected: WRITES, run: async (ctx, noticeId) => code(await saveNotice(ctx, { ...INPUT, noticeId, version: 1, title: "Otro" })) },
  findMaintenanceSettings: { expected: READS, run: async (ctx) => ((await findMaintenanceSettings(ctx)) ? "sees" : "none") },
  setMaintenance: { expected: WRITES, run: async (ctx) => code(await setMaintenance(ctx, { version: 0, isOn: true, message: "", startsAt: null, expectedUntil: null })) },
  endNotice: { expected: WRITES, run: async (ctx, noticeId) => code(await endNotice(ctx, { noticeId })) },
};

/** Takes no actor. */
const PUBLIC = ["listShownNotices", "findCurrentMaintenance"];

const CELLS = Object.entries(OPERATIONS).flatMap(([operation, { expected, run }]) => ACTORS.map((actor) => ({ operation, actor, outcome: expected[actor], run })));

describe("who may see and change the messages of the service", () => {
  it.each(CELLS)("$operation for $actor: $outcome", async ({ actor, outcome, run }) => {
    const { noticeId } = unwrap(await saveNotice({ db: testDb(), actor: diego, now: NOON }, INPUT));
    const before = await stateNow();
    expect(await outcomeOf(actor, (ctx) => run(ctx, noticeId))).toBe(outcome);
    expect((await stateNow()) !== before).toBe(outcome === "ok");
  });

  it("is asked of every query and command there is: 6 for 7 actors make 42 cells", () => {
    expect([...Object.keys(OPERATIONS), ...PUBLIC].sort()).toEqual(exportedOperations("notices").sort());
    expect(exportedJobs("notices")).toEqual([]);
    expect(CELLS).toHaveLength(42);
  });
});

async function stateNow(): Promise<string> {
  const [messages, maintenance, events] = await Promise.all([testDb().serviceMessage.findMany({ orderBy: { id: "asc" } }), testDb().maintenance.findMany({ orderBy: { id: "asc" } }), testDb().noticeEvent.count()]);
  return JSON.stringify([messages, maintenance, events]);
}
