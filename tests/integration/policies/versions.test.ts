import type { StaffActor } from "@/lib/auth/actor";
import { addPolicy } from "@/lib/policies/commands/add-policy";
import { discardPolicyDraft } from "@/lib/policies/commands/discard-policy-draft";
import { editPolicySettings, movePolicy } from "@/lib/policies/commands/edit-policy-settings";
import { publishPolicy } from "@/lib/policies/commands/publish-policy";
import { savePolicyDraft } from "@/lib/policies/commands/save-policy-draft";
import { findPolicyDesk, listPolicyDesk } from "@/lib/policies/desk-queries";
import { policyEventSchemas, type PolicyEventType } from "@/lib/policies/events";
import { findPolicy, findPolicyOn, listPolicies, listPolicyVersions } from "@/lib/policies/queries";
import { unknownBlock } from "@/lib/policies/policy-body";
import { POLICY_BODY_MAX } from "@/lib/policies/schema";
import { versionHash } from "@/lib/policies/version-hash";
import { AWKWARD_STRINGS } from "@/tests/support/awkward-strings";
import { carla, diego, elena } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";

useDatabase();

const ctx = (actor: StaffActor = diego, now = NOON) => ({ db: testDb(), actor, now });
const TEXT = { title: "Uso aceptable", summary: "Qué se puede.", body: "Primero.\n\n{{calendar}}" };
const TODAY = "2026-11-18";
const LATER = NOON.add({ hours: 24 * 30 });

async function added(title: string): Promise<string> {
  return unwrap(await addPolicy(ctx(), { ...TEXT, title })).policyId;
}

async function published(title: string, more: Partial<Parameters<typeof publishPolicy>[1]> = {}): Promise<{ policyId: string; slug: string }> {
  const policyId = await added(title);
  return unwrap(await publishPolicy(ctx(), { policyId, revision: 1, effectiveOn: TODAY, changeNote: "", isMaterial: false, ...more }));
}

describe("a document", () => {
  it("is nobody's to read until its first version is in force", async () => {
    const policyId = await added("Garantías");
    expect(await findPolicy(ctx(), "garantias")).toBeNull();
    expect(await listPolicyVersions(ctx(), "garantias")).toBeNull();
    unwrap(await publishPolicy(ctx(), { policyId, revision: 1, effectiveOn: "2026-12-01", changeNote: "", isMaterial: false }));
    expect(await findPolicy(ctx(), "garantias")).toBeNull();
    expect((await findPolicy(ctx(diego, LATER), "garantias"))?.title).toBe("Garantías");
    expect((await listPolicies(ctx(diego, LATER))).at(-1)?.slug).toBe("garantias");
  });

  it("says another thing from the day of its next version on, and keeps what it said", async () => {
    const { policyId, slug } = await published("Respaldos");
    const { revision } = unwrap(await savePolicyDraft(ctx(), { policyId, revision: 0, ...TEXT, title: "Respaldos", body: "Segundo." }));
    unwrap(await publishPolicy(ctx(), { policyId, revision, effectiveOn: "2026-12-01", changeNote: "Cambió todo.", isMaterial: true }));
    expect((await findPolicy(ctx(), slug))?.body).toBe(TEXT.body);
    // The desk's day begins six hours after Greenwich's.
    expect((await findPolicy(ctx(diego, Temporal.Instant.from("2026-12-01T05:59:59Z")), slug))?.number).toBe(1);
    expect((await findPolicy(ctx(diego, Temporal.Instant.from("2026-12-01T06:00:00Z")), slug))?.number).toBe(2);
    expect((await listPolicyVersions(ctx(), slug))?.map(({ number, state, until }) => [number, state, until])).toEqual([[2, "announced", null], [1, "in-force", "2026-11-30"]]);
    expect(await findPolicyOn(ctx(), { slug, day: "2026-11-17" })).toBeNull();
    expect((await findPolicyOn(ctx(), { slug, day: "2026-11-30" }))?.view.number).toBe(1);
    expect(await findPolicyOn(ctx(), { slug, day: "2027-01-01" })).toMatchObject({ view: { number: 2, changeNote: "Cambió todo." }, before: { number: 1 }, line: { state: "announced" } });
  });

  it("is frozen with the hash of its text when it is published", async () => {
    const { policyId } = await published("Huella");
    const [row] = await testDb().policyVersion.findMany({ where: { policyId } });
    expect(row?.sha256).toBe(versionHash({ ...TEXT, title: "Huella" }));
    await expect(testDb().policyVersion.updateMany({ where: { policyId }, data: { body: "Otro" } })).rejects.toThrow(/stays as it is|policy_version_is_kept/);
  });

  it("has a history that can be read back", async () => {
    const policyId = await added("Historia");
    unwrap(await savePolicyDraft(ctx(), { policyId, revision: 1, ...TEXT, body: "Otro." }));
    unwrap(await discardPolicyDraft(ctx(), { policyId, revision: 2 }));
    unwrap(await editPolicySettings(ctx(), { policyId, requiresAcceptance: false, isArchived: true }));
    unwrap(await movePolicy(ctx(), { policyId, direction: "up" }));
    const events = await testDb().policyEvent.findMany({ where: { policyId }, orderBy: { id: "asc" } });
    expect(events.map(({ type }) => type)).toEqual(["policy.added", "policy.draft-saved", "policy.draft-discarded", "policy.settings-changed", "policy.moved"]);
    for (const { type, data } of events) policyEventSchemas[type as PolicyEventType].parse(data);
    expect(events[2]?.data).toMatchObject({ body: "Otro." });
  });

  it("is not listed once it is put away; its versions can still be read", async () => {
    const { policyId, slug } = await published("Retirada");
    unwrap(await editPolicySettings(ctx(), { policyId, requiresAcceptance: false, isArchived: true }));
    expect(await findPolicy(ctx(), slug)).toBeNull();
    expect((await listPolicies(ctx())).map((each) => each.slug)).not.toContain(slug);
    expect(await listPolicyVersions(ctx(), slug)).toHaveLength(1);
    expect((await listPolicyDesk(ctx(carla))).find(({ id }) => id === policyId)?.isArchived).toBe(true);
  });

  it("moves one place and stays at the ends", async () => {
    const before = (await listPolicyDesk(ctx())).map(({ id }) => id);
    unwrap(await movePolicy(ctx(), { policyId: before[1]!, direction: "up" }));
    expect((await listPolicyDesk(ctx())).map(({ id }) => id).slice(0, 2)).toEqual([before[1], before[0]]);
    unwrap(await movePolicy(ctx(), { policyId: before[1]!, direction: "up" }));
    expect((await listPolicyDesk(ctx()))[0]?.id).toBe(before[1]);
  });
});

