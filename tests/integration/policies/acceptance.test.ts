import { randomUUID } from "node:crypto";
import type { CustomerActor } from "@/lib/auth/actor";
import { mintPerson } from "@/lib/auth/mint";
import { acceptPolicies } from "@/lib/policies/commands/accept-policies";
import { editPolicySettings } from "@/lib/policies/commands/edit-policy-settings";
import { publishPolicy } from "@/lib/policies/commands/publish-policy";
import { savePolicyDraft } from "@/lib/policies/commands/save-policy-draft";
import { dueOf } from "@/lib/policies/acceptances";
import { listAcceptances, listOwnAcceptances } from "@/lib/policies/desk-queries";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { openTickets } from "@/lib/tickets/commands/open-tickets";
import { carla, diego, ORGANIZATIONS } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { openInput, unwrap } from "@/tests/support/factories";

useDatabase();

/** Somebody at Acme who has not written here yet. */
async function newcomer(): Promise<CustomerActor> {
  const id = randomUUID();
  const row = { id, email: `${id}@acme.example`, name: "Recién llegada", role: "customer" as const, organizationId: ORGANIZATIONS.acme.id, organizationRole: "member" as const };
  await testDb().user.create({ data: row });
  return mintPerson(row) as CustomerActor;
}

const ctx = (actor: CustomerActor, now = NOON) => ({ db: testDb(), actor, now, browser: "Firefox" });
const admin = { db: testDb, actor: diego };
const due = async (actor: CustomerActor, now = NOON) => (await dueOf(ctx(actor, now))).map(({ slug }) => slug);
const idsOf = async (actor: CustomerActor, now = NOON) => (await dueOf(ctx(actor, now))).map(({ versionId }) => versionId);

/** Another version of the document on conduct. */
async function changeConduct({ now, isMaterial, effectiveOn }: { now: Temporal.Instant; isMaterial: boolean; effectiveOn: string }): Promise<void> {
  const { id: policyId } = await testDb().policyPage.findUniqueOrThrow({ where: { slug: "conducta" } });
  const at = { db: admin.db(), actor: admin.actor, now };
  const { revision } = unwrap(await savePolicyDraft(at, { policyId, revision: 0, title: "Conducta", summary: "x", body: randomUUID() }));
  unwrap(await publishPolicy(at, { policyId, revision, effectiveOn, changeNote: "Cambia el trato.", isMaterial }));
}

const day = (number: number) => NOON.add({ hours: 24 * number });
const dateOf = (at: Temporal.Instant) => at.toZonedDateTimeISO("America/Mexico_City").toPlainDate().toString();

it("asks a newcomer before the first ticket, in the same submit, and never again", async () => {
  const who = await newcomer();
  expect(await due(who)).toEqual(["canal-de-atencion", "conducta"]);
  const input = await openInput();
  const refused = await openTicket(ctx(who), input);
  expect(refused).toMatchObject({ ok: false, code: "POLICIES_NOT_ACCEPTED", details: { titles: "Canal de atención, Conducta" } });
  expect(await testDb().ticket.count({ where: { requesterId: who.userId } })).toBe(0);
  const [one, two] = await idsOf(who);
  expect(await openTicket(ctx(who), { ...input, accepted: [one!] })).toMatchObject({ ok: false, code: "POLICIES_NOT_ACCEPTED" });
  expect(await testDb().policyAcceptance.count({ where: { userId: who.userId } })).toBe(0);
  unwrap(await openTicket(ctx(who), { ...input, accepted: [one!, two!] }));
  const rows = await testDb().policyAcceptance.findMany({ where: { userId: who.userId }, include: { version: true } });
  expect(rows.map(({ sha256, browser, version }) => [sha256 === version.sha256, browser])).toEqual([[true, "Firefox"], [true, "Firefox"]]);
  unwrap(await openTicket(ctx(who), await openInput()));
  expect((await listOwnAcceptances(ctx(who))).map(({ slug }) => slug).sort()).toEqual(["canal-de-atencion", "conducta"]);
});

