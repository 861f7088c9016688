import type { CustomerActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { dueOf } from "@/lib/policies/acceptances";
import { acceptPolicies } from "@/lib/policies/commands/accept-policies";
import { addPolicy } from "@/lib/policies/commands/add-policy";
import { discardPolicyDraft } from "@/lib/policies/commands/discard-policy-draft";
import { editPolicySettings, movePolicy } from "@/lib/policies/commands/edit-policy-settings";
import { publishPolicy } from "@/lib/policies/commands/publish-policy";
import { savePolicyDraft } from "@/lib/policies/commands/save-policy-draft";
import { findPolicyDesk, findPolicyText, listAcceptances, listOwnAcceptances, listPolicyDesk } from "@/lib/policies/desk-queries";
import { findPolicy, findPolicyOn, listPolicies, listPolicyVersions } from "@/lib/policies/queries";
import { exportedJobs, exportedOperations } from "@/tests/integration/matrix/support/exported";
import { code, outcomeOf, row } from "@/tests/integration/matrix/support/rows";
import { ACTORS, type ActorName } from "@/tests/integration/matrix/support/table";
import { diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";

useDatabase();

type World = { policyId: string };
type Row = { expected: Record<ActorName, string>; run: (ctx: Context<StaffActor>, world: World) => Promise<string> };

/** In the order of ACTORS: nobody, another customer, a member, a manager, a suspended one, an agent, an administrator. */
const DESK_READS = row("gate", "none", "none", "none", "gate", "sees", "sees");
const ADMIN_WRITES = row("gate", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "gate", "FORBIDDEN", "ok");
/** The demonstration's people accepted all: a customer sees their own, and there is nothing to accept. */
const OWN_READS = row("gate", "sees", "sees", "sees", "gate", "none", "none");

const TEXT = { title: "Uso aceptable", summary: "Qué se puede.", body: "Segundo." };
const AS_CUSTOMER = (ctx: Context<StaffActor>) => ctx as unknown as Context<CustomerActor>;

const OPERATIONS: Record<string, Row> = {
  listPolicyDesk: { expected: DESK_READS, run: async (ctx, { policyId }) => sees((await listPolicyDesk(ctx)).some(({ id }) => id === policyId)) },
  findPolicyDesk: { expected: DESK_READS, run: async (ctx, { policyId }) => sees((await findPolicyDesk(ctx, policyId)) !== null) },
  findPolicyText: { expected: DESK_READS, run: async (ctx, { policyId }) => sees((await findPolicyText(ctx, { policyId, number: 1 })) !== null) },
  listAcceptances: { expected: DESK_READS, run: async (ctx) => sees((await listAcceptances(ctx, { policyId: await conductId(), number: 1 })).length > 0) },
  listOwnAcceptances: { expected: OWN_READS, run: async (ctx) => sees((await listOwnAcceptances(AS_CUSTOMER(ctx))).length > 0) },
  dueOf: { expected: row("gate", "none", "none", "none", "gate", "sees", "sees"), run: async (ctx) => sees((await dueOf(AS_CUSTOMER(ctx))).length > 0) },
  acceptPolicies: { expected: row("gate", "ok", "ok", "ok", "gate", "POLICIES_NOT_ACCEPTED", "POLICIES_NOT_ACCEPTED"), run: async (ctx) => code(await acceptPolicies(AS_CUSTOMER(ctx), { accepted: [] })) },
  addPolicy: { expected: ADMIN_WRITES, run: async (ctx) => code(await addPolicy(ctx, TEXT)) },
  savePolicyDraft: { expected: ADMIN_WRITES, run: async (ctx, { policyId }) => code(await savePolicyDraft(ctx, { policyId, revision: 1, ...TEXT })) },
  publishPolicy: { expected: ADMIN_WRITES, run: async (ctx, { policyId }) => code(await publishPolicy(ctx, { policyId, revision: 1, effectiveOn: "2026-12-01", changeNote: "", isMaterial: false })) },
  discardPolicyDraft: { expected: ADMIN_WRITES, run: async (ctx, { policyId }) => code(await discardPolicyDraft(ctx, { policyId, revision: 1 })) },
  editPolicySettings: { expected: ADMIN_WRITES, run: async (ctx, { policyId }) => code(await editPolicySettings(ctx, { policyId, requiresAcceptance: true, isArchived: false })) },
  movePolicy: { expected: ADMIN_WRITES, run: async (ctx, { policyId }) => code(await movePolicy(ctx, { policyId, direction: "up" })) },
};

/** What is published is everybody's; these take no actor. */
const PUBLIC = ["listPolicies", "findPolicy", "listPolicyVersions", "findPolicyOn"];

const CELLS = Object.entries(OPERATIONS).flatMap(([operation, { expected, run }]) => ACTORS.map((actor) => ({ operation, actor, outcome: expected[actor], run })));

describe("who may see, write and accept the policies", () => {
  it.each(CELLS)("$operation for $actor: $outcome", async ({ operation, actor, outcome, run }) => {
    const { policyId } = unwrap(await addPolicy({ db: testDb(), actor: diego, now: NOON }, { ...TEXT, body: "Primero." }));
    const before = await stateNow();
    expect(await outcomeOf(actor, (ctx) => run(ctx, { policyId }))).toBe(outcome);
    // Who was refused changed nothing; what was accepted already is not written again.
    expect((await stateNow()) !== before).toBe(outcome === "ok" && operation !== "acceptPolicies");
  });

  it("a draft is in nothing that the public reads", async () => {
    const { policyId } = unwrap(await addPolicy({ db: testDb(), actor: diego, now: NOON }, { ...TEXT, title: "Secreta" }));
    const { slug } = await testDb().policyPage.findUniqueOrThrow({ where: { id: policyId } });
    const ctx = { db: testDb(), now: NOON };
    expect((await listPolicies(ctx)).map((each) => each.slug)).not.toContain(slug);
    expect([await findPolicy(ctx, slug), await listPolicyVersions(ctx, slug), await findPolicyOn(ctx, { slug, day: "2099-01-01" })]).toEqual([null, null, null]);
  });

  it("is asked of every query and command there is: 13 for 7 actors make 91 cells", () => {
    expect([...Object.keys(OPERATIONS), ...PUBLIC].sort()).toEqual(exportedOperations("policies").sort());
    expect(exportedJobs("policies")).toEqual([]);
    expect(CELLS).toHaveLength(91);
  });
});

async function conductId(): Promise<string> {
  return (await testDb().policyPage.findUniqueOrThrow({ where: { slug: "conducta" }, select: { id: true } })).id;
}

async function stateNow(): Promise<string> {
  const db = testDb();
  return JSON.stringify([await db.policyPage.findMany({ orderBy: { id: "asc" } }), await db.policyVersion.findMany({ orderBy: { id: "asc" } }), await db.policyAcceptance.count(), String(await db.policyEvent.count())]);
}

function sees(isThere: boolean): string {
  return isThere ? "sees" : "none";
}