describe("a draft", () => {
  it("is written over by whoever read it, and shown to whoever did not", async () => {
    const policyId = await added("Dos autores");
    unwrap(await savePolicyDraft(ctx(), { policyId, revision: 1, ...TEXT, body: "De uno." }));
    expect(await savePolicyDraft(ctx(), { policyId, revision: 1, ...TEXT, body: "Del otro." })).toMatchObject({ ok: false, code: "POLICY_DRAFT_CHANGED", details: { revision: "2", theirBody: "De uno." } });
    expect((await findPolicyDesk(ctx(), policyId))?.draft?.body).toBe("De uno.");
  });

  it("is one a document, also when two begin at once", async () => {
    const { policyId } = await published("A la vez");
    const answers = await Promise.all(["uno", "dos"].map((body) => savePolicyDraft(ctx(), { policyId, revision: 0, ...TEXT, body })));
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.code)).sort()).toEqual(["POLICY_DRAFT_CHANGED", "ok"]);
  });

  it("is published once, also when two press at once", async () => {
    const policyId = await added("Dos clics");
    const answers = await Promise.all([1, 2].map(() => publishPolicy(ctx(), { policyId, revision: 1, effectiveOn: TODAY, changeNote: "", isMaterial: false })));
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.code)).sort()).toEqual(["POLICY_DRAFT_GONE", "ok"]);
  });

  it.each([
    ["a day that is over", { effectiveOn: "2026-11-17", changeNote: "x" }, "POLICY_DAY_PAST"],
    ["the day of another version", { effectiveOn: TODAY, changeNote: "x" }, "POLICY_DAY_TAKEN"],
    ["no word on what changes", { effectiveOn: "2026-11-19", changeNote: "" }, "POLICY_NOTE_MISSING"],
    ["a text that somebody changed since", { effectiveOn: "2026-11-19", changeNote: "x", revision: 7 }, "POLICY_DRAFT_CHANGED"],
  ])("is not published with %s", async (name, changes, code) => {
    const { policyId } = await published(`Sin ${name}`);
    unwrap(await savePolicyDraft(ctx(), { policyId, revision: 0, ...TEXT, body: "Nuevo." }));
    expect(await publishPolicy(ctx(), { policyId, revision: 1, isMaterial: false, ...changes })).toMatchObject({ ok: false, code });
  });

  it("names the block that there is none of", async () => {
    expect(await addPolicy(ctx(), { ...TEXT, body: "{{calendario}}" })).toMatchObject({ ok: false, code: "POLICY_BLOCK_UNKNOWN", details: { block: "calendario" } });
    const policyId = await added("Bloques");
    expect(await savePolicyDraft(ctx(), { policyId, revision: 1, ...TEXT, body: "{{ horas }}" })).toMatchObject({ ok: false, code: "POLICY_BLOCK_UNKNOWN" });
  });

  it("keeps every word as it was typed", async () => {
    const policyId = await added("Rarezas");
    let revision = 1;
    const texts = AWKWARD_STRINGS.map(([, text]) => text).filter((text) => text.trim() !== "" && text.isWellFormed() && !text.includes("\0") && text.length <= POLICY_BODY_MAX && unknownBlock(text) === null);
    expect(texts.length).toBeGreaterThan(20);
    for (const body of texts) {
      revision = unwrap(await savePolicyDraft(ctx(), { policyId, revision, ...TEXT, body })).revision;
      expect((await findPolicyDesk(ctx(), policyId))?.draft?.body).toBe(body);
    }
  });

  it("is an administrator's", async () => {
    expect(await addPolicy(ctx(elena), TEXT)).toEqual({ ok: false, code: "FORBIDDEN" });
  });
});