it("asks once for all the topics of a message, and writes nothing of any while it is refused", async () => {
  const who = await newcomer();
  const tickets = await Promise.all([1, 2].map(() => openInput()));
  const input = { submissionKey: randomUUID(), attachments: [], tickets };
  expect(await openTickets(ctx(who), input)).toMatchObject({ ok: false, code: "POLICIES_NOT_ACCEPTED" });
  expect(await testDb().ticketBatch.count({ where: { requesterId: who.userId } })).toBe(0);
  expect(unwrap(await openTickets(ctx(who), { ...input, accepted: await idsOf(who) }))).toHaveLength(2);
});

it("asks again when a material version comes into force, not when it is announced, and not for a small change", async () => {
  const who = await newcomer();
  unwrap(await acceptPolicies(ctx(who), { accepted: await idsOf(who) }));
  await changeConduct({ now: NOON, isMaterial: false, effectiveOn: dateOf(day(1)) });
  await changeConduct({ now: NOON, isMaterial: true, effectiveOn: dateOf(day(3)) });
  expect(await due(who, day(2))).toEqual([]);
  const asked = await dueOf(ctx(who, day(3)));
  expect(asked).toMatchObject([{ slug: "conducta", isAgain: true, changeNote: "Cambia el trato." }]);
  // The next ticket asks, whatever its form knew, and takes the answer along.
  const input = await openInput();
  expect(await openTicket(ctx(who, day(3)), input)).toMatchObject({ ok: false, code: "POLICIES_NOT_ACCEPTED", details: { titles: "Conducta", policies: [{ slug: "conducta", isAgain: true }] } });
  unwrap(await openTicket(ctx(who, day(3)), { ...input, accepted: asked.map(({ versionId }) => versionId) }));
  expect(await due(who, day(9))).toEqual([]);
});

it("refuses what was ticked for a version that another one replaced meanwhile", async () => {
  const who = await newcomer();
  const read = await idsOf(who, day(10));
  await changeConduct({ now: day(10), isMaterial: true, effectiveOn: dateOf(day(10)) });
  expect(await openTicket(ctx(who, day(10)), await openInput({ accepted: read }))).toMatchObject({ ok: false, code: "POLICIES_NOT_ACCEPTED" });
  expect(await due(who, day(10))).toContain("conducta");
});

it("writes an acceptance once, also when two tabs send it", async () => {
  const who = await newcomer();
  const accepted = await idsOf(who);
  const answers = await Promise.all([1, 2, 3].map(() => acceptPolicies(ctx(who), { accepted })));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(await testDb().policyAcceptance.count({ where: { userId: who.userId } })).toBe(accepted.length);
});

it("does not ask for a document that needs no word, or that was put away", async () => {
  const { id: policyId } = await testDb().policyPage.findUniqueOrThrow({ where: { slug: "canal-de-atencion" } });
  const who = await newcomer();
  const at = { db: testDb(), actor: diego, now: NOON };
  unwrap(await editPolicySettings(at, { policyId, requiresAcceptance: true, isArchived: true }));
  expect(await due(who)).not.toContain("canal-de-atencion");
  unwrap(await editPolicySettings(at, { policyId, requiresAcceptance: false, isArchived: false }));
  expect(await due(who)).not.toContain("canal-de-atencion");
  unwrap(await editPolicySettings(at, { policyId, requiresAcceptance: true, isArchived: false }));
  expect(await due(who)).toContain("canal-de-atencion");
});

it("shows the desk who accepted a version", async () => {
  const who = await newcomer();
  unwrap(await acceptPolicies(ctx(who), { accepted: await idsOf(who) }));
  const { id: policyId } = await testDb().policyPage.findUniqueOrThrow({ where: { slug: "canal-de-atencion" } });
  const lines = await listAcceptances({ db: testDb(), actor: carla, now: NOON }, { policyId, number: 1 });
  expect(lines.find(({ email }) => email === who.email)).toMatchObject({ organization: "Acme Herramientas", browser: "Firefox" });
});
